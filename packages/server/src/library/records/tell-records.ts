// Records that changed, told to whoever has their ledger open: ids only, and each hearer is asked under their own rights.
import { mayInLibrary } from '@yipanqi/model/libraries/index.ts'
import { sql } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import { announce, idRoom } from '../../live/live.ts'
import type { Ledger } from '../ledger.ts'
import { findLedger } from '../load-ledger.ts'

/** By transaction and ledger: whose keys have been told of a large change already. */
const told = new WeakMap<Trx, Map<string, Set<number>>>()

/**
 * A form's save names its record. Of a bulk edit or an import one record stands for each audience (a key of `seen_by`),
 * and each audience is told once a transaction, so that a hundred thousand rows are an event or a few.
 */
export async function tellRecords(trx: Trx, actor: Actor, ledger: Ledger, ids: readonly number[]): Promise<void> {
  // Tables made by hand tell of themselves, or are kept by administrators alone.
  if (ids.length === 0 || ledger.library.handmade) return
  const named = ids.length <= idRoom ? ids : await spokesmen(trx, actor, ledger, ids)
  if (named.length === 0) return
  await announce(trx, { county: actor.county, event: 0, kind: 'record', library: ledger.library.id, ids: named })
}

async function spokesmen(trx: Trx, actor: Actor, ledger: Ledger, ids: readonly number[]): Promise<number[]> {
  const byLedger = told.get(trx) ?? new Map<string, Set<number>>()
  told.set(trx, byLedger)
  const first = !byLedger.has(ledger.library.id)
  const keys = byLedger.get(ledger.library.id) ?? new Set<number>()
  byLedger.set(ledger.library.id, keys)
  const { rows } = await sql<{ key: number; id: number }>`
    select k.key, min(r.id) as id from ${sql.table(ledger.table)} r cross join lateral unnest(r.seen_by) k(key)
    where r.county = ${actor.county} and r.id = any (${`{${ids.join(',')}}`}::bigint[])
      and not k.key = any (${`{${[...keys].join(',')}}`}::bigint[])
    group by k.key order by k.key`.execute(trx)
  for (const { key } of rows) keys.add(key)
  // Whoever sees the whole hears of records that are no unit's as well.
  return [...new Set([...(first ? ids.slice(0, 1) : []), ...rows.map((r) => r.id)])]
}

/** Of these records those that the actor sees; what the ledger is, is told to nobody who may not read it. */
export async function visibleRecords(
  trx: Trx,
  actor: Actor,
  library: string,
  ids: readonly number[],
): Promise<number[]> {
  const ledger = await findLedger(trx, actor, library)
  if (!ledger || !mayInLibrary(actor, ledger.library, 'read')) return []
  const mine = sql.join([sql`r.county = ${actor.county}`, ...ledger.belongs('r')], sql` and `)
  const { rows } = await sql<{ id: number }>`
    select r.id from ${sql.table(ledger.table)} r
    where ${mine} and r.id = any (${`{${ids.join(',')}}`}::bigint[]) order by r.id`.execute(trx)
  return rows.map((r) => r.id)
}
