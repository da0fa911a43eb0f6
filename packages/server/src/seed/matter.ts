// Sample matters become rows: many a statement, judged before they are written.
import type { SampleCounty, SampleDocument, SampleEvent, SampleMatter, SampleUnit } from '@yipanqi/samples'
import { getTransition, type LightScheme, type Post, type State } from '@yipanqi/model'
import { addDays, type Calendar } from '@yipanqi/base'
import type { Insertable } from 'kysely'
import type {
  AnswerTable,
  EventTable,
  MatterSourceTable,
  MatterSupportTable,
  MatterTable,
  Provisional,
} from '../db/schema.ts'
import type { Trx } from '../db/with-actor.ts'
import type { House } from '../house.ts'
import type { MatterRow } from '../loop/matter-row.ts'
import { judged } from '../loop/relight.ts'
import type { SeededDirectory } from './directory.ts'
import { insertMany } from './insert-many.ts'
import { replay, stepsOf, type Replayed } from './replay.ts'
import { matterSearch } from '../loop/matter-search.ts'

export interface SeedContext {
  readonly house: House
  readonly trx: Trx
  readonly county: SampleCounty
  readonly directory: SeededDirectory
  readonly documents: ReadonlyMap<string, number>
  readonly texts: ReadonlyMap<string, SampleDocument>
  readonly files: (matter: SampleMatter, event: SampleEvent) => number[]
  readonly clauses: (document: string, at: number) => string | null
  readonly scheme: LightScheme | null
  readonly calendar: Calendar
  /** Next 督办编号. */
  readonly nextNumber: (year: string) => string
}

/** All matters of a document with their sources, parts, answers and events. */
export async function insertMatters(context: SeedContext, document: SampleDocument): Promise<void> {
  const { trx, county } = context
  const issued = document.state === 'issued' && document.issuedOn !== null
  const told = document.matters.map((matter) => {
    const events = issued ? county.historyOf(matter) : []
    return { matter, events, past: issued ? replay(matter, document.issuedOn as string, events) : null }
  })
  const ids = await insertMany(
    trx,
    'matter',
    told.map(({ matter, past }) => matterRow(context, document, matter, past)),
    true,
  )
  const supports: Insertable<MatterSupportTable>[] = []
  const sources: Insertable<MatterSourceTable>[] = []
  const events: Insertable<EventTable>[] = []
  const answers: Insertable<AnswerTable>[] = []
  for (const [n, one] of told.entries()) {
    const id = ids[n] as number
    supports.push(...supportRows(context, id, one.matter))
    sources.push(...sourceRows(context, id, one.matter))
    if (issued) events.push(...eventRows(context, id, document, one.matter, one.events))
    else answers.push(...answerRows(context, id, document, one.matter))
  }
  await insertMany(trx, 'matter_support', supports)
  await insertMany(trx, 'matter_source', sources)
  await insertMany(trx, 'event', events)
  await insertMany(trx, 'answer', answers)
}

function matterRow(
  context: SeedContext,
  document: SampleDocument,
  matter: SampleMatter,
  past: Replayed | null,
): Insertable<MatterTable> {
  const { county, directory, texts } = context
  const target = matter.target === null ? null : JSON.stringify({ ...matter.target, to: null, masked: false })
  const goal = matter.target?.value ?? 100
  const proposed: Provisional[] = past ? [] : matter.proposed.map((p) => (p === 'leadUnit' ? 'lead' : p))
  const first = matter.sources[0]
  const steps = past ? stepsOf(matter, past) : matter.steps.map((s) => ({ ...s, doneOn: null }))
  const curve = (matter.plan ?? []).map((p) => ({ date: p.by, value: Math.round(goal * p.percent) / 100 }))
  const number = past ? context.nextNumber((document.issuedOn as string).slice(0, 4)) : null
  const row = {
    county: county.code,
    number,
    ...matterSearch(county.code, matter.title, number),
    title: matter.title,
    text: first && texts.has(first.document) ? first.quote : matter.title,
    kind: matter.kind,
    attitude: matter.attitude,
    state: past?.state ?? 'consulting',
    lead_unit: directory.units.get(matter.leadUnit) ?? null,
    leader: directory.leaders.get(matter.leader) ?? null,
    deadline: matter.deadline,
    done_when: matter.doneWhen,
    target,
    first_target: past ? target : null,
    first_deadline: past ? matter.deadline : null,
    value: past?.value ?? null,
    cadence: matter.cadence,
    line: matter.line,
    key: matter.key,
    parent: null,
    steps: JSON.stringify(steps),
    curve: JSON.stringify(curve),
    provisional: JSON.stringify(proposed),
    candidates: '[]',
    light: null,
    light_since: null,
    light_as_of: null,
    pace: null,
    verdict: null,
    progress: null,
    last_report_as_of: past?.lastReportAsOf ?? null,
    last_report_on: past?.lastReportOn ?? null,
    last_evidence: past?.lastEvidence ?? null,
    evidence_count: past?.evidenceCount ?? 0,
    reworks: past?.reworks ?? 0,
    leader_consent: matter.key && past?.state === 'closed',
    issued_on: past ? document.issuedOn : null,
    state_since: past?.stateSince ?? document.consultedOn ?? document.date,
    closed_on: past?.closedOn ?? null,
    created_by: null,
  } satisfies Insertable<MatterTable>
  const plain = {
    ...row,
    target: matter.target && { ...matter.target, to: null, masked: false },
    first_target: null,
    steps,
    curve,
  } as unknown as MatterRow
  const verdict = judged(plain, context.scheme, context.house.clock.today(), context.calendar)
  return { ...row, ...withSince(verdict, since(verdict.light, matter, past, context.house.clock.today())) }
}

