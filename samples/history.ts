// What happened to a matter from issue to today, month by month, so that the published light rules, applied to the
// result, give the light that its story wants.
import { addDays, monthStart, type IsoDate } from '@yipanqi/base'
import type { Post } from '@yipanqi/model/words.ts'
import { monthStartAfter, plusWorkdays, workdayOnOrAfter, workdayOnOrBefore } from './days.ts'
import { isStock, planAt } from './plan.ts'
import { grainOf, progressOn, type Progress } from './progress.ts'
import { randomOf, type Random } from './random.ts'
import type { SampleEvent, SampleMatter, SampleUnit, Story } from './types.ts'
import { closeText, evidenceOf, reportText, returnText, verifyText } from './wording.ts'

export interface HistoryContext {
  readonly issuedOn: IsoDate
  readonly today: IsoDate
  readonly units: readonly SampleUnit[]
  /** Units of the two supervision offices, by line. */
  readonly supervisors: { readonly party: string; readonly government: string }
}

interface Ending {
  readonly story: Story
  /** The day on which it was closed (or became standing), if it was. */
  readonly verifiedOn: IsoDate | null
  /** Day of the last report. */
  readonly lastReport: IsoDate | null
  readonly last: Progress | null
}

const monthsBetweenReports = { monthly: 1, biweekly: 1, weekly: 1, quarterly: 3 } as const

/** A day of the recent past on which a report is certainly fresh, whichever end of the month is asked for. */
function freshDay(today: IsoDate, matter: SampleMatter, random: Random): IsoDate {
  const back = matter.cadence === 'monthly' || matter.cadence === 'quarterly' ? 11 : 4
  const earliest = addDays(today, -back)
  const first = monthStart(today)
  const from = Number(today.slice(8)) > 6 && earliest < first ? first : earliest
  const span = Math.max(1, Math.round((Date.parse(today) - Date.parse(from)) / 86_400_000))
  const day = workdayOnOrBefore(addDays(today, -random.int(1, span)))
  return day < from ? workdayOnOrAfter(from) : day
}

/** Silent since before the last closed month: no rule of freshness can call that fresh. */
function staleDay(today: IsoDate, matter: SampleMatter, random: Random): IsoDate {
  // In the first three workdays of a month the month before may still be reported on.
  const inGrace = today <= plusWorkdays(addDays(monthStart(today), -1), 3)
  const months = matter.cadence === 'quarterly' ? -7 : inGrace ? -3 : -2
  return workdayOnOrBefore(addDays(monthStartAfter(today, months), random.int(8, 24)))
}

function closingDay(matter: SampleMatter, issuedOn: IsoDate, random: Random): IsoDate {
  const early = matter.story === 'done' && matter.deadline.slice(5) === '12-31'
  if (!early) return workdayOnOrBefore(addDays(matter.deadline, -random.int(1, 9)))
  const span = (Date.parse(matter.deadline) - Date.parse(issuedOn)) / 86_400_000
  return workdayOnOrAfter(addDays(issuedOn, Math.round(span * (0.3 + random.next() * 0.25))))
}

const whole = (matter: SampleMatter): Progress => ({
  percent: 100,
  value: matter.target?.value ?? null,
  stepsDone: matter.steps.length > 0 ? matter.steps.length : null,
})

