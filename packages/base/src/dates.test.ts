import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  daysBetween,
  isIsoDate,
  isoDate,
  monthEnd,
  parseChineseDate,
  quarterEnd,
  quarterStart,
  weekdayOf,
} from './dates.ts'

const anyDate = fc.integer({ min: 0, max: 80_000 }).map((n) => addDays('1900-01-01', n))

describe('dates', () => {
  it('adds days and months over the edges', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15')
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28')
  })

  it('knows the ends of months and quarters, and weekdays', () => {
    expect(monthEnd('2024-02-10')).toBe('2024-02-29')
    expect(quarterStart('2026-05-21')).toBe('2026-04-01')
    expect(quarterEnd('2026-05-21')).toBe('2026-06-30')
    expect(weekdayOf('2026-09-20')).toBe(0)
    expect(weekdayOf('1969-12-31')).toBe(3)
  })

  it('goes there and back', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (d, n) => {
        expect(daysBetween(d, addDays(d, n))).toBe(n)
        expect(isIsoDate(addDays(d, n))).toBe(true)
        expect(weekdayOf(addDays(d, 7))).toBe(weekdayOf(d))
      }),
    )
  })

  it.each([
    ['2026年2月9日', '2026-02-09'],
    ['二〇二六年二月九日', '2026-02-09'],
    ['二○二五年十一月三十日', '2025-11-30'],
    ['２０２５年４月１７日', '2025-04-17'],
    ['2026-02-09', '2026-02-09'],
    ['2026/2/9', '2026-02-09'],
    ['2026.12.31', '2026-12-31'],
    ['2026 年 2 月 9 日', '2026-02-09'],
    ['2026年2月30日', null],
    ['2026年2月', null],
    ['26年2月9日', null],
    ['会议于2026年2月9日召开', null],
  ])('reads %s as %s', (text, expected) => {
    expect(parseChineseDate(text)).toBe(expected)
  })

  it('refuses days that do not exist', () => {
    expect(isoDate(2025, 2, 29)).toBeNull()
    expect(isoDate(2025, 13, 1)).toBeNull()
    expect(isIsoDate('2025-02-29')).toBe(false)
    expect(() => addDays('yesterday', 1)).toThrow(RangeError)
  })
})
