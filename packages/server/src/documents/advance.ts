// One frame for the four steps before issue: lock → version → who → every matter by the table → change → tell. A step
// happens to all of the document's matters or to none.
import { decide, documentStateWords, postWords, type Action, type DocumentState, type State } from '@yipanqi/model'
import { sql } from 'kysely'
import type { Actor } from '../db/actor.ts'
import type { OnPaper } from '../db/schema.ts'
import type { Trx } from '../db/with-actor.ts'
import type { House } from '../house.ts'
import { Fault, faults } from '../http/fault.ts'
import { announce } from '../live/live.ts'
import { checkPaper } from '../loop/evidence.ts'
import { factsOf, getMatter, whoOf, type LoadedMatter } from '../loop/matter-row.ts'
import { record } from '../loop/record.ts'
import { getDocument, matterIdsOf, refuseUnreviewed, type DocumentRow } from './document-row.ts'

export type DocumentStep = Extract<Action, 'review' | 'consult' | 'sign-off' | 'issue'>

interface StepRow {
  readonly from: DocumentState
  readonly to: DocumentState
  readonly words: string
}

export const documentSteps: Record<DocumentStep, StepRow> = {
  review: { from: 'draft', to: 'reviewed', words: '核' },
  consult: { from: 'reviewed', to: 'consulting', words: '征求意见' },
  'sign-off': { from: 'consulting', to: 'signed-off', words: '审定' },
  issue: { from: 'signed-off', to: 'issued', words: '印发' },
}

export interface StepInput {
  readonly step: DocumentStep
  readonly document: number
  readonly version: number
  readonly onPaper?: (OnPaper & { file: number | null }) | undefined
  /** What the step does to the document and its matters once the table has agreed to every one of them. */
  readonly carryOut: (
    document: DocumentRow,
    matters: readonly LoadedMatter[],
  ) => Promise<{ set?: Record<string, unknown>; details?: Record<string, unknown> }>
  /** Which matters the step concerns; those already in force by another document are passed by. */
  readonly states: readonly State[]
}

export async function advance(house: House, trx: Trx, actor: Actor, input: StepInput): Promise<void> {
  const document = await getDocument(trx, actor.county, input.document, true)
  if (document.version !== input.version) throw faults.stale(document.version)
  refuseStep(actor, document, input.step)
  const matters = await loadMatters(trx, actor.county, input)
  await checkPaper(trx, actor, input.onPaper)
  refuseMatters(actor, input.step, matters, house.clock.today())

  const { set, details } = await input.carryOut(document, matters)
  const step = documentSteps[input.step]
  await trx
    .updateTable('document')
    .set({ ...set, state: step.to, version: sql`version + 1`, revision: sql`nextval('revision')` })
    .where('county', '=', actor.county)
    .where('id', '=', document.id)
    .execute()
  const event = await record(trx, actor, {
    action: input.step,
    document: document.id,
    onPaper: input.onPaper ?? null,
    details: { ...details, matters: matters.length },
  })
  await announce(trx, { county: actor.county, event, kind: 'document', ids: [document.id] })
}

function refuseStep(actor: Actor, document: DocumentRow, name: DocumentStep): void {
  const step = documentSteps[name]
  if (actor.post !== 'dispatcher') {
    throw new Fault(403, 'not-yours', `您不能${step.words}这份文件`, {
      why: `${step.words}由${postWords.dispatcher}办理`,
      who: [{ unit: null, post: 'dispatcher' }],
    })
  }
  refuseUnreviewed(document)
  if (document.state !== step.from) {
    throw new Fault(409, 'wrong-state', `这份文件现在不能${step.words}`, {
      why: `它现在是“${documentStateWords[document.state]}”，${step.words}要在“${documentStateWords[step.from]}”之后`,
      who: [{ unit: null, post: 'dispatcher' }],
    })
  }
}

async function loadMatters(trx: Trx, county: string, input: StepInput): Promise<LoadedMatter[]> {
  const out: LoadedMatter[] = []
  for (const id of await matterIdsOf(trx, county, input.document)) {
    const loaded = await getMatter(trx, county, id, true)
    if (input.states.includes(loaded.row.state)) out.push(loaded)
  }
  if (out.length === 0) {
    throw new Fault(409, 'no-matters', '这份文件没有可办的事项', {
      why: '没有读出任务句，或都已撤销、归并；可在正文里选一句列为事项',
      who: [{ unit: null, post: 'dispatcher' }],
    })
  }
  return out
}

function refuseMatters(actor: Actor, step: DocumentStep, matters: readonly LoadedMatter[], today: string): void {
  const items: { id: number; title: string; why: string }[] = []
  let first: { code: string } | null = null
  // The rule behind the refusals is said once, what each matter lacks beside it.
  const rules = new Set<string>()
  for (const loaded of matters) {
    const decision = decide(step, factsOf(loaded), whoOf(actor), today)
    if (decision.ok) continue
    first ??= decision
    rules.add(decision.why)
    items.push({ id: loaded.row.id, title: loaded.row.title, why: decision.message })
  }
  if (!first) return
  throw new Fault(409, first.code, `有 ${items.length} 项还不能${documentSteps[step].words}`, {
    why: [...rules].join('；'),
    who: [{ unit: null, post: 'dispatcher' }],
    items,
  })
}

/** Moves matters to the step's state in one statement; the light stays out until issue. */
export async function moveMatters(
  trx: Trx,
  county: string,
  matters: readonly LoadedMatter[],
  set: Record<string, unknown>,
): Promise<void> {
  if (matters.length === 0) return
  await trx
    .updateTable('matter')
    .set({ ...set, version: sql`version + 1`, revision: sql`nextval('revision')` })
    .where('county', '=', county)
    .where(
      'id',
      'in',
      matters.map((m) => m.row.id),
    )
    .execute()
}
