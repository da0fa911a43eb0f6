import type { Trx } from '../db/with-actor.ts'
import { faults } from '../http/fault.ts'

export interface SupportInput {
  readonly unit: number
  readonly part: string
}

/** Replaces the supporting units and their parts. The lead never supports itself; nobody stands there twice. */
export async function setSupports(
  trx: Trx,
  county: string,
  matter: number,
  lead: number | null,
  supports: readonly SupportInput[],
): Promise<void> {
  const seen = new Set<number>()
  const rows = supports.filter((s) => s.unit !== lead && !seen.has(s.unit) && seen.add(s.unit))
  await trx.deleteFrom('matter_support').where('county', '=', county).where('matter', '=', matter).execute()
  if (rows.length === 0) return
  await trx
    .insertInto('matter_support')
    .values(rows.map((s, position) => ({ county, matter, unit: s.unit, part: s.part, position })))
    .execute()
}

/** A lead must exist in this county, be in force, and be one that may lead (税务, 法院 … may not). */
export async function checkLead(trx: Trx, county: string, unit: number): Promise<void> {
  const row = await trx
    .selectFrom('unit')
    .select(['name', 'may_lead', 'valid_to'])
    .where('county', '=', county)
    .where('id', '=', unit)
    .executeTakeFirst()
  if (!row) throw faults.invalid('没有这个单位', [{ path: 'lead', message: '请从本县单位目录里选' }])
  if (!row.may_lead)
    throw faults.invalid(`${row.name}不能牵头`, [
      { path: 'lead', message: '垂管、法院等单位只能请配合，请另选牵头单位' },
    ])
  if (row.valid_to !== null)
    throw faults.invalid(`${row.name}已撤并`, [{ path: 'lead', message: '请选承接它职责的单位' }])
}

export async function checkUnits(trx: Trx, county: string, ids: readonly number[], path: string): Promise<void> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return
  const rows = await trx
    .selectFrom('unit')
    .select('id')
    .where('county', '=', county)
    .where('id', 'in', wanted)
    .execute()
  if (rows.length !== wanted.length)
    throw faults.invalid('有的单位不在本县目录里', [{ path, message: '请从本县单位目录里选' }])
}

export async function checkLeader(trx: Trx, county: string, leader: number): Promise<void> {
  const row = await trx
    .selectFrom('county_leader')
    .select('id')
    .where('county', '=', county)
    .where('id', '=', leader)
    .executeTakeFirst()
  if (!row) throw faults.invalid('没有这位县领导', [{ path: 'leader', message: '请从本县领导分工里选' }])
}
