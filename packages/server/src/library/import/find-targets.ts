// Which record of the ledger a row means: by the first of the library's match keys that is filled.
import { toColumns } from '@yipanqi/model/libraries/columns.ts'
import type { Field, Library, Values } from '@yipanqi/model/libraries/index.ts'
import { sql } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { Ledger } from '../ledger.ts'
import { collationOf } from '../sql/table-of.ts'

export interface Target {
  /** A record; null: none, so the row is a new one; several: more than one has the same key. */
  readonly id: number | null | 'several' | 'hidden'
  /** Which of `matchKeys` told; -1: none is filled. */
  readonly by: number
}

export const isFilled = (values: Values, key: readonly string[]): boolean =>
  key.every((name) => (values[name] ?? null) !== null)

export const isUnique = (library: Library, key: readonly string[]): boolean =>
  library.unique.some((u) => u.length === key.length && u.every((name, i) => name === key[i]))

/**
 * One query a key for all rows. Where a first key finds nothing, a record that lacks this key is looked for by the
 * following ones: a firm that was kept by its name alone is then given its code instead of being entered twice.
 */
export async function findTargets(trx: Trx, actor: Actor, ledger: Ledger, rows: readonly Values[]): Promise<Target[]> {
  const { library } = ledger
  const keys = library.matchKeys
  const out: Target[] = rows.map((values) => ({
    id: null,
    by: keys.findIndex((key) => isFilled(values, key)),
  }))
  for (const [k, key] of keys.entries()) {
    const laterToo = k > 0 && (await someLack(trx, actor, ledger, keys.slice(0, k)))
    const asking = out.flatMap((target, at) => {
      const later = laterToo && target.id === null && target.by >= 0 && target.by < k
      const open = (target.by === k || later) && isFilled(rows[at] as Values, key)
      return open ? [at] : []
    })
    if (asking.length === 0) continue
    const lacking = keys.slice(0, k)
    const found = isUnique(library, key)
      ? await holders(
          trx,
          ledger,
          key,
          asking.map((at) => rows[at] as Values),
        )
      : await seen(
          trx,
          actor,
          ledger,
          key,
          asking.map((at) => rows[at] as Values),
          lacking,
        )
    for (const [i, at] of asking.entries()) {
      const id = found.get(i)
      // By a key that is not the row's first, only one clear record counts.
      if (id !== undefined && ((out[at] as Target).by === k || typeof id === 'number')) out[at] = { id, by: k }
    }
  }
  return out
}

/** Does any record of the ledger lack these keys: mostly none does, and no row need be looked for among them. */
async function someLack(
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  keys: readonly (readonly string[])[],
): Promise<boolean> {
  const bare = keys.flat().map((name) => sql`${sql.ref(`r.${ledger.columns(name)[0] as string}`)} is null`)
  const where = [sql`r.county = ${actor.county}`, ...ledger.conditions('r', false), ...bare]
  const { rows } = await sql<{ lack: boolean }>`
    select exists (select 1 from ${sql.table(ledger.table)} r where ${sql.join(where, sql` and `)}) as lack`.execute(
    trx,
  )
  return rows[0]?.lack ?? false
}

const columnsIn = (library: Library, key: readonly string[], values: Values): unknown[] =>
  key.flatMap((name) => [...toColumns(library.fields[name] as Field, values[name] ?? null)])

/** Of a unique key, also records that the actor does not see: the key is taken all the same. */
async function holders(
  trx: Trx,
  ledger: Ledger,
  key: readonly string[],
  rows: readonly Values[],
): Promise<Map<number, number | 'hidden'>> {
  const columns = key.flatMap((name) => [...ledger.columns(name)])
  const { rows: held } = await sql<{ place: number; id: number; seen: boolean }>`
    select place, id, seen from library_holders(${ledger.library.id}, ${columns}::text[],
      ${JSON.stringify(rows.map((values) => columnsIn(ledger.library, key, values)))}::jsonb)`.execute(trx)
  return new Map(held.map((h) => [h.place, h.seen ? h.id : 'hidden']))
}

/** Of any other key, those that the actor sees; `lacking` keys must be empty in the record that a later key finds. */
async function seen(
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  key: readonly string[],
  rows: readonly Values[],
  lacking: readonly (readonly string[])[],
): Promise<Map<number, number | 'several'>> {
  const { library } = ledger
  const parts = key.flatMap((name) => {
    const field = library.fields[name] as Field
    return ledger.columns(name).map((column, i) => ({
      column,
      type: field.columns[i]?.type ?? 'text',
      collation: collationOf(field),
    }))
  })
  const list = rows.map((values, place) => ({
    place,
    // A row whose own first key is this one asks no record to lack anything.
    strict: lacking.some((other) => isFilled(values, other)),
    ...Object.fromEntries(columnsIn(library, key, values).map((value, i) => [`k${i}`, value])),
  }))
  const bare = lacking.flatMap((other) =>
    other.map((name) => sql`${sql.ref(`r.${ledger.columns(name)[0] as string}`)} is null`),
  )
  const conditions = [
    sql`r.county = ${actor.county}`,
    ...ledger.conditions('r', false),
    ...parts.map(
      ({ column, collation }, i) => sql`${sql.ref(`r.${column}`)}${sql.raw(collation)} = ${sql.ref(`k.k${i}`)}`,
    ),
    ...(bare.length > 0 ? [sql`(not k.strict or (${sql.join(bare, sql` and `)}))`] : []),
  ]
  // One look into the index a row: a plan for all of them at once would read the whole ledger for each batch.
  const { rows: found } = await sql<{ place: number; ids: number[] }>`
    select k.place, array_agg(r.id) as ids
    from json_to_recordset(${JSON.stringify(list)}::json)
      as k(place int, strict boolean, ${sql.join(parts.map(({ type }, i) => sql.raw(`k${i} ${type}`)))})
    cross join lateral (
      select r.id from ${sql.table(ledger.table)} r where ${sql.join(conditions, sql` and `)} limit 2) r
    group by k.place`.execute(trx)
  return new Map(found.map((f) => [f.place, f.ids.length > 1 ? 'several' : (f.ids[0] as number)]))
}
