import { sql } from 'kysely'
import type { Trx } from '../db/with-actor.ts'
import { allLedgers } from '../library/load-ledger.ts'
import { unitColumns } from './library-columns.ts'

/**
 * Who sees what these units lead or support is computed anew: matters (finished ones too), the documents behind them,
 * and records of libraries. Triggers do it whenever a unit column is written.
 */
export async function followAudience(trx: Trx, county: string, units: readonly number[]): Promise<void> {
  const ids = sql`${`{${units.join(',')}}`}::bigint[]`
  const { rows } = await sql<{ id: number }>`
    update matter m set lead_unit = m.lead_unit
    where m.county = ${county} and (m.lead_unit = any (${ids})
      or exists (select 1 from matter_support s where s.county = m.county and s.matter = m.id and s.unit = any (${ids})))
    returning m.id`.execute(trx)
  await followDocuments(
    trx,
    county,
    rows.map((r) => r.id),
  )
  for (const { library, table, belongs } of await allLedgers(trx, county)) {
    for (const column of unitColumns(library)) {
      const mine = sql.join([sql`r.county = ${county}`, ...belongs('r')], sql` and `)
      await sql`update ${sql.table(table)} r set ${sql.ref(column)} = ${sql.ref(column)}
        where ${mine} and ${sql.ref(column)} = any (${ids})`.execute(trx)
    }
  }
}

/** A document that is out is seen by all who see one of its matters. */
export async function followDocuments(trx: Trx, county: string, matters: readonly number[]): Promise<void> {
  if (matters.length === 0) return
  await sql`
    update document d set seen_by = coalesce((
      select array_agg(distinct k.key order by k.key)
      from matter_source s join matter m on m.county = s.county and m.id = s.matter cross join lateral unnest(m.seen_by) k(key)
      where s.county = d.county and s.document = d.id), '{}')
    where d.county = ${county} and d.state in ('consulting', 'signed-off', 'issued')
      and exists (select 1 from matter_source s where s.county = d.county and s.document = d.id
                  and s.matter = any (${`{${matters.join(',')}}`}::bigint[]))`.execute(trx)
}
