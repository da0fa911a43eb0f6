import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { systemActor } from '../actor.ts'
import type { Db, Trx } from '../with-actor.ts'
import { BatchMac, beginning, isBefore, type Batch, type Place } from './chain.ts'
import { readHeads, type CountyHeads } from './heads.ts'
import { problem, type Problem } from './problems.ts'
import { lockSealing } from './lock.ts'
import { auditRows, type SealedRow } from './rows.ts'
import { sealKeyId } from './seal-key.ts'

export interface CountyVerdict {
  readonly county: string
  readonly ok: boolean
  readonly seals: number
  /** Rows under a seal. */
  readonly rows: number
  /** Rows that no seal covers yet: nothing can be said about them. */
  readonly unsealed: number
  readonly problems: readonly Problem[]
}

interface Seal extends Batch {
  readonly rows: number
  readonly mac: string
}

/**
 * Recomputes the audit chain of every county (those that only the heads file knows included) and holds it against the
 * heads kept outside: `audit verify` of the command line. Reads as the app role, changes nothing, memory stays flat.
 */
export async function verifyAudit(db: Db, key: Uint8Array, headsFile: string): Promise<CountyVerdict[]> {
  const heads = await readHeads(headsFile)
  const listed = await db.pool.query<{ code: string }>('select system_counties() as code')
  const counties = new Set([...listed.rows.map((r) => r.code), ...heads.keys()])
  const verdicts: CountyVerdict[] = []
  for (const county of [...counties].sort()) verdicts.push(await verifyCounty(db, county, key, headsFile))
  return verdicts
}

export async function verifyCounty(db: Db, county: string, key: Uint8Array, headsFile: string): Promise<CountyVerdict> {
  return db.withActor(systemActor(county, `verify-${randomUUID()}`), async (trx) => {
    // Sealing rests meanwhile: chain and heads have to be of one moment.
    await lockSealing(trx, county)
    const heads = (await readHeads(headsFile)).get(county) ?? null
    const problems: Problem[] = []
    const rows = new Walk(auditRows(trx, county, beginning, null))
    const total = { seals: 0, rows: 0 }
    let previous: Seal | null = null
    for await (const seal of sealsOf(trx, county)) {
      const follows = checkPlace(seal, previous)
      if (follows) problems.push(follows)
      const content = await checkContent(seal, previous?.mac ?? '', key, rows)
      if (content) problems.push(content)
      const known = heads?.macs.get(seal.number)
      if (known !== undefined && known !== seal.mac) problems.push(problem('rewritten', county, seal.number))
      total.seals += 1
      total.rows += seal.rows
      previous = seal
    }
    const tail = checkTail(county, previous?.number ?? 0, heads)
    if (tail) problems.push(tail)
    const unsealed = await countFrom(trx, county, previous?.to ?? beginning)
    return { county, ok: problems.length === 0, ...total, unsealed, problems }
  })
}

/** A seal must begin where the one before it ended, under the next number. */
function checkPlace(seal: Seal, previous: Seal | null): Problem | null {
  const from = previous?.to ?? beginning
  const expected = (previous?.number ?? 0) + 1
  if (seal.number === expected && seal.from.era === from.era && seal.from.xid === from.xid) return null
  return problem('gap', seal.county, seal.number, `前一次封存应为第 ${seal.number - 1} 号并与本号首尾相接`)
}

async function checkContent(seal: Seal, previousMac: string, key: Uint8Array, rows: Walk): Promise<Problem | null> {
  const mac = new BatchMac(key, previousMac, seal)
  await rows.skipTo(seal.from)
  for (let row = await rows.nextBefore(seal.to); row; row = await rows.nextBefore(seal.to)) mac.add(row.text)
  const found = mac.rows
  // The count is part of the mac as it was counted, not as the seal's row tells it.
  if (mac.finish() === seal.mac && found === seal.rows) return null
  if (!seal.mac.startsWith(`${sealKeyId(key)}.`)) {
    return problem('changed', seal.county, seal.number, '封存所用的密钥不是现在这一把')
  }
  if (found < seal.rows) return problem('missing', seal.county, seal.number, `封存 ${seal.rows} 行，现有 ${found} 行`)
  if (found > seal.rows) return problem('inserted', seal.county, seal.number, `封存 ${seal.rows} 行，现有 ${found} 行`)
  return problem('changed', seal.county, seal.number, `共 ${found} 行`)
}

/** The last seal may be one ahead of the heads: a process can die between its commit and the line. */
function checkTail(county: string, last: number, heads: CountyHeads | null): Problem | null {
  const known = heads?.last ?? 0
  if (known > last) {
    return problem('cut-tail', county, known, `链头文件记到第 ${known} 号，库中只到第 ${last} 号`)
  }
  if (last - known > 1 || (last > 0 && known === 0)) {
    return problem('gap', county, last, `链头文件只记到第 ${known} 号，库中已到第 ${last} 号`)
  }
  return null
}

/** Audit rows as one walk from the beginning, taken seal by seal. */
class Walk {
  private readonly source: AsyncGenerator<SealedRow>
  private waiting: SealedRow | null = null
  private ended = false

  constructor(source: AsyncGenerator<SealedRow>) {
    this.source = source
  }

  /** The next row if it stands before that place, null otherwise. */
  async nextBefore(place: Place): Promise<SealedRow | null> {
    const row = await this.peek()
    if (!row || !isBefore(row, place)) return null
    this.waiting = null
    return row
  }

  /** Leaves out rows before a place: those of a seal that is gone. */
  async skipTo(place: Place): Promise<void> {
    while (await this.nextBefore(place));
  }

  private async peek(): Promise<SealedRow | null> {
    if (this.waiting || this.ended) return this.waiting
    const step = await this.source.next()
    if (step.done) this.ended = true
    else this.waiting = step.value
    return this.waiting
  }
}

async function* sealsOf(trx: Trx, county: string): AsyncGenerator<Seal> {
  let last = -1
  for (;;) {
    const page = await trx
      .selectFrom('audit_seal')
      .selectAll()
      .where('county', '=', county)
      .where('number', '>', last)
      .orderBy('number')
      .limit(2_000)
      .execute()
    for (const s of page) {
      const from = { era: s.from_era, xid: s.from_xid }
      yield { county, number: s.number, from, to: { era: s.to_era, xid: s.to_xid }, rows: s.row_count, mac: s.mac }
    }
    const final = page.at(-1)
    if (!final) return
    last = final.number
  }
}

async function countFrom(trx: Trx, county: string, from: Place): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from audit
    where county = ${county} and (era, xid) >= (${from.era}::int, ${from.xid}::bigint)`.execute(trx)
  return rows[0]?.count ?? 0
}
