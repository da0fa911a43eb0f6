import { chineseCalendar } from '@yipanqi/base'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { states } from '../words.ts'
import { clockLimits, matterClock, stateClock } from './clocks.ts'

const calendar = chineseCalendar()

describe('the clock of a state', () => {
  it('待签收: signed for within two working days, the day of issue not counted', () => {
    // 2026-05-21 is a Thursday.
    const facts = { state: 'issued', stateSince: '2026-05-21', consultDue: null } as const
    expect(stateClock(facts, clockLimits, '2026-05-21', calendar)).toEqual({
      since: '2026-05-21',
      workdays: 0,
      due: '2026-05-25',
      left: 2,
      uncertain: false,
    })
    expect(stateClock(facts, clockLimits, '2026-05-25', calendar)).toMatchObject({ workdays: 2, left: 0 })
    expect(stateClock(facts, clockLimits, '2026-05-26', calendar)).toMatchObject({ workdays: 3, left: -1 })
  })

  it('待核查: within five, and holidays do not count', () => {
    const facts = { state: 'closing', stateSince: '2026-09-30', consultDue: null } as const
    // 国庆: 1–7 October are free, 10 October (Saturday) is worked.
    expect(stateClock(facts, clockLimits, '2026-10-08', calendar)).toMatchObject({
      workdays: 1,
      due: '2026-10-13',
      left: 4,
    })
  })

  it('a county sets its own limits', () => {
    const facts = { state: 'closing', stateSince: '2026-05-21', consultDue: null } as const
    const limits = { ...clockLimits, verifyWorkdays: 1 }
    expect(stateClock(facts, limits, '2026-05-21', calendar).due).toBe('2026-05-22')
  })

  it('征求意见: until the day that was set', () => {
    const facts = { state: 'consulting', stateSince: '2026-05-18', consultDue: '2026-05-20' } as const
    expect(stateClock(facts, clockLimits, '2026-05-19', calendar)).toMatchObject({ due: '2026-05-20', left: 1 })
    const unset = { ...facts, consultDue: null }
    expect(stateClock(unset, clockLimits, '2026-05-19', calendar)).toMatchObject({ due: null, left: null, workdays: 1 })
  })

  it('says where the calendar is not published', () => {
    const facts = { state: 'issued', stateSince: '2026-12-31', consultDue: null } as const
    expect(stateClock(facts, clockLimits, '2026-12-31', calendar).uncertain).toBe(true)
  })

  it.each(['closed', 'withdrawn', 'merged'] as const)('%s does not age', (state) => {
    const facts = { state, stateSince: '2026-01-05', consultDue: null }
    expect(stateClock(facts, clockLimits, '2026-05-21', calendar)).toMatchObject({ workdays: 0, due: null, left: null })
  })

  it('a state of unknown age stands still', () => {
    const facts = { state: 'issued', stateSince: null, consultDue: null } as const
    expect(stateClock(facts, clockLimits, '2026-05-21', calendar)).toMatchObject({ since: null, due: null })
  })
})

describe('the clock of a matter', () => {
  const open = { state: 'under-way', issuedOn: '2026-03-02', deadline: '2026-06-30', closedOn: null } as const

  it('runs from issue to deadline', () => {
    expect(matterClock(open, '2026-05-21', calendar)).toMatchObject({
      since: '2026-03-02',
      due: '2026-06-30',
      left: 27,
    })
    expect(matterClock(open, '2026-07-02', calendar).left).toBe(-2)
  })

  it('stands before issue, keeps its days once closed', () => {
    const draft = { ...open, state: 'reviewed', issuedOn: null } as const
    expect(matterClock(draft, '2026-05-21', calendar)).toEqual({
      since: null,
      workdays: 0,
      due: '2026-06-30',
      left: null,
      uncertain: false,
    })
    const closed = { ...open, state: 'closed', closedOn: '2026-05-21' } as const
    const then = matterClock(closed, '2026-05-21', calendar)
    expect(matterClock(closed, '2030-01-01', calendar)).toEqual(then)
    expect(then).toMatchObject({ left: null, uncertain: false })
  })

  it('a standing matter has nothing left to wait for', () => {
    expect(matterClock({ ...open, state: 'standing' }, '2026-08-03', calendar)).toMatchObject({ left: null })
  })

  it('is uncertain where the deadline lies beyond the published calendar', () => {
    expect(matterClock({ ...open, deadline: '2027-06-30' }, '2026-05-21', calendar).uncertain).toBe(true)
    expect(matterClock(open, '2026-05-21', calendar).uncertain).toBe(false)
  })

  it('answers for every state and any days', () => {
    const day = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10))
    const days = fc.option(day)
    fc.assert(
      fc.property(fc.constantFrom(...states), days, days, days, day, (state, issuedOn, deadline, closedOn, today) => {
        for (const clock of [
          matterClock({ state, issuedOn, deadline, closedOn }, today, calendar),
          stateClock({ state, stateSince: issuedOn, consultDue: deadline }, clockLimits, today, calendar),
        ]) {
          expect(clock.workdays).toBeGreaterThanOrEqual(0)
          expect(clock.left === null || Number.isInteger(clock.left)).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})
