// What the reader proposes becomes drafts of matters. What the text does not say is filled as a suggestion and marked
// 拟; below the threshold no lead is proposed and the draft waits in 待认领.
import type { Calendar, IsoDate } from '@yipanqi/base'
import type { Matter, Target } from '@yipanqi/reading'
import { proposeSteps } from '@yipanqi/model'
import type { Actor } from '../db/actor.ts'
import type { Provisional } from '../db/schema.ts'
import type { Trx } from '../db/with-actor.ts'
import { setSupports } from '../loop/supports.ts'
import { everyTownship, type Directory } from './directory.ts'
import { matterSearch } from '../loop/matter-search.ts'

/** A candidate below this is shown, not taken. */
const enough = 0.5

interface DraftContext {
  readonly document: number
  /** What was read, or what a ledger asks for in the same shape. */
  readonly reading: { readonly document: { readonly text: string }; readonly matters: readonly Matter[] }
  readonly directory: Directory
  readonly today: IsoDate
  readonly calendar: Calendar
  readonly date: IsoDate | null
}

/** Inserts the drafts in the order of the text (parents before children) and answers their ids. */
export async function addDrafts(trx: Trx, actor: Actor, context: DraftContext): Promise<number[]> {
  const ids = new Map<string, number>()
  for (const matter of context.reading.matters) {
    const id = await addDraft(
      trx,
      actor,
      context,
      matter,
      matter.parent === null ? null : (ids.get(matter.parent) ?? null),
    )
    ids.set(matter.id, id)
  }
  return [...ids.values()]
}

async function addDraft(
  trx: Trx,
  actor: Actor,
  context: DraftContext,
  matter: Matter,
  parent: number | null,
): Promise<number> {
  const { directory, today } = context
  const units = chooseUnits(matter, directory)
  const { deadline, provisional: dayProposed } = chooseDeadline(matter)
  const target = matter.kind === '常态' ? null : chooseTarget(matter.targets)
  const provisional: Provisional[] = []
  if (!units.written && units.lead !== null) provisional.push('lead')
  // Counted in working days before the arrangement of the year is out: the day may still move.
  if (dayProposed) provisional.push('deadline')
  if (matter.doneWhen !== null) provisional.push('doneWhen')
  if (target?.masked) provisional.push('target')
  const leader = units.lead === null ? null : directory.leaderOf(units.lead)
  if (leader !== null) provisional.push('leader')
  const steps = matter.kind === '制度成果' ? proposeSteps(today, deadline, context.calendar) : []
  const title = matter.title.slice(0, 120)
  const row = await trx
    .insertInto('matter')
    .values({
      county: actor.county,
      number: null,
      title,
      text: matter.text,
      kind: matter.kind,
      attitude: matter.attitude,
      state: 'drafted',
      lead_unit: units.lead,
      leader,
      deadline,
      done_when: matter.doneWhen,
      target: target && JSON.stringify(target),
      first_target: null,
      first_deadline: null,
      value: null,
      line: null,
      parent,
      steps: JSON.stringify(steps),
      curve: '[]',
      provisional: JSON.stringify(provisional),
      candidates: JSON.stringify(matter.units.candidates.slice(0, 5)),
      light: null,
      light_since: null,
      light_as_of: null,
      pace: null,
      verdict: null,
      progress: null,
      last_report_as_of: null,
      last_report_on: null,
      last_evidence: null,
      issued_on: null,
      state_since: today,
      closed_on: null,
      created_by: actor.account,
      ...matterSearch(actor.county, title, null),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('matter_source')
    .values({
      county: actor.county,
      matter: row.id,
      document: context.document,
      clause: matter.clause,
      start_at: matter.start,
      end_at: matter.end,
      quote: context.reading.document.text.slice(matter.start, matter.end),
    })
    .execute()
  await setSupports(
    trx,
    actor.county,
    row.id,
    units.lead,
    units.supports.map((unit) => ({ unit, part: '' })),
  )
  return row.id
}

interface ChosenUnits {
  readonly lead: number | null
  readonly supports: number[]
  /** The text itself names the lead. */
  readonly written: boolean
}

function chooseUnits(matter: Matter, directory: Directory): ChosenUnits {
  const supports = new Set<number>()
  let lead: number | null = null
  for (const name of matter.units.lead) {
    const id = directory.find(name)
    if (id === null) addGroup(name, directory, supports)
    else if (lead === null && directory.mayLead(id)) lead = id
    else supports.add(id)
  }
  const written = matter.units.explicit && lead !== null
  for (const name of matter.units.support) {
    const id = directory.find(name)
    if (id === null) addGroup(name, directory, supports)
    else supports.add(id)
  }
  if (lead === null) {
    const best = matter.units.candidates[0]
    const id = best && best.score >= enough ? directory.find(best.unit) : null
    if (id !== null && directory.mayLead(id)) lead = id
  }
  if (lead !== null) supports.delete(lead)
  return { lead, supports: [...supports], written }
}

function addGroup(name: string, directory: Directory, supports: Set<number>): void {
  if (everyTownship.test(name)) for (const id of directory.townships) supports.add(id)
}

/** The last day that the text gives. Where it gives none there is none: the office fixes it before issue. */
function chooseDeadline(matter: Matter): { deadline: IsoDate | null; provisional: boolean } {
  const last = matter.deadlines
    .filter((d) => d.to !== null)
    .toSorted((a, b) => ((a.to as IsoDate) < (b.to as IsoDate) ? -1 : 1))
    .at(-1)
  return { deadline: last?.to ?? null, provisional: last?.provisional === true }
}

/** The figure that the matter is measured by: a level or count before a rate, a bound before a loose one. */
function chooseTarget(targets: readonly Target[]) {
  const best = targets.find((t) => t.basis === 'level' || t.basis === 'count') ?? targets[0]
  if (!best) return null
  const { indicator, relation, basis, value, to, unit, masked } = best
  return { indicator, relation, basis, value, to, unit, masked }
}
