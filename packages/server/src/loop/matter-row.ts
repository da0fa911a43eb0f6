// One matter as the loop works on it: the row locked, and what the transition table needs to know.
import type { MatterFacts, Who } from '@yipanqi/model'
import type { Selectable } from 'kysely'
import type { Actor } from '../db/actor.ts'
import type { AnswerTable, MatterTable } from '../db/schema.ts'
import type { Trx } from '../db/with-actor.ts'
import { faults } from '../http/fault.ts'

export type MatterRow = Selectable<MatterTable>

export interface LoadedMatter {
  readonly row: MatterRow
  readonly supports: readonly { unit: number; part: string }[]
  readonly answers: readonly Selectable<AnswerTable>[]
  readonly consultDue: string | null
}

/** A person of the system (a job) plays no part in the loop: only accounts do. */
export function whoOf(actor: Actor): Who {
  if (actor.account === null || actor.post === 'system') throw new Error('only an account acts in the loop')
  return { account: actor.account, unit: actor.unit, post: actor.post }
}

/**
 * Loads a matter that the actor may see, or throws 404. With `lock`, the row is held until the transaction ends, so
 * that two people cannot both act from the same version.
 */
export async function getMatter(trx: Trx, county: string, id: number, lock = false): Promise<LoadedMatter> {
  let query = trx.selectFrom('matter').selectAll().where('county', '=', county).where('id', '=', id)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (!row) throw faults.notFound('项事项')
  const supports = await trx
    .selectFrom('matter_support')
    .select(['unit', 'part'])
    .where('county', '=', county)
    .where('matter', '=', id)
    .orderBy('position')
    .orderBy('unit')
    .execute()
  const answers = await trx
    .selectFrom('answer')
    .selectAll()
    .where('county', '=', county)
    .where('matter', '=', id)
    .orderBy('id')
    .execute()
  const due = await trx
    .selectFrom('matter_source')
    .innerJoin('document', (j) =>
      j.onRef('document.county', '=', 'matter_source.county').onRef('document.id', '=', 'matter_source.document'),
    )
    .select('document.consult_due')
    .where('matter_source.county', '=', county)
    .where('matter_source.matter', '=', id)
    .where('document.state', '=', 'consulting')
    .executeTakeFirst()
  return { row, supports, answers, consultDue: due?.consult_due ?? null }
}

export function requireVersion(row: { version: number }, asked: number): void {
  if (row.version !== asked) throw faults.stale(row.version)
}

export function factsOf({ row, supports, answers, consultDue }: LoadedMatter): MatterFacts {
  return {
    id: row.id,
    state: row.state,
    kind: row.kind,
    title: row.title,
    leadUnit: row.lead_unit,
    supportUnits: supports.map((s) => s.unit),
    leader: row.leader,
    line: row.line,
    cadence: row.cadence,
    deadline: row.deadline,
    doneWhen: row.done_when,
    target: row.target,
    value: row.value,
    evidenceCount: row.evidence_count,
    awaiting: answers.filter((a) => a.opinion === null).map((a) => a.unit),
    answers: answers.flatMap((a) => (a.opinion ? [{ unit: a.unit, opinion: a.opinion, adopted: a.adopted }] : [])),
    key: row.key,
    leaderConsent: row.leader_consent,
    consultDue,
  }
}
