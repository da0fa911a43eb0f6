import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { narrowFigures, toHalfWidth } from './width.ts'

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

it('narrows figures and leaves the marks of clauses alone', () => {
  expect(narrowFigures('到２０２７年，增长５．５％；（一）')).toBe('到2027年，增长5.5%；（一）')
})
