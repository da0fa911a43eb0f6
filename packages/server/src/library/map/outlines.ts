// Outlines of townships: our own drawing for orientation, no legal boundary.
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'

export async function readOutlines(trx: Trx, actor: Actor) {
  const items = await trx
    .selectFrom('outline as o')
    .innerJoin('unit as u', (j) => j.onRef('u.county', '=', 'o.county').onRef('u.id', '=', 'o.unit'))
    .select(['o.unit', 'u.short as name', 'o.rings'])
    .where('o.county', '=', actor.county)
    .where('u.valid_to', 'is', null)
    .orderBy('u.position')
    .execute()
  return { items }
}
