// The ledger of an id in the actor's county: what ships with the product, and what the county made itself.
import { findLibrary, libraries } from '@yipanqi/model/libraries/definitions/index.ts'
import type { Actor } from '../db/actor.ts'
import type { Trx } from '../db/with-actor.ts'
import { faults } from '../http/fault.ts'
import { getLedger, type Ledger } from './ledger.ts'
import { findOwnLedger, ownLedgers } from './own/own-ledgers.ts'

/** The library of that id, or 404. Whether its rows may be seen is row security's. */
export async function loadLedger(trx: Trx, actor: Actor, id: string): Promise<Ledger> {
  const found = await findLedger(trx, actor, id)
  if (!found) throw faults.notFound('本台账')
  return found
}

/** The same where there may be none. */
export async function findLedger(trx: Trx, actor: Actor, id: string): Promise<Ledger | null> {
  return (await findOwnLedger(trx, actor.county, id)) ?? (findLibrary(id) ? getLedger(id) : null)
}

/** Every ledger of the county: shipped ones with its additional fields, and its own, ended ones too. */
export async function allLedgers(trx: Trx, county: string): Promise<Ledger[]> {
  const shipped: Ledger[] = []
  for (const { id } of libraries) shipped.push((await findOwnLedger(trx, county, id)) ?? getLedger(id))
  return [...shipped, ...(await ownLedgers(trx, county))]
}
