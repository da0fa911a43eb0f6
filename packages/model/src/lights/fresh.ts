// Whether a matter was reported within its cadence.
//
// The word, exactly: time is cut into the periods of the cadence (calendar month, half-month 1–15 and 16–end, week
// from Monday, calendar quarter). A period is closed for reporting when 3 working days after its last day have passed.
// Evidence is fresh when the last accepted report speaks of the last closed period or of a later day. The issue itself
// counts as a report of its day, so that nobody owes a report for the period in which the matter arrived.
import {
  addDays,
  addWorkdays,
  type Calendar,
  dayOf,
  type IsoDate,
  monthEnd,
  monthStart,
  quarterEnd,
  quarterStart,
  weekdayOf,
} from '@yipanqi/base'
import type { Cadence } from '../words.ts'
import type { LightFacts } from './facts.ts'

const GRACE_WORKDAYS = 3
/** More missed periods than this are not told apart. */
const MOST_MISSED = 24

export interface Period {
  readonly start: IsoDate
  readonly end: IsoDate
}

export function periodOf(cadence: Cadence, d: IsoDate): Period {
  switch (cadence) {
    case 'monthly':
      return { start: monthStart(d), end: monthEnd(d) }
    case 'quarterly':
      return { start: quarterStart(d), end: quarterEnd(d) }
    case 'biweekly':
      return dayOf(d) <= 15
        ? { start: monthStart(d), end: `${d.slice(0, 8)}15` }
        : { start: `${d.slice(0, 8)}16`, end: monthEnd(d) }
    case 'weekly': {
      const start = addDays(d, -((weekdayOf(d) + 6) % 7))
      return { start, end: addDays(start, 6) }
    }
  }
}

export interface Freshness {
  readonly fresh: boolean
  /** Closed periods without a report, in a row up to today. */
  readonly missed: number
  /** The last closed period and the last day on which it could be reported. */
  readonly period: Period
  readonly until: IsoDate
  /** The day that the last accepted report speaks of. */
  readonly last: IsoDate | null
}

const earliest = (...days: readonly (IsoDate | null)[]): IsoDate | null =>
  days.reduce((a, b) => (a === null ? b : b === null || a <= b ? a : b), null)

/** Judges the reports alone; whether grey may show is `judge`'s decision. */
export function freshness(
  facts: Pick<LightFacts, 'cadence' | 'issuedOn' | 'lastReportAsOf' | 'lastReportAcceptedOn'>,
  today: IsoDate,
  calendar: Calendar,
): Freshness {
  const before = (p: Period): Period => periodOf(facts.cadence, addDays(p.start, -1))
  let period = before(periodOf(facts.cadence, today))
  let until = addWorkdays(period.end, GRACE_WORKDAYS, calendar)
  while (until >= today) {
    period = before(period)
    until = addWorkdays(period.end, GRACE_WORKDAYS, calendar)
  }
  // A report cannot speak of a day later than the one on which it was accepted.
  const last =
    facts.lastReportAsOf === null && facts.lastReportAcceptedOn === null
      ? null
      : earliest(facts.lastReportAsOf, facts.lastReportAcceptedOn, today)
  const known = last !== null && (facts.issuedOn === null || last > facts.issuedOn) ? last : facts.issuedOn
  let missed = 0
  if (known !== null) {
    for (let p = period; p.start > known && missed < MOST_MISSED; p = before(p)) missed += 1
  }
  return { fresh: missed === 0, missed, period, until, last }
}
