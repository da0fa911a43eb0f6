// Outlines of townships: our own drawing for orientation, no legal boundary.
import { sql } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'

export type Rings = readonly (readonly (readonly [number, number])[])[]

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

/** Seeds and county settings write them here. Rings are closed, [lon, lat] × 1,000,000 in CGCS2000. */
export async function saveOutlines(
  trx: Trx,
  county: string,
  outlines: readonly { readonly unit: number; readonly rings: Rings }[],
): Promise<void> {
  if (outlines.length === 0) return
  await trx
    .insertInto('outline')
    .values(outlines.map((o) => ({ county, unit: o.unit, rings: JSON.stringify(o.rings) })))
    .onConflict((on) =>
      on
        .columns(['county', 'unit'])
        .doUpdateSet({ rings: sql`excluded.rings`, version: sql`outline.version + 1` })
        .where(sql<boolean>`outline.rings is distinct from excluded.rings`),
    )
    .execute()
}
