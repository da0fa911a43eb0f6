// How a matter stands today, and since when: chosen by its story where the calendar allows that story.
import { addDays, daysBetween, monthStart, type IsoDate } from '@yipanqi/base'
import { periodOf } from '@yipanqi/model/lights/fresh.ts'
import { elapsedPercent, monthStartAfter, plusWorkdays, workdayOnOrAfter, workdayOnOrBefore } from './days.ts'
import { grainOf, progressOn, type Progress } from './progress.ts'
import type { Random } from './random.ts'
import type { SampleMatter, Story } from './types.ts'

export interface Ending {
  readonly story: Story
  /** The day on which it was closed (or became standing), if it was. */
  readonly verifiedOn: IsoDate | null
  /** Day of the last report. */
  readonly lastReport: IsoDate | null
  readonly last: Progress | null
}

/** A day of the recent past on which a report is certainly fresh, whichever end of the month is asked for. */
function freshDay(today: IsoDate, matter: SampleMatter, random: Random): IsoDate {
  const back = matter.cadence === 'monthly' || matter.cadence === 'quarterly' ? 11 : 4
  const earliest = addDays(today, -back)
  const first = monthStart(today)
  const from = Number(today.slice(8)) > 6 && earliest < first ? first : earliest
  const span = Math.max(1, daysBetween(from, today))
  const day = workdayOnOrBefore(addDays(today, -random.int(1, span)))
  return day < from ? workdayOnOrAfter(from) : day
}

/** Exactly one period of the cadence was missed: the last report speaks of the one before the last closed period. */
function staleDay(today: IsoDate, matter: SampleMatter, random: Random): IsoDate {
  let period = periodOf(matter.cadence, today)
  const before = (): void => {
    period = periodOf(matter.cadence, addDays(period.start, -1))
  }
  before()
  // A period stays open for three workdays after its end.
  while (plusWorkdays(period.end, 3) >= today) before()
  before()
  const length = matter.cadence === 'quarterly' ? 80 : matter.cadence === 'monthly' ? 22 : 5
  return workdayOnOrAfter(addDays(period.start, random.int(Math.floor(length / 2), length)))
}

function closingDay(matter: SampleMatter, issuedOn: IsoDate, random: Random): IsoDate {
  const early = matter.story === 'done' && matter.deadline.slice(5) === '12-31'
  if (!early) {
    const usual = workdayOnOrBefore(addDays(matter.deadline, -random.int(1, 9)))
    // Signing, one report and the request come before it.
    const soonest = plusWorkdays(issuedOn, 9)
    return usual < soonest ? soonest : usual
  }
  const span = daysBetween(issuedOn, matter.deadline)
  return workdayOnOrAfter(addDays(issuedOn, Math.round(span * (0.3 + random.next() * 0.25))))
}

const whole = (matter: SampleMatter): Progress => ({
  percent: 100,
  value: matter.target?.value ?? null,
  stepsDone: matter.steps.length > 0 ? matter.steps.length : null,
})

/** 常态 matters are verified once: some after four months, the others when the year of their document is over. */
function standingFrom(
  matter: SampleMatter,
  ctx: { readonly issuedOn: IsoDate; readonly today: IsoDate },
  grey: boolean,
  fresh: IsoDate,
  random: Random,
): IsoDate | null {
  const early = random.next() < 0.4 && !grey
  const from = addDays(monthStartAfter(ctx.issuedOn, 4), random.int(0, 20))
  if (early && from < fresh) return workdayOnOrAfter(from)
  return matter.deadline < ctx.today ? workdayOnOrBefore(addDays(matter.deadline, -random.int(2, 14))) : null
}

export function endingOf(
  matter: SampleMatter,
  ctx: { readonly issuedOn: IsoDate; readonly today: IsoDate },
  random: Random,
): Ending {
  const { today, issuedOn } = ctx
  const fresh = freshDay(today, matter, random)
  if (matter.kind === '常态') {
    const grey = matter.story === 'grey'
    return {
      story: matter.story,
      verifiedOn: standingFrom(matter, ctx, grey, fresh, random),
      lastReport: grey ? staleDay(today, matter, random) : fresh,
      last: null,
    }
  }
  const closing = closingDay(matter, issuedOn, random)
  const overdue = matter.deadline < today
  if (matter.story !== 'red' && (overdue || matter.story === 'done') && closing < today) {
    return { story: 'done', verifiedOn: closing, lastReport: plusWorkdays(closing, -6), last: whole(matter) }
  }
  if (overdue) return { story: 'red', verifiedOn: null, lastReport: fresh, last: overdueProgress(matter, random) }
  if (matter.story === 'yellow' || matter.story === 'red') {
    const last = progressOn(matter, issuedOn, today, matter.story, random)
    if (last) return { story: matter.story, verifiedOn: null, lastReport: fresh, last }
  }
  // A few are finished ahead of their day and wait for the supervisor: his queue is never empty.
  if (matter.story === 'done' && elapsedPercent(issuedOn, matter.deadline, today) > 35 && random.next() < 0.3) {
    return { story: 'green', verifiedOn: null, lastReport: workdayOnOrBefore(addDays(today, -4)), last: whole(matter) }
  }
  const last = progressOn(matter, issuedOn, today, 'green', random)
  if (matter.story === 'grey') {
    const stale = staleDay(today, matter, random)
    return { story: 'grey', verifiedOn: null, lastReport: stale, last }
  }
  return { story: 'green', verifiedOn: null, lastReport: fresh, last }
}

/** Past its day and not finished: most of the way, never all of it. */
function overdueProgress(matter: SampleMatter, random: Random): Progress {
  const count = matter.steps.length
  if (count > 0) {
    const done = Math.max(0, count - random.int(1, 2))
    return { percent: Math.round((done / count) * 1000) / 10, value: null, stepsDone: done }
  }
  const goal = matter.target?.value ?? 1
  const grain = grainOf(matter)
  const value = Math.round(Math.floor((goal * (0.55 + random.next() * 0.25)) / grain) * grain * 100) / 100
  return { percent: Math.round((value / goal) * 1000) / 10, value, stepsDone: null }
}
