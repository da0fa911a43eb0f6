import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { toHalfWidth } from './width.ts'

it('turns full-width forms into half-width ones', () => {
  expect(toHalfWidth('２０２５年，Ａ　％')).toBe('2025年,A %')
})

it('keeps every offset', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (s) => {
      expect(toHalfWidth(s)).toHaveLength(s.length)
    }),
  )
})
