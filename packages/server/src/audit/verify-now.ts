import type { AuditState, AuditVerdict } from '@yipanqi/model'
import { sql } from 'kysely'
import { readSealKey, sealHeadsFile } from '../db/audit/seal-key.ts'
import { verifyCounty } from '../db/audit/verify.ts'
import type { Trx } from '../db/with-actor.ts'
import type { House } from '../house.ts'
import { sealPlaces } from '../jobs/seal.ts'
import { auditedTables } from './words.ts'

const running = new Map<string, Promise<AuditVerdict>>()

/** Recomputes a county's chain. Two who ask at once get the one answer: it reads every row there is. */
export function verifyNow(house: House, county: string): Promise<AuditVerdict> {
  const known = running.get(county)
  if (known) return known
  const work = verify(house, county).finally(() => running.delete(county))
  running.set(county, work)
  return work
}

async function verify(house: House, county: string): Promise<AuditVerdict> {
  const places = sealPlaces(house.config)
  const verdict = await verifyCounty(house.db, county, readSealKey(places), sealHeadsFile(places))
  const { ok, seals, rows, unsealed, problems } = verdict
  return {
    ok,
    seals,
    rows,
    unsealed,
    problems: problems.map(({ number, message }) => ({ number, message })),
    at: house.clock.now().toISOString(),
  }
}

const most = 10_000

/** Where the sealing stands, without recomputing anything. */
export async function auditState(trx: Trx, county: string): Promise<AuditState> {
  const seal = await trx
    .selectFrom('audit_seal')
    .selectAll()
    .where('county', '=', county)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (select 1 from audit where county = ${county}
      and (era, xid) >= (${seal?.to_era ?? 0}::int, ${seal?.to_xid ?? 0}::bigint) limit ${most}) rest`.execute(trx)
  return { seals: seal?.number ?? 0, lastSeal: seal?.at ?? null, unsealed: rows[0]?.n ?? 0, tables: auditedTables() }
}