/** Since when the light has been so: nobody watched this past, so it is told by the day that decided it. */
function since(light: string | null, matter: SampleMatter, past: Replayed | null, today: string): string {
  if (!past) return today
  if (light === 'done') return past.closedOn ?? today
  if (light === 'red' && matter.deadline < today) return addDays(matter.deadline, 1)
  const last = past.lastReportOn ?? past.stateSince
  return light === 'grey' && addDays(last, 35) < today ? addDays(last, 35) : last
}

function withSince<T extends { verdict: string | null }>(verdict: T, day: string): T & { light_since: string } {
  const told =
    verdict.verdict === null ? null : JSON.stringify({ ...(JSON.parse(verdict.verdict) as object), since: day })
  return { ...verdict, verdict: told, light_since: day }
}

function supportRows(
  { county, directory }: SeedContext,
  id: number,
  matter: SampleMatter,
): Insertable<MatterSupportTable>[] {
  return matter.supports.flatMap((s, position) => {
    const unit = directory.units.get(s.unit)
    return unit === undefined ? [] : [{ county: county.code, matter: id, unit, part: s.part, position }]
  })
}

function sourceRows(
  { county, documents, texts, clauses }: SeedContext,
  id: number,
  matter: SampleMatter,
): Insertable<MatterSourceTable>[] {
  return matter.sources.flatMap((s) => {
    const document = documents.get(s.document)
    const at = texts.get(s.document)?.text.indexOf(s.quote) ?? -1
    return document === undefined || at < 0
      ? []
      : [
          {
            county: county.code,
            matter: id,
            document,
            clause: clauses(s.document, at),
            start_at: at,
            end_at: at + s.quote.length,
            quote: s.quote,
          },
        ]
  })
}

function eventRows(
  context: SeedContext,
  id: number,
  document: SampleDocument,
  matter: SampleMatter,
  events: readonly SampleEvent[],
): Insertable<EventTable>[] {
  const { county, directory } = context
  let state: State = 'issued'
  const issue = {
    action: 'issue' as const,
    at: `${document.issuedOn}T15:00:00+08:00`,
    account: accountOf(context, null, 'dispatcher'),
    from_state: 'signed-off' as State,
    to_state: 'issued' as State,
    details: JSON.stringify({ number: document.number, document: context.documents.get(document.id) }),
  }
  const rows = events.map((event) => {
    const from = state
    state = event.action === 'verify' && matter.kind === '常态' ? 'standing' : (getTransition(event.action).to ?? state)
    return {
      action: event.action,
      at: event.at,
      account: accountOf(context, event.by.unit, event.by.post),
      unit: directory.units.get(event.by.unit) ?? null,
      from_state: from,
      to_state: state,
      text: event.text,
      as_of: event.asOf,
      percent: event.percent,
      value: event.value ?? event.stepsDone,
      evidence: context.files(matter, event),
      details: '{}',
    }
  })
  const blank = {
    county: county.code,
    matter: id,
    document: null,
    on_paper: null,
    unit: null,
    text: null,
    as_of: null,
    percent: null,
    value: null,
    evidence: [] as number[],
  }
  return [issue, ...rows].map((r) => ({ ...blank, ...r }))
}

/** The sample's account of that unit and post, where there is one; the unit itself stands for the others. */
function accountOf({ county, directory }: SeedContext, unit: string | null, post: Post): number | null {
  const account = county.accounts.find((a) => (unit === null || a.unit === unit) && a.post === post)
  return account ? (directory.accounts.get(account.login) ?? null) : null
}

function answerRows(
  context: SeedContext,
  id: number,
  document: SampleDocument,
  matter: SampleMatter,
): Insertable<AnswerTable>[] {
  const { county, directory } = context
  const seen = new Set<number>()
  const asked = [
    { unit: matter.leadUnit, role: 'lead' as const },
    ...matter.supports.map((s) => ({ unit: s.unit, role: 'support' as const })),
  ]
  return asked.flatMap(({ unit, role }) => {
    const unitId = directory.units.get(unit)
    if (unitId === undefined || seen.has(unitId)) return []
    seen.add(unitId)
    const given = document.answers.find((a) => a.matter === matter.id && a.unit === unit)
    return {
      county: county.code,
      matter: id,
      unit: unitId,
      role,
      opinion: given?.opinion ?? null,
      text: given?.text ?? null,
      suggested_unit: given?.proposedUnit ? (directory.units.get(given.proposedUnit) ?? null) : null,
      answered_at: given?.at ?? null,
      account: given ? accountOf(context, unit, headPost(county.units, unit)) : null,
      adopted: null,
      adoption_note: null,
    }
  })
}

function headPost(units: readonly SampleUnit[], unit: string): Post {
  return units.find((u) => u.code === unit)?.kind === '乡镇' ? 'township-head' : 'unit-head'
}
