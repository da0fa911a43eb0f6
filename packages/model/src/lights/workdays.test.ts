import { addDays, chineseCalendar, countWorkdays } from '@yipanqi/base'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { elapsed } from './workdays.ts'

const calendar = chineseCalendar()

it('counts as base does, forwards and backwards, over leap years and year ends', () => {
  const day = fc.integer({ min: 0, max: 2000 }).map((n) => addDays('2023-06-01', n))
  fc.assert(
    fc.property(day, day, (from, to) => {
      expect(elapsed(from, to, calendar)).toBe(countWorkdays(from, to, calendar))
    }),
    { numRuns: 200 },
  )
})

it('counts days beyond the longest span, at once', () => {
  expect(elapsed('2026-01-04', '9999-12-31', calendar)).toBe(2_912_439)
  expect(elapsed('9999-12-31', '2026-01-04', calendar)).toBe(-2_912_439)
})

it('keeps calendars apart', () => {
  const own = chineseCalendar({ holidays: ['2026-05-20'] })
  expect(elapsed('2026-05-18', '2026-05-21', calendar)).toBe(3)
  expect(elapsed('2026-05-18', '2026-05-21', own)).toBe(2)
})
