// What happened to a matter from issue to today, month by month, so that the published light rules, applied to the
// result, give the light that its story wants.
import { addDays, type IsoDate } from '@yipanqi/base'
import type { Post } from '@yipanqi/model/words.ts'
import { monthStartAfter, plusWorkdays, workdayOnOrAfter, workdayOnOrBefore } from './days.ts'
import { endingOf, type Ending } from './ending.ts'
import { isStock, planAt } from './plan.ts'
import { grainOf, type Progress } from './progress.ts'
import { randomOf, type Random } from './random.ts'
import type { SampleEvent, SampleMatter, SampleUnit } from './types.ts'
import { closeText, evidenceOf, reportText, returnText, verifyText } from './wording.ts'

export interface HistoryContext {
  readonly issuedOn: IsoDate
  readonly today: IsoDate
  readonly units: readonly SampleUnit[]
  /** Units of the two supervision offices, by line. */
  readonly supervisors: { readonly party: string; readonly government: string }
}

const monthsBetweenReports = { monthly: 1, biweekly: 1, weekly: 1, quarterly: 3 } as const

/** The figures on an earlier day: the same share of the plan that was reached at the end, a whole thing at a time. */
function progressBefore(
  matter: SampleMatter,
  ending: Ending,
  ctx: HistoryContext,
  day: IsoDate,
  before: Progress | null,
  random: Random,
): Progress | null {
  const last = ending.last
  if (!last || !ending.lastReport) return null
  const planned = planAt(matter, ctx.issuedOn, day)
  const plannedLast = ending.verifiedOn ? 100 : Math.max(1, planAt(matter, ctx.issuedOn, ending.lastReport))
  const share = Math.min(1, planned / plannedLast)
  if (last.stepsDone !== null) {
    // Steps are done on their days, less what the matter has fallen behind by now.
    const dueBy = (d: IsoDate): number => matter.steps.filter((step) => step.due <= d).length
    const lag = Math.max(0, dueBy(ending.lastReport) - last.stepsDone) * share
    const limit = ending.verifiedOn ? last.stepsDone - 1 : last.stepsDone
    const done = Math.max(before?.stepsDone ?? 0, Math.min(limit, dueBy(day) - Math.round(lag)), 0)
    return { percent: Math.round((done / matter.steps.length) * 1000) / 10, value: null, stepsDone: done }
  }
  const goal = matter.target?.value ?? 1
  const grain = grainOf(matter)
  const wobble = matter.target && isStock(matter.target) ? 1 + (random.next() - 0.5) * 0.04 : 1 - random.next() * 0.05
  const value = Math.min(last.value ?? goal, Math.round(((last.value ?? goal) * share * wobble) / grain) * grain)
  const rate = matter.target?.basis === 'change' || matter.target?.basis === 'share'
  // Growth and coverage may fall back from month to month; what was counted stays counted.
  const kept = rate ? value : Math.max(value, before?.value ?? 0)
  return { percent: Math.round((kept / goal) * 1000) / 10, value: Math.round(kept * 100) / 100, stepsDone: null }
}

function pointsBehind(matter: SampleMatter, issuedOn: IsoDate, day: IsoDate, now: Progress | null): number {
  if (now === null) return 0
  if (now.stepsDone === null) return planAt(matter, issuedOn, day) - now.percent
  const late = matter.steps.filter((step) => step.due < day).length - now.stepsDone
  return Math.max(0, (late / matter.steps.length) * 100)
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
  return last > addDays(ctx.issuedOn, 2) ? [...days, last] : days
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

  add(
    'sign',
    plusWorkdays(ctx.issuedOn, random.int(1, matter.deadline < addDays(ctx.issuedOn, 30) ? 2 : 4)),
    liaison,
    '',
  )
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
      const now: Progress | null =
        day === ending.lastReport ? ending.last : progressBefore(matter, ending, ctx, day, before, random)
      const behind = pointsBehind(matter, ctx.issuedOn, day, now)
      const text = reportText({ matter, voice: township ? '乡镇' : unit.short, day, now, before, behind, used }, random)
      add('report', day, liaison, text, {
        asOf: day,
        percent: now?.percent ?? null,
        value: now?.value ?? null,
        stepsDone: now?.stepsDone ?? null,
        evidence: evidenceOf(matter, day, now, before, random),
      })
      before = now
    }
  }
  if (ending.verifiedOn && (matter.kind !== '常态' || !asked)) close(ending.verifiedOn)
  // A rate or a stock is only known when the year is over; what is counted may be finished before.
  const finished = before?.percent === 100 && !(matter.target && isStock(matter.target))
  if (ending.story === 'green' && finished) {
    const last = ending.lastReport ?? ctx.today
    add('request-close', workdayOnOrAfter(addDays(last, 1)), head, closeText(matter))
  }
  return events.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

function instant(day: IsoDate, random: Random): string {
  const two = (n: number): string => String(n).padStart(2, '0')
  const hour = random.pick([8, 9, 10, 11, 14, 15, 16, 17])
  return `${day}T${two(hour)}:${two(random.int(0, 59))}:${two(random.int(0, 59))}+08:00`
}
