// A sample matter and its history as the light rule wants to see them.
import type { IsoDate } from '@yipanqi/base'
import type { LightFacts } from '@yipanqi/model/lights/facts.ts'
import type { SampleEvent, SampleMatter } from './types.ts'

/** The state that the events lead to, after issue. */
export function stateOf(matter: SampleMatter, events: readonly SampleEvent[]): LightFacts['state'] {
  const last = events.findLast((e) => e.action !== 'report')
  if (!last) return 'issued'
  if (last.action === 'verify') return matter.kind === '常态' ? 'standing' : 'closed'
  return last.action === 'request-close' ? 'closing' : 'under-way'
}

/** The steps with the day on which a report first called them done. */
export function stepsWithDays(matter: SampleMatter, events: readonly SampleEvent[]): LightFacts['steps'] {
  return matter.steps.map((step, i) => ({
    ...step,
    doneOn: events.find((e) => (e.stepsDone ?? 0) > i)?.asOf ?? null,
  }))
}

/** The filed curve in the target's unit. */
export function curveOf(matter: SampleMatter): LightFacts['curve'] {
  const goal = matter.target?.value ?? 100
  return (matter.plan ?? []).map(({ by, percent }) => ({ date: by, value: Math.round(percent * goal * 10) / 1000 }))
}

export function lightFactsOf(matter: SampleMatter, events: readonly SampleEvent[], issuedOn: IsoDate): LightFacts {
  const reports = events.filter((e) => e.action === 'report')
  const last = reports.at(-1)
  const state = stateOf(matter, events)
  const day = (e: SampleEvent | undefined): IsoDate | null => e?.at.slice(0, 10) ?? null
  return {
    state,
    kind: matter.kind,
    issuedOn,
    deadline: matter.kind === '常态' && state === 'standing' ? null : matter.deadline,
    closedOn: state === 'closed' ? day(events.findLast((e) => e.action === 'verify')) : null,
    target: matter.target,
    value: last?.value ?? null,
    firstTarget: matter.target,
    steps: stepsWithDays(matter, events),
    curve: curveOf(matter),
    cadence: matter.cadence,
    lastReportAsOf: last?.asOf ?? null,
    lastReportAcceptedOn: day(last),
    lastEvidence: reports.findLast((e) => e.evidence.length > 0)?.asOf ?? null,
  }
}
