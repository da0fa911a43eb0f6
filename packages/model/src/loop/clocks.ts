// Two clocks of a matter: how long its state has lasted and may last, and how far it is from issue to deadline.
import { addWorkdays, type Calendar, type IsoDate } from '@yipanqi/base'
import type { z } from 'zod'
import type { clock } from '../api/matters.ts'
import { elapsed } from '../lights/workdays.ts'
import { beforeIssue, type State } from '../words.ts'

/**
 * `workdays` gone since `since` (which itself does not count), `left` until and including `due`, negative when it has
 * passed. `uncertain`: some of these days lie outside the published calendar and were counted Monday to Friday.
 */
export type Clock = z.infer<typeof clock>

/** A county's own limits, in working days. */
export interface ClockLimits {
  readonly signWorkdays: number
  readonly verifyWorkdays: number
}
export const clockLimits: ClockLimits = { signWorkdays: 2, verifyWorkdays: 5 }

export interface StateClockFacts {
  readonly state: State
  /** The day on which the matter came into its state. */
  readonly stateSince: IsoDate | null
  /** Last day for answers, fixed when the consultation was sent. */
  readonly consultDue: IsoDate | null
}

const ended: readonly State[] = ['closed', 'withdrawn', 'merged']
const stopped = (since: IsoDate | null): Clock => ({ since, workdays: 0, due: null, left: null, uncertain: false })

/** The state's own clock. Only 征求意见, 待签收 and 待核查 have a limit; ended states do not age. */
export function stateClock(facts: StateClockFacts, limits: ClockLimits, today: IsoDate, calendar: Calendar): Clock {
  const { state, stateSince: since } = facts
  if (since === null || ended.includes(state)) return stopped(since)
  return run(since, dueOf(facts, since, limits, calendar), today, calendar)
}

function dueOf(facts: StateClockFacts, since: IsoDate, limits: ClockLimits, calendar: Calendar): IsoDate | null {
  switch (facts.state) {
    case 'consulting':
      return facts.consultDue
    case 'issued':
      return addWorkdays(since, limits.signWorkdays, calendar)
    case 'closing':
      return addWorkdays(since, limits.verifyWorkdays, calendar)
    default:
      return null
  }
}

export interface MatterClockFacts {
  readonly state: State
  readonly issuedOn: IsoDate | null
  readonly deadline: IsoDate | null
  readonly closedOn: IsoDate | null
}

/**
 * The matter's clock, from issue to deadline. Before issue it stands; once closed, standing, withdrawn or merged there
 * is nothing left to wait for, and a closed matter keeps the days that it took.
 */
export function matterClock(facts: MatterClockFacts, today: IsoDate, calendar: Calendar): Clock {
  const { state, issuedOn: since, deadline: due } = facts
  if (since === null || beforeIssue.includes(state)) return { ...stopped(null), due }
  if (state === 'closed' && facts.closedOn !== null) {
    return { ...run(since, null, facts.closedOn, calendar), due }
  }
  if (ended.includes(state)) return { ...stopped(since), due }
  if (state === 'standing') return { ...run(since, null, today, calendar), due }
  return run(since, due, today, calendar)
}

function run(since: IsoDate, due: IsoDate | null, today: IsoDate, calendar: Calendar): Clock {
  const last = due !== null && due > today ? due : today
  return {
    since,
    workdays: since <= today ? elapsed(since, today, calendar) : 0,
    due,
    left: due === null ? null : elapsed(today, due, calendar),
    uncertain: !calendar.covers(since) || !calendar.covers(last),
  }
}
