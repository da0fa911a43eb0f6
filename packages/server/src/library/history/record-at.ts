// The record as it stood at the end of a past day.
import type { IsoDate } from '@yipanqi/base'
import type { RecordAt, Values } from '@yipanqi/model/libraries/index.ts'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import { Fault } from '../../http/fault.ts'
import type { Ledger } from '../ledger.ts'
import { getRow } from '../records/get-record.ts'
import { loadRecordNames } from '../records/record-names.ts'
import { firstColumn, stageName } from '../records/record-row.ts'
import { refuseFirm } from '../records/refuse-record.ts'
import { sealedFields, showSealed } from '../sealed.ts'
import { bytesIn, loadChanges, undo, valuesIn, type State } from './fold.ts'

/** The end of a county's day. */
const endOf = (date: IsoDate): string => `${date}T23:59:59.999999+08:00`

export async function recordAt(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  id: number,
  date: IsoDate,
): Promise<RecordAt> {
  const { library } = ledger
  const state = await stateAt(trx, actor, ledger, id, endOf(date))
  if (!state) throw new Fault(404, 'not-yet', `${date} 还没有这条记录`, { why: '它是后来才登记的，请选登记以后的日期' })
  const values = await valuesAt(house, trx, actor, ledger, id, state)
  const text = (name: string) => (state[name] ?? null) as string | null
  return {
    date,
    version: Number(state['version']),
    stage: text('stage'),
    stageName: stageName(library, text('stage')),
    stageSince: text('stage_since'),
    removed: text('removed'),
    values,
    names: await loadRecordNames(trx, actor, library, [values]),
  }
}

/** Columns at an instant; null: there was no record yet. 404 where the actor does not see the record today. */
export async function stateAt(
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  id: number,
  instant: string,
): Promise<State | null> {
  const row = await getRow(trx, actor, ledger, id)
  refuseFirm(actor)
  return undo(row, await loadChanges(trx, ledger.library.id, id, { instant }))
}

async function valuesAt(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  id: number,
  state: State,
): Promise<Values> {
  const { library } = ledger
  const bytes = Object.fromEntries(
    sealedFields(library).map((name) => [firstColumn(library, name), bytesIn(ledger, name, state)]),
  )
  const [sealed] = await showSealed(trx, actor.county, library, [{ id, ...bytes }], house.master)
  const plain = valuesIn(ledger, state)
  return Object.fromEntries(Object.keys(library.fields).map((name) => [name, plain[name] ?? sealed?.[name] ?? null]))
}
