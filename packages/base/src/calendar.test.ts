import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkdays, chineseCalendar, countWorkdays, nextWorkdayOnOrAfter } from './calendar.ts'
import { addDays } from './dates.ts'

const calendar = chineseCalendar()

describe('chineseCalendar', () => {
  it('knows holidays and make-up workdays', () => {
    expect(calendar.isWorkday('2026-09-20')).toBe(true)
    expect(calendar.isWorkday('2026-10-05')).toBe(false)
    expect(calendar.isWorkday('2026-03-07')).toBe(false)
    expect(calendar.isWorkday('2026-03-09')).toBe(true)
  })

  it('says where no arrangement is known and falls back to weekdays there', () => {
    expect(calendar.covers('2026-10-10')).toBe(true)
    expect(calendar.covers('2026-10-11')).toBe(false)
    expect(calendar.covers('2027-01-01')).toBe(false)
    expect(calendar.isWorkday('2027-05-03')).toBe(true)
    expect(calendar.isWorkday('2027-05-02')).toBe(false)
  })

  it('lets a county add days, which win', () => {
    const own = chineseCalendar({ holidays: ['2026-09-20', '2027-01-01'], workdays: ['2026-10-05'] })
    expect(own.isWorkday('2026-09-20')).toBe(false)
    expect(own.isWorkday('2026-10-05')).toBe(true)
    expect(own.isWorkday('2027-01-01')).toBe(false)
    expect(own.covers('2027-01-01')).toBe(true)
  })
})

describe('workday arithmetic', () => {
  it('counts over the National Day holiday of 2026', () => {
    expect(addWorkdays('2026-09-30', 1, calendar)).toBe('2026-10-08')
    expect(addWorkdays('2026-10-08', -1, calendar)).toBe('2026-09-30')
    expect(countWorkdays('2026-09-30', '2026-10-08', calendar)).toBe(1)
    expect(countWorkdays('2026-10-08', '2026-09-30', calendar)).toBe(-1)
    expect(nextWorkdayOnOrAfter('2026-10-01', calendar)).toBe('2026-10-08')
    expect(nextWorkdayOnOrAfter('2026-09-30', calendar)).toBe('2026-09-30')
  })

  it('adding n workdays and counting them are inverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 200 }), (offset, n) => {
        const d = addDays('2018-01-01', offset)
        expect(countWorkdays(d, addWorkdays(d, n, calendar), calendar)).toBe(n)
      }),
    )
  })
})
