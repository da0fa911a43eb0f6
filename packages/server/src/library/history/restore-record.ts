// Putting a record back: a new change like any other, never a rewriting of what happened.
import type {
  Field,
  RecordDetail,
  restoreRecord as restoreBody,
  Value,
  Values,
} from '@yipanqi/model/libraries/index.ts'
import type { z } from 'zod'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import { Fault, faults } from '../../http/fault.ts'
import type { Ledger } from '../ledger.ts'
import { contextOf } from '../records/change-record.ts'
import { requireFreeKeys } from '../records/check-keys.ts'
import { factsOf, getRow, recordDetail, shownValues } from '../records/get-record.ts'
import { requireWithRecord } from '../records/refuse-record.ts'
import { writeRecords } from '../records/write-records.ts'
import { openCells, sealedFields } from '../sealed.ts'
import { bytesIn, loadChanges, undo, valueIn, type State } from './fold.ts'
import { findUnrestorable } from './unrestorable.ts'

/**
 * With a change: the fields go back to how they stood after it. The stage stays where it is (it has its own gates and
 * days). A record that was taken off comes back on the ledger either way.
 */
export async function restoreRecord(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  id: number,
  body: z.output<typeof restoreBody>,
): Promise<RecordDetail> {
  const seen = await getRow(trx, actor, ledger, id)
  const undoing = seen.removed !== null || body.changeId === undefined
  await requireWithRecord(trx, actor, ledger.library, factsOf(seen), undoing ? 'restore' : 'edit')
  const row = await getRow(trx, actor, ledger, id, true)
  if (row.version !== body.version) throw faults.stale(row.version)
  const values = body.changeId === undefined ? {} : await valuesAfter(house, trx, actor, ledger, id, row, body.changeId)
  const before = await shownValues(house, trx, actor, ledger, row)
  const lost = await findUnrestorable(trx, actor, ledger, values, before)
  if (lost.length > 0)
    throw new Fault(409, 'cannot-restore', `恢复不了：有 ${lost.length} 栏当时的内容现在不能再用`, {
      why: '没有改动任何一栏。请用“修改”照当时的样子填，下面这几栏填现行的',
      fields: lost,
    })
  await requireFreeKeys(trx, actor, ledger, { ...before, ...values }, id)
  const write = { id, version: body.version, values, ...(row.removed === null ? {} : { removed: null }) }
  await writeRecords(trx, actor, ledger, [write], contextOf(house, body.reason))
  return recordDetail(house, trx, actor, ledger, id)
}

async function valuesAfter(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  id: number,
  row: State,
  changeId: number,
): Promise<Values> {
  const { library } = ledger
  const changes = await loadChanges(trx, library.id, id)
  const at = changes.findIndex((c) => c.id === changeId)
  const state = at < 0 ? null : undo(row, changes.slice(at + 1))
  if (!state)
    throw new Fault(404, 'no-such-change', '没有找到这次变更', { why: '它不是这条记录的变更，请在变更记录里选' })
  const out: Record<string, Value> = {}
  for (const [name, field] of Object.entries(library.fields) as [string, Field][])
    if (!field.system && !field.sealed) out[name] = valueIn(ledger, name, state)
  const cells = sealedFields(library).flatMap((field) => {
    const sealed = bytesIn(ledger, field, state)
    out[field] = null
    return sealed ? [{ id, field, sealed }] : []
  })
  const opened = await openCells(trx, actor.county, library.id, cells, house.master)
  for (const [i, { field }] of cells.entries()) {
    const value = opened[i] ?? null
    // An erased person does not come back.
    if (value === null) delete out[field]
    else out[field] = value
  }
  return out
}
