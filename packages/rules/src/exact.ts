import { compare, parseDecimal, type Rational, rational, toFixed } from '@yipanqi/base'

/**
 * The decimal that a figure was typed as: 0.1 is one tenth, not its binary neighbour. NaN and infinities are 0,
 * because a figure that is none must not break a verdict; the shapes of the API refuse them earlier.
 */
export function exact(figure: number): Rational {
  if (!Number.isFinite(figure)) return rational(0)
  const [digits = '0', exponent = '0'] = String(figure).split('e')
  const power = Number(exponent)
  const scale = 10n ** BigInt(Math.abs(power))
  const { n, d } = parseDecimal(digits) ?? rational(0)
  return power < 0 ? rational(n, d * scale) : rational(n * scale, d)
}

/**
 * Prints with one decimal, and with as many more (to six) as keep the printed figure on the true side of every bound:
 * 9.96 against 10 prints 9.96, so that no reader sees “10.0，不到 10”.
 */
export function showBeside(value: Rational, bounds: readonly Rational[], decimals = 1): string {
  for (let places = decimals; places < 6; places += 1) {
    const text = toFixed(value, places)
    const shown = parseDecimal(text)
    if (shown && bounds.every((b) => Math.sign(compare(shown, b)) === Math.sign(compare(value, b)))) return text
  }
  return toFixed(value, 6)
}

/** A figure as people write it: up to `decimals` places, no trailing zeros (12, 13.6). */
export function showPlain(value: Rational, decimals = 2): string {
  const text = toFixed(value, decimals)
  return text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text
}
