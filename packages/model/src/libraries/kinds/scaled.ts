// Figures with decimals are kept as whole numbers of their smallest step: what money, area, percent and decimal share.
import { multiply, parseNumeral, rational, toHalfWidth, type Rational } from '@yipanqi/base'
import { cleanText, isNothing, refusedCell } from '../cells.ts'
import type { CellInput, Field, FieldOptions, Parsed, Widget } from '../field.ts'

export interface Measure {
  /** Name as written: 万元. */
  readonly name: string
  /** Smallest steps in one of it: 1 万元 = 1,000,000 分. */
  readonly steps: Rational
}

export interface ScaledOptions extends FieldOptions {
  readonly atLeast?: number
  readonly atMost?: number
}

/** A scaled figure: `shown` is the measure in which a bare number is meant; others are understood when written. */
export function scaled(
  kind: string,
  widget: Widget,
  options: ScaledOptions,
  shown: Measure,
  others: readonly Measure[],
): Field<number> {
  const measures = [shown, ...others].toSorted((a, b) => b.name.length - a.name.length)
  const least = options.atLeast
  const bounds = (value: number): string | null => {
    if (!Number.isSafeInteger(value)) return '的数太大'
    if (least !== undefined && value < least)
      return least === 0 ? '不能是负数' : `不能小于 ${write(least, shown)}${shown.name}`
    if (options.atMost !== undefined && value > options.atMost)
      return `不能大于 ${write(options.atMost, shown)}${shown.name}`
    return null
  }
  const accept = (value: number): Parsed<number> => {
    const wrong = bounds(value)
    return wrong === null ? { ok: true, value } : { ok: false, message: wrong }
  }
  return {
    ...options,
    kind,
    widget,
    unit: shown.name,
    columns: [{ suffix: '', type: 'bigint' }],
    operators: ['from', 'to', 'eq', 'empty', 'filled'],
    sortable: true,
    schema: {
      type: 'integer',
      minimum: Number.MIN_SAFE_INTEGER,
      maximum: Number.MAX_SAFE_INTEGER,
      description: `整数，1 ${shown.name} = ${stepsText(shown)}`,
    },
    parse(cell) {
      const refused = refusedCell(cell)
      if (refused) return refused
      if (cell.date) return { ok: false, message: `要写数字，单元格却是日期 ${cell.text}` }
      const read = readFigure(cell, measures, shown)
      if (read === null) return { ok: true, value: null }
      if (typeof read === 'string') return { ok: false, message: read }
      const whole = wholeSteps(read)
      if (whole === null) return { ok: false, message: `小数位太多，最小到 ${smallest(shown)}` }
      return accept(whole)
    },
    format: (value) => group(write(value, shown)),
    toCell: (value) => {
      // A spreadsheet keeps 15 digits: longer figures go as text, which reads back exactly.
      const plain = write(value, shown)
      return plain.replace(/[-.]/g, '').length > 15 ? plain : Number(plain)
    },
    check(value) {
      if (value === null || value === '') return { ok: true, value: null }
      if (typeof value !== 'number' || !Number.isSafeInteger(value)) return { ok: false, message: '要写数字' }
      const wrong = bounds(value)
      return wrong === null ? { ok: true, value } : { ok: false, message: wrong }
    },
  }
}

/** The exact decimal of a value in a measure, without grouping: 123456 分 → 0.123456 万元. Rounded at twelve places. */
export function write(value: number, measure: Measure): string {
  const { n, d } = measure.steps
  const negative = value < 0
  const top = BigInt(Math.abs(value)) * d
  const places = 12n
  const scaledUp = (top * 10n ** places * 2n + n) / (2n * n)
  const digits = scaledUp.toString().padStart(Number(places) + 1, '0')
  const whole = digits.slice(0, -Number(places))
  const rest = digits.slice(-Number(places)).replace(/0+$/, '')
  return `${negative ? '-' : ''}${whole}${rest === '' ? '' : `.${rest}`}`
}

function group(plain: string): string {
  const [whole = '', rest] = plain.split('.')
  const sign = whole.startsWith('-') ? '-' : ''
  const digits = whole.replace('-', '')
  let grouped = ''
  for (let i = 0; i < digits.length; i += 1) grouped += (i > 0 && (digits.length - i) % 3 === 0 ? ',' : '') + digits[i]
  return sign + grouped + (rest ? `.${rest}` : '')
}

/** Steps as an exact fraction; null for an empty cell; a message for what is no figure. */
function readFigure(cell: CellInput, measures: readonly Measure[], shown: Measure): Rational | string | null {
  const text = cleanText(cell.text)
  if (isNothing(text)) return null
  // The number behind a plain numeric cell is what the clerk typed; its text may be rounded by the format.
  if (cell.number !== undefined && !cell.boolean) {
    const exact = parseNumeral(decimalText(cell.number))
    return exact === null ? '不是数字' : multiply(exact, shown.steps)
  }
  let body = toHalfWidth(text).replace(/[,，\s￥¥]/g, '')
  const measure = measures.find((m) => body.endsWith(m.name))
  if (measure) body = body.slice(0, -measure.name.length)
  const figure = parseNumeral(body)
  if (figure === null) return `不是数字：${text.slice(0, 20)}`
  return multiply(figure, (measure ?? shown).steps)
}

/** A double as the decimal that a person typed: at most 15 significant digits, no exponent. */
export function decimalText(number: number): string {
  const short = Number(number.toPrecision(15))
  const text = String(short)
  if (!text.includes('e')) return text
  return BigInt(Math.round(short)).toString() === '0' ? short.toFixed(15) : BigInt(Math.round(short)).toString()
}

function wholeSteps(steps: Rational): number | null {
  return steps.d === 1n ? Number(steps.n) : null
}

const stepsText = (m: Measure): string => (m.steps.d === 1n ? m.steps.n.toString() : `${m.steps.n}/${m.steps.d}`)
const smallest = (m: Measure): string => `${write(1, m)} ${m.name}`
export const per = (n: number, d = 1): Rational => rational(n, d)
