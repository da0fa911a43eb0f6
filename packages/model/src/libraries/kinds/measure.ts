// A measure and the exact decimal of a value in it.
import { rational, toHalfWidth, type Rational } from '@yipanqi/base'

export interface Measure {
  /** As written after the figure: 万元; '' for a bare number. */
  readonly name: string
  /** Smallest steps in one of it: 1 万元 = 1,000,000 分. */
  readonly steps: Rational
  /** Decimals that are worth reading in it; a message and a screen use them. */
  readonly places: number
}

export const measure = (name: string, steps: number, places: number): Measure => ({
  name,
  steps: rational(steps),
  places,
})

const deepest = 12

/** The decimal of a value in a measure, without grouping: 123456 分 → 0.123456 万元. Rounded half up at `places`. */
export function write(value: number, shown: Measure, places = deepest): string {
  const { n, d } = shown.steps
  const top = BigInt(Math.abs(value)) * d
  const digits = ((top * 10n ** BigInt(places) * 2n + n) / (2n * n)).toString().padStart(places + 1, '0')
  const whole = places === 0 ? digits : digits.slice(0, -places)
  const rest = places === 0 ? '' : digits.slice(-places).replace(/0+$/, '')
  const sign = value < 0 && /[1-9]/.test(digits) ? '-' : ''
  return `${sign}${whole}${rest === '' ? '' : `.${rest}`}`
}

/** Thousands separated: 1234567.5 → 1,234,567.5. */
export function group(plain: string): string {
  const [whole = '', rest] = plain.split('.')
  const grouped = whole.replace(/\d(?=(?:\d{3})+$)/g, '$&,')
  return rest === undefined ? grouped : `${grouped}.${rest}`
}

/** What a cell gets: a number where a spreadsheet (15 digits) holds it exactly, else the same decimal as text. */
export function figureCell(plain: string): string | number {
  return plain.replace(/[-.]/g, '').length > 15 ? plain : Number(plain)
}

/** A double as the decimal that a person typed: at most 15 significant digits, no exponent; '' for what is no number. */
export function decimalText(number: number): string {
  if (!Number.isFinite(number)) return ''
  const [head = '', exponent = '0'] = number.toPrecision(15).split('e')
  const [whole = '', rest = ''] = head.replace('-', '').split('.')
  const point = whole.length + Number(exponent)
  const digits = whole + rest
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0')
  const at = Math.max(point, 1)
  const decimals = padded.slice(at).replace(/0+$/, '')
  return `${number < 0 ? '-' : ''}${padded.slice(0, at)}${decimals === '' ? '' : `.${decimals}`}`
}

/** Half-width, without 人民币 signs and the 整 that ends a sum. */
export const bareFigure = (text: string): string =>
  toHalfWidth(text)
    .replace(/^(?:人民币|RMB|[￥¥]) ?/i, '')
    .replace(/元[整正]$/, '元')
