import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { systemActor } from '../actor.ts'
import type { Db, Trx } from '../with-actor.ts'
import { BatchMac, beginning, isBefore, type Place } from './chain.ts'
import type { Head } from './heads.ts'
import { tryLockSealing } from './lock.ts'
import { auditRows } from './rows.ts'
import { sealKeyId } from './seal-key.ts'

/** What one run sealed; zero batches when there was nothing to do or another process was at it. */
export interface Sealed {
  readonly batches: number
  readonly rows: number
}

export interface SealOptions {
  /** Rows in a batch; a transaction that alone has more makes one batch. */
  readonly batchRows?: number
}

interface Tail {
  readonly number: number
  readonly to: Place
  readonly mac: string
}

/**
 * Seals what has come to rest in a county's audit: batches of whole transactions below the oldest one still open, each
 * chained to the one before by HMAC-SM3. Each batch is a transaction of its own; its head goes to `appendHead` as a
 * JSON line after the commit. Throws a Chinese message when the chain was begun with another key.
 */
export async function sealCounty(
  db: Db,
  county: string,
  key: Uint8Array,
  appendHead: (line: string) => void,
  { batchRows = 20_000 }: SealOptions = {},
): Promise<Sealed> {
  const actor = systemActor(county, `seal-${randomUUID()}`)
  let batches = 0
  let rows = 0
  for (;;) {
    const done = await db.withActor(actor, (trx) => sealBatch(trx, county, key, batchRows))
    if (!done) return { batches, rows }
    appendHead(JSON.stringify(done.head))
    batches += 1
    rows += done.rows
    // What came in meanwhile is for the next run: a busy county must not get a thousand small seals.
    if (!done.more) return { batches, rows }
  }
}

async function sealBatch(
  trx: Trx,
  county: string,
  key: Uint8Array,
  batchRows: number,
): Promise<{ head: Head; rows: number; more: boolean } | null> {
  // One sealer at a time for a county. The other has nothing to wait for: its rows are being sealed.
  if (!(await tryLockSealing(trx, county))) return null
  const tail = await findTail(trx, county, key)
  const from = tail?.to ?? beginning
  const end = await findEnd(trx, county, from, batchRows)
  if (!end) return null
  const { to, more } = end
  const batch = { county, number: (tail?.number ?? 0) + 1, from, to }
  const mac = new BatchMac(key, tail?.mac ?? '', batch)
  for await (const row of auditRows(trx, county, from, to)) mac.add(row.text)
  const rows = mac.rows
  const sum = mac.finish()
  const { at } = await trx
    .insertInto('audit_seal')
    .values({
      county,
      number: batch.number,
      from_era: from.era,
      from_xid: from.xid,
      to_era: to.era,
      to_xid: to.xid,
      row_count: rows,
      mac: sum,
    })
    .returning('at')
    .executeTakeFirstOrThrow()
  const head = { county, number: batch.number, mac: sum, previous: tail?.mac ?? '', at }
  return { head, rows, more }
}

async function findTail(trx: Trx, county: string, key: Uint8Array): Promise<Tail | null> {
  const last = await trx
    .selectFrom('audit_seal')
    .select(['number', 'to_era', 'to_xid', 'mac'])
    .where('county', '=', county)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return null
  // A lost key file would be made anew, and the chain would go on under a key that explains nothing before it.
  if (!last.mac.startsWith(`${sealKeyId(key)}.`)) {
    throw new Error(`审计封存密钥与县 ${county} 已有的封存链不符，请放回原来的密钥文件`)
  }
  return { number: last.number, to: { era: last.to_era, xid: last.to_xid }, mac: last.mac }
}

/** Where a batch from there ends: at the oldest open transaction, or earlier where it would grow too long; null when empty. */
async function findEnd(
  trx: Trx,
  county: string,
  from: Place,
  batchRows: number,
): Promise<{ to: Place; more: boolean } | null> {
  // Snapshot first, rows in a later statement: every transaction below xmin has ended by then and is visible.
  const now = await sql<Place>`
    select (select max(era) from audit_era) as era, pg_snapshot_xmin(pg_current_snapshot())::text::bigint as xid`.execute(
    trx,
  )
  const limit = now.rows[0]
  if (!limit) return null
  const place = async (offset: number): Promise<Place | undefined> => {
    const found = await sql<Place>`
      select era, xid from audit
      where county = ${county} and (era, xid) >= (${from.era}::int, ${from.xid}::bigint)
        and (era, xid) < (${limit.era}::int, ${limit.xid}::bigint)
      order by era, xid, id limit 1 offset ${offset}`.execute(trx)
    return found.rows[0]
  }
  const first = await place(0)
  if (!first) return null
  const cut = await place(batchRows)
  if (!cut) return { to: limit, more: false }
  return { to: isBefore(first, cut) ? cut : { era: first.era, xid: first.xid + 1 }, more: true }
}
