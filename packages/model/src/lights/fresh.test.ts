import { chineseCalendar } from '@yipanqi/base'
import { describe, expect, it } from 'vitest'
import type { Cadence } from '../words.ts'
import { freshness, periodOf } from './fresh.ts'

const calendar = chineseCalendar()
const look = (reported: string | null, today: string, cadence: Cadence = 'monthly', issuedOn = '2026-01-04') =>
  freshness({ cadence, issuedOn, lastReportAsOf: reported, lastReportAcceptedOn: reported }, today, calendar)

describe('freshness', () => {
  it.each<[string, string | null, string, number]>([
    // April closes for reporting on 8 May: 1–5 May are free, 6, 7 and 8 are the three working days.
    ['a March report is enough while April may still be reported', '2026-03-25', '2026-05-08', 0],
    ['and one period short on the day after', '2026-03-25', '2026-05-09', 1],
    ['a report of the month before is fresh', '2026-04-01', '2026-05-21', 0],
    ['its last day too', '2026-04-30', '2026-05-21', 0],
    ['the last day of March is not April', '2026-03-31', '2026-05-21', 1],
    ['a report of this month is fresh', '2026-05-02', '2026-05-21', 0],
    ['two periods', '2026-02-28', '2026-05-21', 2],
    ['never reported since January', null, '2026-05-21', 3],
  ])('%s', (_what, reported, today, missed) => {
    expect(look(reported, today)).toMatchObject({ missed, fresh: missed === 0, last: reported })
  })

  it('the issue counts as a report of its day', () => {
    expect(look(null, '2026-05-21', 'monthly', '2026-04-29').missed).toBe(0)
    expect(look(null, '2026-06-03', 'monthly', '2026-04-29').missed).toBe(0)
    // May closes on 3 June, a Wednesday.
    expect(look(null, '2026-06-04', 'monthly', '2026-04-29').missed).toBe(1)
  })

  it('says the period that was due and its last day', () => {
    const { period, until } = look('2026-03-25', '2026-05-21')
    expect(period).toEqual({ start: '2026-04-01', end: '2026-04-30' })
    expect(until).toBe('2026-05-08')
  })

  it.each<[Cadence, string, string, string]>([
    ['monthly', '2024-02-10', '2024-02-01', '2024-02-29'],
    ['quarterly', '2026-05-21', '2026-04-01', '2026-06-30'],
    ['biweekly', '2026-05-15', '2026-05-01', '2026-05-15'],
    ['biweekly', '2026-02-16', '2026-02-16', '2026-02-28'],
    // Thursday → Monday to Sunday; Sunday belongs to the week that ends.
    ['weekly', '2026-05-21', '2026-05-18', '2026-05-24'],
    ['weekly', '2026-05-24', '2026-05-18', '2026-05-24'],
  ])('%s of %s', (cadence, day, start, end) => expect(periodOf(cadence, day)).toEqual({ start, end }))

  it.each<[Cadence, string, number]>([
    // Week 11–17 May closes on Wednesday 20 May.
    ['weekly', '2026-05-11', 0],
    ['weekly', '2026-05-10', 1],
    // The half-month 1–15 May closes on 20 May.
    ['biweekly', '2026-05-01', 0],
    ['biweekly', '2026-04-30', 1],
    ['quarterly', '2026-01-04', 0],
  ])('%s, last report %s', (cadence, reported, missed) => {
    expect(look(reported, '2026-05-21', cadence).missed).toBe(missed)
  })

  it('a report cannot speak of a day after its acceptance, nor of tomorrow', () => {
    const facts = { cadence: 'monthly', issuedOn: '2026-01-04', lastReportAsOf: '2026-12-31' } as const
    expect(freshness({ ...facts, lastReportAcceptedOn: '2026-03-02' }, '2026-05-21', calendar).missed).toBe(1)
    expect(freshness({ ...facts, lastReportAcceptedOn: null }, '2026-05-21', calendar).last).toBe('2026-05-21')
  })

  it('a report of before the issue does not outlive it', () => {
    expect(look('2025-12-20', '2026-02-03').missed).toBe(0)
  })

  it('without any day there is nothing to miss, and long silence is counted to an end', () => {
    const none = { cadence: 'weekly', issuedOn: null, lastReportAsOf: null, lastReportAcceptedOn: null } as const
    expect(freshness(none, '2026-05-21', calendar)).toMatchObject({ fresh: true, missed: 0 })
    expect(look(null, '2026-05-21', 'weekly', '1990-01-01').missed).toBe(24)
  })
})
