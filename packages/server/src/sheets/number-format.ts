import { decimalDigits, generalText, grouped, roundedText } from './decimal-text.ts'
import { parseFormat, type Section, type Token } from './format-code.ts'
import { momentOf } from './serial.ts'
import { timeText } from './time-text.ts'

export interface NumberFormat {
  /** the numbers are days */
  readonly date: boolean
  /** What a person sees of a number (a serial of the 1900 system where it is a date). */
  text(value: number): string
}

/** The formats that files name by number alone, as a Chinese Excel shows them (ECMA-376, 18.8.30). */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
  48: '0.0E+0',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

/**
 * @param id numFmtId of the cell's style
 * @param code the file's own code for that number, if it has one
 * @returns null for the general format
 */
export function numberFormat(id: number, code = builtIn[id]): NumberFormat | null {
  if (code === undefined) return null
  const sections = parseFormat(code)
  const first = sections[0]
  if (!first || (sections.length === 1 && first.tokens.every((token) => token.kind === 'general'))) return null
  return {
    date: first.day,
    text(value) {
      const negative = value < 0 && sections.length > 1
      const chosen = negative ? sections[1] : value === 0 && sections.length > 2 ? sections[2] : first
      // A section of its own for negative numbers says by itself how the sign looks.
      return render(chosen ?? first, negative ? -value : value)
    },
  }
}

function render(section: Section, value: number): string {
  if (section.time) {
    const at = momentOf(value)
    return at ? timeText(section.tokens, at, value) : generalText(value)
  }
  const from = section.tokens.findIndex(isDigit)
  if (!section.tokens.some(isPlace)) return literals(section.tokens, value)
  const to = section.tokens.findLastIndex(isDigit) + 1
  const { sign, text } = figures(section.tokens.slice(from, to), value, section.tokens.filter(isPercent).length)
  return sign + literals(section.tokens.slice(0, from), value) + text + literals(section.tokens.slice(to), value)
}

const isPercent = (token: Token): boolean => token.kind === 'digit' && token.text === '%'
const isDigit = (token: Token): boolean => token.kind === 'digit' && token.text !== '%'
const isPlace = (token: Token): boolean => token.kind === 'digit' && '0#?'.includes(token.text)
const isComma = (token: Token): boolean => token.kind === 'digit' && token.text === ','
const isZero = (token: Token | undefined): boolean => token?.kind === 'digit' && token.text === '0'

function literals(tokens: readonly Token[], value: number): string {
  return tokens
    .map((token) => (token.kind === 'general' || token.kind === 'value' ? generalText(value) : token.text))
    .join('')
}

interface Figures {
  sign: '' | '-'
  text: string
}

/** The number from its first digit to its last, literals between them included: 0!.0, shows 12345 as 1.2. */
function figures(body: readonly Token[], value: number, percents: number): Figures {
  const exponent = body.findIndex((token) => token.kind === 'digit' && token.text.startsWith('E'))
  if (exponent >= 0) return scientific(body, exponent, value)
  const point = body.findIndex((token) => token.kind === 'digit' && token.text === '.')
  const whole = point < 0 ? body : body.slice(0, point)
  const fraction = (point < 0 ? [] : body.slice(point + 1)).filter(isPlace)
  // Commas right behind the last place of the whole part divide by a thousand each, others group.
  const lastPlace = body.findLastIndex(isPlace)
  const scale = body.slice(lastPlace + 1).filter((token) => token.kind === 'digit' && token.text === ',').length
  const groups = whole.some((token, index) => isComma(token) && whole.slice(index).some(isPlace))
  const scaled = value * 100 ** percents * 1000 ** -scale
  const [integer = '0', decimals = ''] = roundedText(scaled, fraction.length).split('.')
  const sign = scaled < 0 && /[1-9]/.test(integer + decimals) ? '-' : ''
  const kept = optional(decimals, fraction)
  const head = place(integer, whole, groups)
  return { sign, text: head + (point < 0 ? '' : `.${kept}`) }
}

/** Trailing zeros stand only where the format has a 0. */
function optional(decimals: string, places: readonly Token[]): string {
  let end = decimals.length
  while (end > 0 && decimals[end - 1] === '0' && !isZero(places[end - 1])) end--
  return decimals.slice(0, end)
}

/** Whole digits into their places from the right, literals where they stand, what is left over in front. */
function place(integer: string, tokens: readonly Token[], groups: boolean): string {
  const zeros = tokens.filter(isZero).length
  const digits = integer === '0' && zeros === 0 ? '' : integer.padStart(zeros, '0')
  if (tokens.every((token) => token.kind === 'digit')) return groups ? grouped(digits) : digits
  let left = digits
  let text = ''
  for (const token of tokens.toReversed()) {
    if (isPlace(token)) {
      text = left.slice(-1) + text
      left = left.slice(0, -1)
    } else if (token.kind === 'text') text = token.text + text
  }
  return left + text
}

function scientific(body: readonly Token[], exponent: number, value: number): Figures {
  const mantissa = body.slice(0, exponent)
  const point = mantissa.findIndex((token) => token.kind === 'digit' && token.text === '.')
  const decimals = point < 0 ? 0 : mantissa.slice(point).filter(isPlace).length
  const { digits, point: power } = decimalDigits(value)
  let shift = digits === '' ? 0 : power - 1
  let text = roundedText(digits === '' ? 0 : Number(`0.${digits}`) * 10, decimals)
  // 9.996 with two decimals is 10.00: one power more.
  if (text.startsWith('10')) {
    shift++
    text = roundedText(1, decimals)
  }
  const width = body.slice(exponent + 1).filter(isPlace).length
  const plus = (body[exponent] as { text: string }).text === 'E+' ? '+' : ''
  const power10 = `${shift < 0 ? '-' : plus}${String(Math.abs(shift)).padStart(width, '0')}`
  return { sign: value < 0 ? '-' : '', text: `${text}E${power10}` }
}
