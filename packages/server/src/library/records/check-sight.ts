// Would the actor still see a record with these values: asked before it is written, so that it can be told by row. Row
// security asks again when it is.
import type { Library, Values } from '@yipanqi/model/libraries/index.ts'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'

/** One answer a row: true where the record would be out of the actor's sight. */
export async function findOutOfSight(
  trx: Trx,
  actor: Actor,
  library: Library,
  rows: readonly Values[],
): Promise<boolean[]> {
  if (actor.scope === 'all' || actor.scope === 'system' || actor.libraries.includes(library.id))
    return rows.map(() => false)
  const units = (values: Values) =>
    library.audience.units.flatMap((name) => (typeof values[name] === 'number' ? [values[name]] : []))
  const wanted = [...new Set(rows.flatMap(units))]
  const sight =
    wanted.length === 0
      ? []
      : await trx
          .selectFrom('unit_sight')
          .select(['unit', 'keys'])
          .where('county', '=', actor.county)
          .where('unit', 'in', wanted)
          .execute()
  const seen = new Set(sight.filter((s) => s.keys.some((key) => actor.keys.includes(key))).map((s) => s.unit))
  return rows.map((values) => !units(values).some((unit) => seen.has(unit)))
}
