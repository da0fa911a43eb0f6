// The quick way for ordinary numbers and the long way of exact fractions agree.
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Field } from '../field.ts'
import { numeric, read } from '../testing/read.ts'
import { area } from './area.ts'
import { decimal } from './decimal.ts'
import { money } from './money.ts'

const fields: readonly (readonly [string, Field])[] = [
  ['元', money({ label: 'x', in: '元', signed: true })],
  ['万元', money({ label: 'x', in: '万元', signed: true })],
  ['亿元', money({ label: 'x', in: '亿元', signed: true })],
  ['亩', area({ label: 'x', in: '亩' })],
  ['平方米', area({ label: 'x', in: '平方米' })],
  ['三位小数', decimal({ label: 'x', scale: 3 })],
]
const decimals = fc
  .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 8 }))
  .map(([n, places]) => (n / 10 ** places).toFixed(places))

it.each(fields)('%s', (name, field) => {
  const unit = field.unit === name ? name : ''
  fc.assert(
    fc.property(decimals, (text) => {
      // A group sign or a measure sends it the long way.
      const long = read(field, unit === '' ? `+${text}`.replace('+-', '－') : `${text}${unit}`)
      expect(read(field, text)).toEqual(long)
      if (typeof long === 'number') expect(read(field, numeric(Number(text)))).toBe(long)
    }),
    { numRuns: 1000 },
  )
})
