// What a list shows, as a set that other questions (board, funnel, map, bulk edit) start from.
import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Ledger } from '../ledger.ts'
import { sourceOf, type Asked } from './source.ts'

/**
 * `from … where …` over `r`, the records that the actor sees and the filter finds, each once. `counting`: through the
 * view that asks no row who may see it, for sums over the whole.
 */
export function rowsFrom(ledger: Ledger, actor: Actor, asked: Asked, counting = false): RawBuilder<unknown> {
  // Every walk joins the record itself, since what is asked of it stands in no narrow copy.
  const source = sourceOf(ledger, actor, asked, { fields: Object.keys(ledger.library.fields), counting })
  const [first, ...others] = source.parts
  if (first && others.length === 0 && source.joined)
    return sql`from ${first.from} where ${sql.join([...first.where], sql` and `)}`
  const walks = source.parts.map(
    (part) => sql`select ${source.id} as id from ${part.from} where ${sql.join([...part.where], sql` and `)}`,
  )
  const ids = walks.length === 0 ? sql`select 0::bigint where false` : sql.join(walks, sql` union `)
  return sql`from ${sql.table(ledger.table)} r where r.county = ${actor.county} and r.id in (${ids})`
}
