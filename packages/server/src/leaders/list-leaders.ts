import { inForce, type LeaderFull, type UnitRef } from '@yipanqi/model'
import { sql } from 'kysely'
import type { Trx } from '../db/with-actor.ts'
import { loadUnits } from '../loop/refuse.ts'

/** Leaders of the county in their order, those who left last, each with what they were in charge of before. */
export async function listLeaders(trx: Trx, county: string, today: string): Promise<LeaderFull[]> {
  const rows = await trx
    .selectFrom('county_leader')
    .selectAll()
    .where('county', '=', county)
    .orderBy((eb) => eb.and([eb('valid_to', 'is not', null), eb('valid_to', '<', today)]))
    .orderBy('position')
    .orderBy('id')
    .limit(500)
    .execute()
  const terms = await trx
    .selectFrom('leader_term')
    .selectAll()
    .where('county', '=', county)
    .orderBy('valid_to', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const { rows: counted } = await sql<{ leader: number; n: number }>`
    select leader, count(*) as n from matter
    where county = ${county} and leader is not null and state = any (${[...inForce]}::text[]) group by leader`.execute(
    trx,
  )
  const open = new Map(counted.map((c) => [c.leader, c.n]))
  const units = await loadUnits(
    trx,
    county,
    [...rows, ...terms].flatMap((r) => r.units),
  )
  const named = (ids: readonly number[]): UnitRef[] => ids.flatMap((id) => units.get(id) ?? [])
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    post: row.post,
    portfolio: row.portfolio,
    units: named(row.units),
    position: row.position,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    past: terms
      .filter((t) => t.leader === row.id)
      .map((t) => ({ post: t.post, portfolio: t.portfolio, units: named(t.units), until: t.valid_to, basis: t.basis })),
    open: open.get(row.id) ?? 0,
    version: row.version,
  }))
}
