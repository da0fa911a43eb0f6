import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { decimalText, figureCell, group, measure, write } from './measure.ts'

it('writes a value in a measure', () => {
  const wan = measure('万元', 1_000_000, 6)
  expect([0, 1, -1, 1_500_000, 123_456_789].map((v) => write(v, wan))).toEqual([
    '0',
    '0.000001',
    '-0.000001',
    '1.5',
    '123.456789',
  ])
  expect(write(-1, wan, 2)).toBe('0')
  expect(write(1_000_000, measure('㎡', 1500, 2), 2)).toBe('666.67')
})

it('groups thousands', () => {
  expect(['0', '999', '1000', '-1234567.5', '123456'].map(group)).toEqual([
    '0',
    '999',
    '1,000',
    '-1,234,567.5',
    '123,456',
  ])
})

it('a cell gets a number as long as it holds every digit', () => {
  expect(figureCell('123.45')).toBe(123.45)
  expect(figureCell('1234567890.123456')).toBe('1234567890.123456')
})

it.each([
  [0, '0'],
  [-0, '0'],
  [12.5, '12.5'],
  [-0.1, '-0.1'],
  [1e-7, '0.0000001'],
  [1.234567890123e-7, '0.0000001234567890123'],
  [1e21, '1000000000000000000000'],
  [0.1 + 0.2, '0.3'],
  [1.005 * 1000, '1005'],
  [Number.NaN, ''],
  [Number.POSITIVE_INFINITY, ''],
])('%d is the decimal %s', (number, text) => {
  expect(decimalText(number)).toBe(text)
})

it('any decimal of 15 digits comes back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }),
      fc.integer({ min: 0, max: 12 }),
      (n, places) => {
        const text = write(n, measure('', 10 ** places, places), places)
        expect(decimalText(Number(text))).toBe(text)
      },
    ),
  )
})
