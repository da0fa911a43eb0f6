import { decimalDigits, generalText, grouped, roundedText } from './decimal-text.ts'
import type { Token } from './format-code.ts'

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

/** What a section of a number format makes of a number; the format is taken apart once, a column is long. */
export function figuresOf(tokens: readonly Token[]): (value: number) => string {
  if (!tokens.some(isPlace)) return (value) => literals(tokens, value)
  const from = tokens.findIndex(isDigit)
  const to = tokens.findLastIndex(isDigit) + 1
  const before = literals(tokens.slice(0, from), 0)
  const after = literals(tokens.slice(to), 0)
  const figures = planOf(tokens.slice(from, to), tokens.filter(isPercent).length)
  return (value) => {
    const { sign, text } = figures(value)
    // Excel puts the minus before the currency sign.
    return sign + before + text + after
  }
}

/** The number from its first digit to its last, literals between them included: 0!.0, shows 12345 as 1.2. */
function planOf(body: readonly Token[], percents: number): (value: number) => Figures {
  const exponent = body.findIndex((token) => token.kind === 'digit' && token.text.startsWith('E'))
  if (exponent >= 0) return (value) => scientific(body, exponent, value)
  const point = body.findIndex((token) => token.kind === 'digit' && token.text === '.')
  const whole = point < 0 ? body : body.slice(0, point)
  const fraction = (point < 0 ? [] : body.slice(point + 1)).filter(isPlace)
  // Commas right behind the last place of the whole part divide by a thousand each, others group.
  const lastPlace = body.findLastIndex(isPlace)
  const scale = body.slice(lastPlace + 1).filter(isComma).length
  const factor = 100 ** percents * 1000 ** -scale
  const placed = wholeOf(whole)
  return (value) => {
    const scaled = value * factor
    const [integer = '0', decimals = ''] = roundedText(scaled, fraction.length).split('.')
    const sign = scaled < 0 && /[1-9]/.test(integer + decimals) ? '-' : ''
    const kept = optional(decimals, fraction)
    return { sign, text: placed(integer) + (point < 0 ? '' : `.${kept}`) }
  }
}

/** Trailing zeros stand only where the format has a 0. */
function optional(decimals: string, places: readonly Token[]): string {
  let end = decimals.length
  while (end > 0 && decimals[end - 1] === '0' && !isZero(places[end - 1])) end--
  return decimals.slice(0, end)
}

/** Whole digits into their places from the right, literals where they stand, what is left over in front. */
function wholeOf(tokens: readonly Token[]): (integer: string) => string {
  const zeros = tokens.filter(isZero).length
  const groups = tokens.some((token, index) => isComma(token) && tokens.slice(index).some(isPlace))
  const digitsOf = (integer: string) => (integer === '0' && zeros === 0 ? '' : integer.padStart(zeros, '0'))
  if (tokens.every((token) => token.kind === 'digit'))
    return (integer) => (groups ? grouped(digitsOf(integer)) : digitsOf(integer))
  return (integer) => {
    let left = digitsOf(integer)
    let text = ''
    for (const token of tokens.toReversed()) {
      if (isPlace(token)) {
        text = left.slice(-1) + text
        left = left.slice(0, -1)
      } else if (token.kind === 'text') text = token.text + text
    }
    return left + text
  }
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
