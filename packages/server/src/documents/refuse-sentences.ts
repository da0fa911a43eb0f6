import { sql } from 'kysely'
import type { Trx } from '../db/with-actor.ts'
import { getDocument } from './document-row.ts'

/**
 * A withdrawn matter leaves its sentences without one: those that no other matter covers are refused again, with the
 * reason of the withdrawal, so that the coverage on the page stays true.
 */
export async function refuseSentences(trx: Trx, county: string, matter: number, why: string): Promise<void> {
  const sources = await trx
    .selectFrom('matter_source')
    .select(['document', 'start_at', 'end_at'])
    .where('county', '=', county)
    .where('matter', '=', matter)
    .execute()
  for (const id of new Set(sources.map((s) => s.document))) {
    const document = await getDocument(trx, county, id, true)
    const others = await trx
      .selectFrom('matter_source as s')
      .innerJoin('matter as m', (j) => j.onRef('m.county', '=', 's.county').onRef('m.id', '=', 's.matter'))
      .select(['s.start_at', 's.end_at'])
      .where('s.county', '=', county)
      .where('s.document', '=', id)
      .where('m.id', '<>', matter)
      .where('m.state', 'not in', ['withdrawn', 'merged'])
      .execute()
    const touches = (s: { start: number; end: number }, q: { start_at: number; end_at: number }): boolean =>
      q.start_at < s.end && q.end_at > s.start
    const bare = document.sentences.filter(
      (s) =>
        (s.role === 'obligation' || s.role === 'target') &&
        sources.some((q) => q.document === id && touches(s, q)) &&
        !others.some((q) => touches(s, q)),
    )
    if (bare.length === 0) continue
    const refused = [...document.refused, ...bare.map(({ start, end }) => ({ start, end, why }))]
    await trx
      .updateTable('document')
      .set({
        refused: JSON.stringify(refused.toSorted((a, b) => a.start - b.start)),
        covered: document.covered - bare.length,
        version: sql`version + 1`,
        revision: sql`nextval('revision')`,
      })
      .where('county', '=', county)
      .where('id', '=', id)
      .execute()
  }
}
