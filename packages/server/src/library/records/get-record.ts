// One record as its page shows it.
import {
  canWithRecord,
  mayInLibrary,
  type Library,
  type RecordDetail,
  type Values,
} from '@yipanqi/model/libraries/index.ts'
import { sql } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import { faults } from '../../http/fault.ts'
import type { Ledger } from '../ledger.ts'
import { showSealed } from '../sealed.ts'
import { loadRecordNames } from './record-names.ts'
import { loadTitles } from './load-titles.ts'
import { loadRows, plainValues, stageName, type RecordRow } from './record-row.ts'

/** The row that the actor sees, or 404. */
export async function getRow(trx: Trx, actor: Actor, ledger: Ledger, id: number, lock = false): Promise<RecordRow> {
  if (!mayInLibrary(actor, ledger.library, 'read')) throw faults.notFound('本台账')
  const row = (await loadRows(trx, actor, ledger, [id], lock)).get(id)
  if (!row) throw faults.notFound(`条${ledger.library.noun}记录`)
  return row
}

/** What a reader sees of it: people by name, numbers behind their mask. */
export async function shownValues(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  row: RecordRow,
): Promise<Values> {
  const [sealed] = await showSealed(trx, actor.county, ledger.library, [row], house.master)
  const plain = plainValues(ledger, row)
  // In the definition's order, so that a form reads as it was written down.
  return Object.fromEntries(
    Object.keys(ledger.library.fields).map((name) => [name, plain[name] ?? sealed?.[name] ?? null]),
  )
}

export async function recordDetail(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  id: number,
): Promise<RecordDetail> {
  return presentRecord(house, trx, actor, ledger, await getRow(trx, actor, ledger, id))
}

export async function presentRecord(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  row: RecordRow,
): Promise<RecordDetail> {
  const { library } = ledger
  const values = await shownValues(house, trx, actor, ledger, row)
  return {
    id: row.id,
    version: row.version,
    title: (await loadTitles(trx, actor, ledger, [values]))[0] ?? '',
    stage: row.stage,
    stageName: stageName(library, row.stage),
    stageSince: row.stage_since,
    values,
    removed: row.removed,
    updatedAt: row.updated_at ?? (await lastChange(trx, library, row.id)),
    can: canWithRecord(actor, library, factsOf(row)),
    names: await loadRecordNames(trx, actor, library, [values]),
  }
}

export const factsOf = (row: RecordRow) => ({ mine: row.mine, removed: row.removed !== null })

/** Tables made by hand keep no such column: their audit knows. */
async function lastChange(trx: Trx, library: Library, id: number): Promise<string> {
  const { rows } = await sql<{
    at: string | null
  }>`select max(at) as at from library_history(${library.id}, ${id})`.execute(trx)
  return rows[0]?.at ?? '1970-01-01T00:00:00+08:00'
}
