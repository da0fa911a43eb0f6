import { sql, type RawBuilder } from 'kysely'
import { allLedgers } from '../library/load-ledger.ts'
import type { Order } from './carry-out.ts'
import { unitColumns } from './library-columns.ts'

/**
 * What others have tied to a unit that ends: units below it, leaders in charge of it, accounts that watch it, libraries
 * that it keeps, records that name it. All heirs are watched and kept; one value goes to the main heir.
 */
export async function moveTies(
  { trx, actor }: Order,
  unit: number,
  main: number,
  heirs: readonly number[],
): Promise<{ children: number; leaders: number; records: number }> {
  const { county } = actor
  const children = await sql`
    update unit set parent = ${main}, version = version + 1
    where county = ${county} and parent = ${unit} and id <> ${main} and valid_to is null`.execute(trx)
  // The main heir may have stood below the unit that it takes over: it moves up to that unit's own parent.
  await sql`
    update unit h set parent = (select u.parent from unit u where u.county = h.county and u.id = ${unit})
    where h.county = ${county} and h.id = ${main} and h.parent = ${unit}`.execute(trx)
  const leaders = await sql`
    update county_leader l set units = ${exchanged(sql`l.units`, unit, heirs)}, version = version + 1
    where l.county = ${county} and ${unit} = any (l.units)`.execute(trx)
  const below = heirs.map((h) => -h)
  await sql`
    update account a set custom_keys = ${exchanged(exchanged(sql`a.custom_keys`, unit, heirs), -unit, below)}, version = version + 1
    where a.county = ${county} and a.custom_keys && array[${unit}::bigint, ${-unit}::bigint]`.execute(trx)
  await sql`
    update library_setting s set keepers = ${exchanged(sql`s.keepers`, unit, heirs)}, version = version + 1
    where s.county = ${county} and ${unit} = any (s.keepers)`.execute(trx)
  await sql`
    update own_library set unit = ${main}, version = version + 1
    where county = ${county} and unit = ${unit}`.execute(trx)
  let records = 0
  for (const { library, table, belongs } of await allLedgers(trx, county)) {
    for (const column of unitColumns(library)) {
      const mine = sql.join([sql`r.county = ${county}`, ...belongs('r')], sql` and `)
      const moved = await sql`
        update ${sql.table(table)} r set ${sql.ref(column)} = ${main}, version = r.version + 1
        where ${mine} and ${sql.ref(column)} = ${unit}`.execute(trx)
      records += Number(moved.numAffectedRows ?? 0n)
    }
  }
  return {
    children: Number(children.numAffectedRows ?? 0n),
    leaders: Number(leaders.numAffectedRows ?? 0n),
    records,
  }
}

/** The array with one member replaced by several, none twice. */
function exchanged(array: RawBuilder<unknown>, gone: number, come: readonly number[]): RawBuilder<unknown> {
  const heirs = sql`${`{${come.join(',')}}`}::bigint[]`
  // The cast makes a value of what may be a query: `= any (select …)` would compare with its rows.
  const held = sql`(${array})::bigint[]`
  return sql`(select coalesce(array_agg(distinct k order by k), '{}') from unnest(
    case when ${gone}::bigint = any (${held}) then array_remove(${held}, ${gone}::bigint) || ${heirs} else ${held} end) k)`
}
