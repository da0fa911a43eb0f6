import type { UnitFull } from '@yipanqi/model'
import { sql } from 'kysely'
import type { Trx } from '../db/with-actor.ts'
import { loadUnits } from '../loop/refuse.ts'

/** Every unit of the county with what became of it, those in force first. */
export async function unitHistory(trx: Trx, county: string): Promise<UnitFull[]> {
  const rows = await trx
    .selectFrom('unit')
    .selectAll()
    .where('county', '=', county)
    .orderBy((eb) => eb('valid_to', 'is not', null))
    .orderBy('position')
    .orderBy('id')
    .limit(5000)
    .execute()
  const former = await trx
    .selectFrom('unit_name')
    .select(['unit', 'name', 'short', 'valid_to', 'basis'])
    .where('county', '=', county)
    .orderBy('valid_to', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const heirs = await trx.selectFrom('unit_heir').select(['unit', 'heir']).where('county', '=', county).execute()
  const counted = await sql<{ unit: number; n: number }>`
    select unit, count(*) as n from account where county = ${county} and state <> 'left' group by unit`.execute(trx)
  const accounts = new Map(counted.rows.map((r) => [r.unit, r.n]))
  const refs = await loadUnits(
    trx,
    county,
    rows.map((r) => r.id),
  )
  const ref = (id: number | null) => (id === null ? null : (refs.get(id) ?? null))
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    short: row.short,
    kind: row.kind,
    parent: row.parent,
    mayLead: row.may_lead,
    aliases: row.aliases,
    version: row.version,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    parentUnit: ref(row.parent),
    successor: ref(row.successor),
    heirs: heirs.flatMap((h) => (h.unit === row.id ? (ref(h.heir) ?? []) : [])),
    former: former
      .filter((f) => f.unit === row.id)
      .map((f) => ({ name: f.name, short: f.short, until: f.valid_to, basis: f.basis })),
    accounts: accounts.get(row.id) ?? 0,
  }))
}
