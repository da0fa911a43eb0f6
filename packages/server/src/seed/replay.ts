// A sample matter's past, told by its events, becomes the columns that live actions would have left.
import type { SampleEvent, SampleMatter } from '@yipanqi/samples'
import type { State } from '@yipanqi/model'

export interface Replayed {
  state: State
  stateSince: string
  closedOn: string | null
  value: number | null
  stepsDone: { done: number; asOf: string }[]
  lastReportAsOf: string | null
  lastReportOn: string | null
  lastEvidence: string | null
  evidenceCount: number
  reworks: number
}

const dayOf = (instant: string) => instant.slice(0, 10)

export function replay(matter: SampleMatter, issuedOn: string, events: readonly SampleEvent[]): Replayed {
  const at: Replayed = {
    state: 'issued',
    stateSince: issuedOn,
    closedOn: null,
    value: null,
    stepsDone: [],
    lastReportAsOf: null,
    lastReportOn: null,
    lastEvidence: null,
    evidenceCount: 0,
    reworks: 0,
  }
  const to = (state: State, event: SampleEvent) => {
    at.state = state
    at.stateSince = dayOf(event.at)
  }
  for (const event of events) {
    if (event.action === 'sign') to('under-way', event)
    if (event.action === 'return') {
      to('under-way', event)
      at.reworks += 1
    }
    if (event.action === 'verify') {
      to(matter.kind === '常态' ? 'standing' : 'closed', event)
      if (matter.kind !== '常态') at.closedOn = dayOf(event.at)
    }
    if (event.action === 'report' || event.action === 'request-close') takeFigure(at, matter, event)
    if (event.action === 'request-close') to('closing', event)
  }
  return at
}

function takeFigure(at: Replayed, matter: SampleMatter, event: SampleEvent): void {
  const asOf = event.asOf ?? dayOf(event.at)
  at.lastReportAsOf = asOf
  at.lastReportOn = dayOf(event.at)
  if (event.evidence.length > 0) {
    at.lastEvidence = dayOf(event.at)
    at.evidenceCount += event.evidence.length
  }
  if (matter.kind === '常态') return
  if (matter.steps.length > 0) {
    const done = event.stepsDone ?? (event.action === 'request-close' ? matter.steps.length : null)
    if (done !== null) {
      at.value = done
      at.stepsDone.push({ done, asOf })
    }
  } else if (event.value !== null) at.value = event.value
}

/** The matter's steps with the day on which each was first reported done. */
export function stepsOf(matter: SampleMatter, past: Replayed) {
  return matter.steps.map((step, i) => ({
    name: step.name,
    due: step.due,
    doneOn: past.stepsDone.find((d) => d.done > i)?.asOf ?? null,
  }))
}
