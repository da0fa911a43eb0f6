/** An exact fraction in lowest terms; `d` is always positive. Scores and money are computed with these, never with floats. */
export interface Rational {
  readonly n: bigint
  readonly d: bigint
}

const gcd = (a: bigint, b: bigint): bigint => {
  let x = a < 0n ? -a : a
  let y = b < 0n ? -b : b
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** n / d in lowest terms. Throws RangeError when d is 0. */
export function rational(n: bigint | number, d: bigint | number = 1n): Rational {
  let num = BigInt(n)
  let den = BigInt(d)
  if (den === 0n) throw new RangeError('a fraction with denominator 0')
  if (den < 0n) [num, den] = [-num, -den]
  const g = gcd(num, den)
  return g === 1n ? { n: num, d: den } : { n: num / g, d: den / g }
}

export const ZERO: Rational = { n: 0n, d: 1n }
export const ONE: Rational = { n: 1n, d: 1n }

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/

/** Reads plain decimal notation such as `-12.50`; null for anything else (exponents, blanks, separators included). */
export function parseDecimal(text: string): Rational | null {
  const m = DECIMAL.exec(text)
  if (!m) return null
  const fraction = m[3] ?? ''
  const n = BigInt(`${m[2]}${fraction}`)
  return rational(m[1] === '-' ? -n : n, 10n ** BigInt(fraction.length))
}

export const add = (a: Rational, b: Rational): Rational => rational(a.n * b.d + b.n * a.d, a.d * b.d)
export const subtract = (a: Rational, b: Rational): Rational => rational(a.n * b.d - b.n * a.d, a.d * b.d)
export const multiply = (a: Rational, b: Rational): Rational => rational(a.n * b.n, a.d * b.d)

/** Throws RangeError when `b` is 0: what a rule does with an empty denominator is the rule's decision. */
export const divide = (a: Rational, b: Rational): Rational => rational(a.n * b.d, a.d * b.n)

/** Negative, zero or positive, as `Array.sort` wants it. */
export function compare(a: Rational, b: Rational): number {
  const left = a.n * b.d
  const right = b.n * a.d
  return left < right ? -1 : left > right ? 1 : 0
}

export const minimum = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b)
export const maximum = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b)

/**
 * 四舍五入: the value × 10^decimals as an integer, halves away from zero.
 * This integer, not a float, is what ranks and cuts compare.
 */
export function roundHalfUp(value: Rational, decimals: number): bigint {
  const scaled = value.n * 10n ** BigInt(decimals)
  const magnitude = scaled < 0n ? -scaled : scaled
  const rounded = (2n * magnitude + value.d) / (2n * value.d)
  return scaled < 0n ? -rounded : rounded
}

/** Rounded half up and printed with exactly `decimals` digits after the point: `toFixed(1/3, 2)` → `0.33`. */
export function toFixed(value: Rational, decimals: number): string {
  const rounded = roundHalfUp(value, decimals)
  const digits = (rounded < 0n ? -rounded : rounded).toString().padStart(decimals + 1, '0')
  const sign = rounded < 0n ? '-' : ''
  if (decimals === 0) return sign + digits
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/** The nearest double, for display and JSON only. */
export function toNumber(value: Rational): number {
  // Division of two safe integers is correctly rounded; beyond that 20 digits are more than a double can hold.
  const limit = BigInt(Number.MAX_SAFE_INTEGER)
  const small = value.n <= limit && value.n >= -limit && value.d <= limit
  return small ? Number(value.n) / Number(value.d) : Number(toFixed(value, 20))
}
