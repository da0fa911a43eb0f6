import { ONE, ZERO, add, divide, multiply, parseDecimal, rational, type Rational } from './rational.ts'
import { toHalfWidth } from './width.ts'

const DIGITS: Readonly<Record<string, bigint>> = {
  〇: 0n,
  零: 0n,
  '○': 0n,
  一: 1n,
  壹: 1n,
  二: 2n,
  贰: 2n,
  貳: 2n,
  两: 2n,
  兩: 2n,
  三: 3n,
  叁: 3n,
  參: 3n,
  四: 4n,
  肆: 4n,
  五: 5n,
  伍: 5n,
  六: 6n,
  陆: 6n,
  陸: 6n,
  七: 7n,
  柒: 7n,
  八: 8n,
  捌: 8n,
  九: 9n,
  玖: 9n,
}
const SMALL: Readonly<Record<string, bigint>> = { 十: 10n, 拾: 10n, 百: 100n, 佰: 100n, 千: 1000n, 仟: 1000n }
const BIG: Readonly<Record<string, bigint>> = { 万: 10_000n, 萬: 10_000n, 亿: 100_000_000n, 億: 100_000_000n }
const TEN_THOUSAND = 10_000n
const MAX_LENGTH = 64

const whole = (n: bigint): Rational => ({ n, d: 1n })

interface Literal {
  value: Rational
  end: number
  single: boolean
  /** 三五, 二〇二六: digits by position that do not begin with a zero. */
  positional: boolean
}

/** A literal of digits at `i`: arabic with decimals, or Chinese digits read by position (二〇二六, 三 in 三百). */
function readLiteral(s: string, i: number): Literal | null {
  const arabic = /^\d+(?:\.\d+)?/.exec(s.slice(i))
  if (arabic) {
    const value = parseDecimal(arabic[0])
    return value && { value, end: i + arabic[0].length, single: false, positional: false }
  }
  let end = i
  let value = 0n
  while (end < s.length) {
    const digit = DIGITS[s[end] ?? '']
    if (digit === undefined) break
    value = value * 10n + digit
    end += 1
  }
  // 两 stands before a unit, never among digits read by position.
  if (end > i + 1 && /[两兩]/.test(s.slice(i, end))) return null
  const positional = end > i + 1 && DIGITS[s[i] ?? ''] !== 0n
  return end === i ? null : { value: whole(value), end, single: end === i + 1, positional }
}

/** Digits after 点 are read one by one: 三点一四. */
function readFraction(s: string): Rational | null {
  let digits = ''
  for (const c of s) {
    const digit = DIGITS[c]
    if (digit === undefined) return null
    digits += digit.toString()
  }
  return digits === '' ? null : parseDecimal(`0.${digits}`)
}

/** Whole numbers with 十百千万亿 and what they scale: 一亿二千万, 1.2万亿, 5亿3000万, 两千四百五. */
function readMagnitude(s: string): Rational | null {
  let total = ZERO
  let section = ZERO
  let current: Rational | null = null
  // The unit that a last lonely digit is a tenth of (三万五 = 35,000), cleared by 零 (三万零五).
  let tail = 0n
  let lastSmall = 100_000n
  let i = 0
  while (i < s.length) {
    const c = s[i] ?? ''
    const small = SMALL[c]
    const big = BIG[c]
    if (small !== undefined) {
      if (small >= lastSmall) return null
      section = add(section, multiply(current ?? ONE, whole(small)))
      if (current === null && small !== 10n && (i > 0 || s.length === 1)) return null
      current = null
      lastSmall = small
      tail = small
      i += 1
    } else if (big !== undefined) {
      if (i === 0) return null
      const value = add(section, current ?? ZERO)
      // 万 scales its own section; 亿 scales all that stands before it (万亿 is one unit).
      if (big === TEN_THOUSAND) {
        // 四万万 is the old way of writing 四亿.
        const again = value.n === 0n && BIG[s[i - 1] ?? ''] === TEN_THOUSAND
        if (value.n === 0n && !again) return null
        total = again ? multiply(total, whole(big)) : add(total, multiply(value, whole(big)))
      } else total = multiply(add(total, value), whole(big))
      section = ZERO
      current = null
      lastSmall = 100_000n
      tail = big
      i += 1
    } else {
      const literal = readLiteral(s, i)
      if (!literal || current !== null) return null
      // 十四五, 三五百 and 三五万 are names or guesses, not 55, 3,500 and 350,000.
      const next = s[literal.end] ?? ''
      const guess = SMALL[next] !== undefined || (BIG[next] !== undefined && literal.end === i + 2)
      if (literal.positional && (guess || tail > 1n)) return null
      const zero = literal.single && literal.value.n === 0n && literal.end < s.length
      const last = literal.end === s.length
      if (zero) {
        tail = 1n
      } else if (last && literal.single && tail > 10n) {
        current = divide(multiply(literal.value, whole(tail)), whole(10n))
      } else {
        // 二百〇五: the leading zero of a positional run says that the tail is in ones already.
        current = literal.value
      }
      i = literal.end
    }
  }
  return add(total, add(section, current ?? ZERO))
}

