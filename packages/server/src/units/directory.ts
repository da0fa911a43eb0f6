import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { UnitTable } from '../db/schema.ts'
import type { Trx } from '../db/with-actor.ts'
import { faults } from '../http/fault.ts'

export type UnitRow = Selectable<UnitTable>

/** A unit of the county, ended or not; throws 404. */
export async function getUnit(trx: Trx, county: string, id: number): Promise<UnitRow> {
  const row = await trx
    .selectFrom('unit')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw faults.notFound('个单位')
  return row
}

/** One change of the directory at a time in a county: a circle or two units of one name cannot slip in between. */
export async function lockDirectory(trx: Trx, county: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`units/${county}`}, 0))`.execute(trx)
}

/** The unit and all below it. */
export async function unitsBelow(trx: Trx, county: string, unit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with recursive down as (
      select ${unit}::bigint as id
      union select u.id from down join unit u on u.county = ${county} and u.parent = down.id
    ) select id from down`.execute(trx)
  return rows.map((r) => r.id)
}
