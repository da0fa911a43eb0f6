import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  compare,
  divide,
  maximum,
  minimum,
  multiply,
  parseDecimal,
  rational,
  roundHalfUp,
  subtract,
  toFixed,
  toNumber,
} from './rational.ts'

const fraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([n, d]) => rational(n, d))

describe('Rational', () => {
  it('keeps lowest terms with a positive denominator', () => {
    expect(rational(6, -8)).toEqual({ n: -3n, d: 4n })
    expect(() => rational(1, 0)).toThrow(RangeError)
  })

  it('obeys the laws of a field', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a))
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)))
        expect(subtract(add(a, b), b)).toEqual(a)
        const divisor = b.n === 0n ? rational(7) : b
        expect(divide(multiply(a, divisor), divisor)).toEqual(a)
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) || 0)
      }),
    )
  })

  it.each([
    ['0.5', 0, '1'],
    ['0.49', 0, '0'],
    ['2.675', 2, '2.68'],
    ['1.005', 2, '1.01'],
    ['-0.5', 0, '-1'],
    ['-0.04', 1, '0.0'],
    ['12', 4, '12.0000'],
  ])('rounds %s to %i decimals as %s', (text, decimals, expected) => {
    expect(toFixed(parseDecimal(text) ?? rational(0), decimals)).toBe(expected)
  })

  it('rounds a third and a tie exactly where floats fail', () => {
    expect(roundHalfUp(rational(1, 3), 4)).toBe(3333n)
    expect(roundHalfUp(divide(rational(23), rational(40)), 2)).toBe(58n)
  })

  it('picks the smaller and the larger', () => {
    expect(minimum(rational(1, 3), rational(1, 4))).toEqual(rational(1, 4))
    expect(maximum(rational(1, 3), rational(1, 4))).toEqual(rational(1, 3))
  })

  it('reads decimals only', () => {
    expect(parseDecimal('-12.50')).toEqual({ n: -25n, d: 2n })
    for (const bad of ['', '1e3', '1,000', '.5', '5.', ' 1']) expect(parseDecimal(bad)).toBeNull()
  })

  it('gives the nearest double', () => {
    expect(toNumber(rational(1, 10))).toBe(0.1)
    expect(toNumber(rational(10n ** 30n, 3n))).toBe(1e30 / 3)
  })
})