function endingOf(matter: SampleMatter, ctx: HistoryContext, random: Random): Ending {
  const { today, issuedOn } = ctx
  const fresh = freshDay(today, matter, random)
  if (matter.kind === '常态') {
    const standing = monthStartAfter(issuedOn, 4)
    const verifiedOn =
      random.next() < 0.4 && standing < fresh ? workdayOnOrAfter(addDays(standing, random.int(0, 20))) : null
    const grey = matter.story === 'grey'
    return {
      story: matter.story,
      verifiedOn: grey ? null : verifiedOn,
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

/** The figures on an earlier day: the same share of the plan that was reached at the end, a whole thing at a time. */
function progressBefore(
  matter: SampleMatter,
  ending: Ending,
  ctx: HistoryContext,
  day: IsoDate,
  random: Random,
): Progress | null {
  const last = ending.last
  if (!last || !ending.lastReport) return null
  const planned = planAt(matter, ctx.issuedOn, day)
  const plannedLast = ending.verifiedOn ? 100 : Math.max(1, planAt(matter, ctx.issuedOn, ending.lastReport))
  const share = Math.min(1, planned / plannedLast)
  if (last.stepsDone !== null) {
    const done = Math.min(last.stepsDone, Math.floor(last.stepsDone * share + 0.2))
    return { percent: Math.round((done / matter.steps.length) * 1000) / 10, value: null, stepsDone: done }
  }
  const goal = matter.target?.value ?? 1
  const grain = grainOf(matter)
  const wobble = matter.target && isStock(matter.target) ? 1 + (random.next() - 0.5) * 0.04 : 1 - random.next() * 0.05
  const value = Math.min(last.value ?? goal, Math.round(((last.value ?? goal) * share * wobble) / grain) * grain)
  return { percent: Math.round((value / goal) * 1000) / 10, value: Math.round(value * 100) / 100, stepsDone: null }
}

function reportDays(matter: SampleMatter, ctx: HistoryContext, last: IsoDate, random: Random): readonly IsoDate[] {
  const usual = random.int(16, 25)
  const days: IsoDate[] = []
  const step = monthsBetweenReports[matter.cadence]
  const biweekly = matter.cadence === 'biweekly' || matter.cadence === 'weekly'
  for (let i = step === 1 ? 0 : 2; ; i += step) {
    const start = monthStartAfter(ctx.issuedOn, i)
    if (start > last) break
    for (const at of biweekly ? [usual - 14, usual] : [usual]) {
      const day = workdayOnOrBefore(addDays(start, Math.max(1, at - 1)))
      // Nothing to say yet within three weeks of issue, nor twice in the same ten days.
      if (day > addDays(ctx.issuedOn, 20) && addDays(day, 10) < last) days.push(day)
    }
  }
  return last > addDays(ctx.issuedOn, 5) ? [...days, last] : days
}

/** Events of one issued matter up to today, oldest first. */
export function tellHistory(matter: SampleMatter, ctx: HistoryContext): readonly SampleEvent[] {
  const random = randomOf(`history ${matter.id}`)
  const unit = ctx.units.find((u) => u.code === matter.leadUnit)
  if (!unit) throw new Error(`no unit ${matter.leadUnit}`)
  const township = unit.kind === '乡镇'
  const events: SampleEvent[] = []
  const nothing = { asOf: null, percent: null, value: null, stepsDone: null, evidence: [] }
  const add = (
    action: SampleEvent['action'],
    day: IsoDate,
    post: Post,
    text: string,
    more: Partial<SampleEvent> = {},
  ) => {
    if (day >= ctx.today) return
    const of = post.startsWith('supervisor') ? ctx.supervisors[matter.line] : unit.code
    events.push({ ...nothing, action, at: instant(day, random), by: { unit: of, post }, text, ...more })
  }
  const liaison: Post = township ? 'township-liaison' : 'liaison'
  const head: Post = township ? 'township-head' : 'unit-head'
  const verifier: Post = matter.line === 'party' ? 'supervisor-party' : 'supervisor-government'

  add('sign', plusWorkdays(ctx.issuedOn, random.int(1, 4)), liaison, '')
  const ending = endingOf(matter, ctx, random)
  const used = new Set<string>()
  let before: Progress | null = null
  let asked = ending.verifiedOn === null || matter.kind !== '常态'
  const close = (verifiedOn: IsoDate): void => {
    const request = plusWorkdays(verifiedOn, -4)
    if (random.next() < 0.15) {
      add('request-close', plusWorkdays(request, -1), head, closeText(matter))
      add('return', request, verifier, returnText(random))
      add('request-close', plusWorkdays(request, 2), head, `已补充佐证。${closeText(matter)}`)
    } else add('request-close', request, head, closeText(matter))
    add('verify', verifiedOn, verifier, verifyText(matter, random))
  }
  if (ending.lastReport) {
    for (const day of reportDays(matter, ctx, ending.lastReport, random)) {
      // A standing matter is reported on as before; its verification lies between two reports.
      if (!asked && ending.verifiedOn && day > ending.verifiedOn) {
        close(ending.verifiedOn)
        asked = true
      }
      const now = day === ending.lastReport ? ending.last : progressBefore(matter, ending, ctx, day, random)
      const text = reportText(
        { matter, voice: township ? '乡镇' : unit.short, day, now, before, story: ending.story, used },
        random,
      )
      add('report', day, liaison, text, {
        asOf: day,
        percent: now?.percent ?? null,
        value: now?.value ?? null,
        stepsDone: now?.stepsDone ?? null,
        evidence: evidenceOf(matter, day, now, random),
      })
      before = now
    }
  }
  if (ending.verifiedOn && matter.kind !== '常态') close(ending.verifiedOn)
  return events.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

function instant(day: IsoDate, random: Random): string {
  const two = (n: number): string => String(n).padStart(2, '0')
  const hour = random.pick([8, 9, 10, 11, 14, 15, 16, 17])
  return `${day}T${two(hour)}:${two(random.int(0, 59))}:${two(random.int(0, 59))}+08:00`
}
