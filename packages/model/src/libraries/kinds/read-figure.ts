// Reading a figure as clerks write it: 1,234.5万, １２．５, 三百二十, (1,234.50), 12.5公顷.
import { compare, parseDecimal, parseNumeral, rational, subtract, type Rational } from '@yipanqi/base'
import { cleanText, isNothing, quoted } from '../cells.ts'
import type { CellInput } from '../field.ts'
import { bareFigure, decimalText, type Measure } from './measure.ts'

export interface Figure {
  readonly value: Rational
  /** The measure written in the cell; null: none was. */
  readonly measure: Measure | null
  /** It was a number to the spreadsheet, which shows it rounded: more decimals than it should have are no typing error. */
  readonly numeric: boolean
}

export interface FigureHabits {
  /** Understood when written after the figure. */
  readonly measures: readonly Measure[]
  /** The measure of a figure that ends in 万 or 亿 and names none: money is then in 元. */
  readonly large?: Measure
  /** Percentages and tenths (七成) are read; elsewhere they are refused. */
  readonly shares?: boolean
}

/** The figure of a cell; null for an empty one; a Chinese message for what is no figure. */
export function readFigure(cell: CellInput, habits: FigureHabits): Figure | string | null {
  if (cell.date) return `要写数字，单元格却是日期 ${quoted(cell.text)}`
  const text = cleanText(cell.text)
  if (cell.boolean) return `要写数字，这里是“${quoted(text)}”`
  if (cell.number === undefined) {
    if (isNothing(text)) return null
    const typed = readTyped(text, habits)
    return typeof typed === 'string' ? typed : { ...typed, numeric: false }
  }
  const value = parseDecimal(decimalText(cell.number))
  if (value === null) return '不是数字'
  if (!habits.shares && /[%‰]/.test(text)) return '要写数字，单元格却是百分比格式，请核对'
  // A format may write a measure behind the number (12.5"公顷"), or show ten thousands of it: then both have to agree.
  const named = endsInWords.test(text) ? readTyped(text, habits) : null
  if (named === null || typeof named === 'string' || named.measure === null)
    return { value, measure: null, numeric: true }
  if (!near(value, named.value))
    return `单元格显示“${quoted(text)}”，里面的数却是 ${decimalText(cell.number)}，请去掉单元格格式后重填`
  return { value, measure: named.measure, numeric: true }
}

const endsInWords = /[^\d.\s)]$/

/** What a format shows is rounded: half a unit, or one in a hundred. */
function near(a: Rational, b: Rational): boolean {
  const gap = subtract(a, b)
  const size = { n: gap.n < 0n ? -gap.n : gap.n, d: gap.d }
  const room = { n: (b.n < 0n ? -b.n : b.n) + b.d, d: b.d * 100n }
  return compare(size, room) <= 0
}

function readTyped(text: string, habits: FigureHabits): Omit<Figure, 'numeric'> | string {
  if (text.length > 80) return `不是数字：${quoted(text)}`
  let body = bareFigure(text)
  const named = habits.measures
    .filter((m) => m.name !== '' && body.endsWith(m.name))
    .reduce<Measure | null>((longest, m) => (longest && longest.name.length >= m.name.length ? longest : m), null)
  if (named) body = body.slice(0, -named.name.length).trim()
  const large = named === null && habits.large !== undefined && /[万萬亿億]$/.test(body) ? habits.large : null
  const plain = ungrouped(body, habits.shares === true)
  if (plain === null) return wrongFigure(text, body, habits)
  const value = parseNumeral(plain)
  return value === null ? wrongFigure(text, body, habits) : { value, measure: named ?? large }
}

/** Without separators, (12) as -12; null where separators stand in the wrong place or the figure is of another sort. */
function ungrouped(body: string, shares: boolean): string | null {
  let plain = body.replace(/^[–—−]/, '-')
  const bracketed = /^\(([\d,. ]{1,40})\)$/.exec(plain)
  if (bracketed) plain = `-${bracketed[1]}`
  if (!shares && /[%‰成倍半]|分之/.test(plain)) return null
  if (/\d[, ]\d/.test(plain)) {
    const mark = plain.includes(',') ? ',' : ' '
    const head = /^[-+]?[\d, ]+/.exec(plain)?.[0].trim() ?? ''
    const groups = head.replace(/^[-+]/, '').split(mark)
    const right = groups.every((g, i) => (i === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(g))
    if (!right || /[, ]\d/.test(plain.slice(head.length))) return null
    plain = plain.slice(0, head.length).replaceAll(mark, '') + plain.slice(head.length)
  }
  // Nobody says 零万, but 0万元 is written where nothing was paid.
  return plain.includes(',') ? null : plain.replace(/^(-?0+(?:\.0+)?)[万萬亿億]{1,2}$/, '$1')
}

function wrongFigure(text: string, body: string, habits: FigureHabits): string {
  if (!habits.shares && /[%‰成倍半]|分之/.test(body)) return `要写数字，不要写百分比或成数：${quoted(text)}`
  if (/[约近余多]|左右|上下|以上|以下/.test(body)) return `要写一个准数，不要写“约”“左右”：${quoted(text)}`
  if (/^-?\d+(?:\.\d+)?E[+-]?\d+$/i.test(body)) return '数字被 Excel 写成了科学计数法，请把该列设为数值后重填'
  if (/\d[, ]\d/.test(body)) return `数字里的逗号或空格位置不对：${quoted(text)}`
  if (/\d ?[-~—–至到] ?\d/.test(body)) return `要写一个数，不要写区间：${quoted(text)}`
  const alien = /^[-+]?[\d.]+([^\d.]{1,6})$/.exec(body)?.[1]
  if (alien !== undefined) {
    const known = habits.measures.map((m) => m.name).filter((name) => name !== '')
    return `不认识单位“${alien.trim()}”${known.length > 0 ? `，可以写${known.slice(0, 4).join('、')}` : ''}`
  }
  return `不是数字：${quoted(text)}`
}

/** Steps as a whole number: exact, or rounded where the rounding is named. Null: more decimals than are kept. */
export function wholeSteps(exact: Rational, slack: Rational | null): number | null {
  if (exact.d === 1n) return Number(exact.n)
  if (slack === null) return null
  const floor = exact.n >= 0n ? exact.n / exact.d : -((-exact.n + exact.d - 1n) / exact.d)
  for (const whole of [floor, floor + 1n]) {
    const gap = subtract(exact, rational(whole))
    if (compare({ n: gap.n < 0n ? -gap.n : gap.n, d: gap.d }, slack) <= 0) return Number(whole)
  }
  return null
}