function readPlain(s: string): Rational | null {
  if (s === '半' || s === '一半') return rational(1n, 2n)
  const point = s.indexOf('点')
  if (point < 0) return readMagnitude(s)
  // 三点二万: what follows the decimals scales the whole.
  const m = /^([^十拾百佰千仟万萬亿億]+)([十拾百佰千仟万萬亿億]*)$/.exec(s.slice(point + 1))
  const head = readMagnitude(s.slice(0, point))
  const fraction = m && readFraction(m[1] ?? '')
  if (!head || !fraction) return null
  let value = add(head, fraction)
  for (const c of m?.[2] ?? '') value = multiply(value, whole(SMALL[c] ?? BIG[c] ?? 1n))
  return value
}

/**
 * The exact value of one numeral as Chinese documents write it: 1,234.5, １２．５, 一百二十三, 壹佰贰拾叁, 1.2万亿, 三万五,
 * 百分之十二点五, 6.5%, 3‰, 三分之二, 一又二分之一, 七成五, 两倍, 负三. Percentages are fractions of one (6.5% → 13/200).
 * Null when the text is not exactly one numeral, is longer than 64 units, or is vague (几, 数, 多).
 */
export function parseNumeral(text: string): Rational | null {
  if (text.length === 0 || text.length > MAX_LENGTH) return null
  let s = toHalfWidth(text).replace(/[\s,]/g, '')
  let sign = 1n
  if (/^[-+−负]/.test(s)) {
    if (s[0] !== '+') sign = -1n
    s = s.slice(1)
  }
  const value = readSigned(s)
  return value && rational(value.n * sign, value.d)
}

function readSigned(s: string): Rational | null {
  if (s === '') return null
  const and = s.indexOf('又')
  if (and > 0) {
    const head = readPlain(s.slice(0, and))
    const part = s.includes('分之', and) ? readSigned(s.slice(and + 1)) : null
    return head && part && add(head, part)
  }
  const of = s.indexOf('分之')
  if (of > 0) {
    const below = s.slice(0, of)
    const denominator =
      below === '百' ? whole(100n) : below === '千' ? whole(1000n) : below === '万' ? whole(10_000n) : readPlain(below)
    const above = s.slice(of + 2)
    const numerator = above === '百' ? whole(100n) : readPlain(above)
    return denominator && numerator && denominator.n !== 0n ? divide(numerator, denominator) : null
  }
  const tenths = /^(.+)成([一二三四五六七八九半])?$/.exec(s)
  if (tenths) {
    const head = readPlain(tenths[1] ?? '')
    const rest =
      tenths[2] === undefined ? ZERO : divide(readPlain(tenths[2]) ?? ZERO, whole(tenths[2] === '半' ? 10n : 100n))
    return head && add(divide(head, whole(10n)), rest)
  }
  const last = s[s.length - 1]
  const body = s.slice(0, -1)
  if (last === '%') return scaleDown(body, 100n)
  if (last === '‰') return scaleDown(body, 1000n)
  if (last === '倍') return readPlain(body)
  return readPlain(s)
}

function scaleDown(body: string, by: bigint): Rational | null {
  const value = body === '' ? null : readPlain(body)
  return value && divide(value, whole(by))
}
