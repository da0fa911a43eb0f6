import { parseDecimal, rational, toNumber } from '@yipanqi/base'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exact, showBeside, showPlain } from './exact.ts'

describe('exact', () => {
  it.each([
    [0.1, 1n, 10n],
    [40.1, 401n, 10n],
    [-2.5, -5n, 2n],
    [1e21, 10n ** 21n, 1n],
    [1.5e-7, 3n, 20_000_000n],
    [Number.NaN, 0n, 1n],
    [Number.POSITIVE_INFINITY, 0n, 1n],
  ])('%d is the decimal that was typed', (figure, n, d) => expect(exact(figure)).toEqual({ n, d }))

  it('loses nothing of any double', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e12, max: 1e12 }), (figure) => {
        const { n, d } = exact(figure)
        expect(Math.abs(toNumber({ n, d }) - figure)).toBeLessThanOrEqual(1e-15 + Math.abs(figure) * 1e-12)
      }),
    )
  })
})

describe('printing', () => {
  it('stays on the true side of a bound', () => {
    const ten = [rational(10)]
    expect(showBeside(rational(10), ten)).toBe('10.0')
    expect(showBeside(rational(996, 100), ten)).toBe('9.96')
    expect(showBeside(rational(1000001, 100000), ten)).toBe('10.00001')
    expect(showBeside(rational(99, 10), ten)).toBe('9.9')
    expect(showBeside(rational(1, 10 ** 9), [rational(0)])).toBe('0.000000')
  })

  it('writes figures as people do', () => {
    expect(showPlain(rational(12))).toBe('12')
    expect(showPlain(rational(1360, 100))).toBe('13.6')
    expect(showPlain(rational(100))).toBe('100')
    expect(showPlain(rational(-1, 3))).toBe('-0.33')
    expect(parseDecimal(showPlain(rational(5000)))).toEqual(rational(5000))
  })
})
