import { sql } from 'kysely'
import type { Trx } from '../db/with-actor.ts'

/** Who sees a document that is out: everybody who sees one of its matters, those that it shares with others included. */
export async function audienceOf(trx: Trx, county: string, document: number): Promise<number[]> {
  const { rows } = await sql<{ keys: number[] }>`
    select coalesce(array_agg(distinct k.key order by k.key), '{}') as keys
    from matter_source s
    join matter m on m.county = s.county and m.id = s.matter
    cross join lateral unnest(m.seen_by) k(key)
    where s.county = ${county} and s.document = ${document}`.execute(trx)
  return rows[0]?.keys ?? []
}

/** After a matter's units or sources changed: a unit that comes in must see the document that it is asked about. */
export async function refreshAudiences(trx: Trx, county: string, matter: number): Promise<void> {
  const documents = await trx
    .selectFrom('document')
    .select('id')
    .where('county', '=', county)
    .where('state', 'in', ['consulting', 'signed-off', 'issued'])
    .where((eb) =>
      eb(
        'id',
        'in',
        eb
          .selectFrom('matter_source')
          .select('document')
          .where('matter_source.county', '=', county)
          .where('matter_source.matter', '=', matter),
      ),
    )
    .orderBy('id')
    .execute()
  for (const { id } of documents) {
    await trx
      .updateTable('document')
      .set({ seen_by: await audienceOf(trx, county, id) })
      .where('county', '=', county)
      .where('id', '=', id)
      .execute()
  }
}
