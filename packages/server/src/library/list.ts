// Compiles a typed list query (model/fields) to SQL that uses indexes under row security: equality, ranges and row
// comparisons of int, date and text only, each of them leakproof. Every ledger's list is made by this.
import type { FieldSet, Query, SortValue } from '@yipanqi/model'
import { sql, type RawBuilder } from 'kysely'
import type { Trx } from '../db/with-actor.ts'

/** How a list's fields stand in SQL. */
export interface ListSource<S extends FieldSet> {
  /** The driving table with its alias and joins, e.g. `matter as m`. */
  readonly from: RawBuilder<unknown>
  /** Conditions that always hold (county, visibility key). */
  readonly where: readonly RawBuilder<unknown>[]
  /** The row's id in that table. */
  readonly id: RawBuilder<unknown>
  /** Column of each field that is filtered or sorted directly. */
  readonly columns: Partial<Record<keyof S & string, RawBuilder<unknown>>>
  /** Filters that are not a plain column: answers a condition. */
  readonly special?: Partial<Record<keyof S & string, (value: never) => RawBuilder<unknown>>>
  /** Sort columns that are never null need no second pass. */
  readonly notNull: readonly string[]
}

export interface IdPage {
  readonly ids: number[]
  readonly last: { readonly value: SortValue; readonly id: number } | null
  readonly more: boolean
}

interface IdRow {
  id: number
  value: SortValue
}

/** One page of ids in order. Nulls come last in both directions, so that an index serves both passes. */
export async function listIds<S extends FieldSet>(trx: Trx, source: ListSource<S>, query: Query<S>): Promise<IdPage> {
  const column = query.sort.field === 'id' ? source.id : source.columns[query.sort.field]
  if (!column) throw new Error(`no column for the sort ${query.sort.field}`)
  const plain = query.sort.field === 'id' || source.notNull.includes(query.sort.field)
  const conditions = [...source.where, ...filterConditions(source, query)]
  const desc = query.sort.direction === 'desc'
  const want = query.limit + 1
  const rows: IdRow[] = []
  const inNulls = query.after !== null && query.after.value === null
  const run = async (extra: RawBuilder<unknown>[], order: RawBuilder<unknown>, limit: number): Promise<void> => {
    const result = await sql<IdRow>`
      select ${source.id} as id, ${column} as value from ${source.from}
      where ${sql.join([...conditions, ...extra], sql` and `)} order by ${order} limit ${sql.lit(limit)}`.execute(trx)
    rows.push(...result.rows)
  }
  const way = desc ? sql`desc` : sql`asc`
  const beyond = desc ? sql`<` : sql`>`
  if (!inNulls) {
    const after = query.after
    const extra: RawBuilder<unknown>[] = plain ? [] : [sql`${column} is not null`]
    if (after) {
      extra.push(
        query.sort.field === 'id'
          ? sql`${source.id} ${beyond} ${after.id}`
          : sql`(${column}, ${source.id}) ${beyond} (${after.value}, ${after.id})`,
      )
    }
    const order = query.sort.field === 'id' ? sql`${source.id} ${way}` : sql`${column} ${way}, ${source.id} ${way}`
    await run(extra, order, want)
  }
  if (!plain && rows.length < want) {
    const extra = [sql`${column} is null`]
    if (inNulls && query.after) extra.push(sql`${source.id} ${beyond} ${query.after.id}`)
    await run(extra, sql`${source.id} ${way}`, want - rows.length)
  }
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    ids: page.map((r) => r.id),
    last: last ? { value: last.value, id: last.id } : null,
    more: rows.length > query.limit,
  }
}

const cap = 1000

/** The count that was asked for: exact up to 1,000, then "1,000+"; exact on demand. Never blocks the rows. */
export async function countRows<S extends FieldSet>(
  trx: Trx,
  source: ListSource<S>,
  query: Query<S>,
): Promise<{ value: number; exact: boolean } | null> {
  if (query.count === 'none') return null
  const conditions = sql.join([...source.where, ...filterConditions(source, query)], sql` and `)
  if (query.count === 'exact') {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${source.from} where ${conditions}`.execute(trx)
    return { value: rows[0]?.n ?? 0, exact: true }
  }
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (select 1 from ${source.from} where ${conditions} limit ${sql.lit(cap + 1)}) capped`.execute(
    trx,
  )
  const n = rows[0]?.n ?? 0
  return { value: Math.min(n, cap), exact: n <= cap }
}

function filterConditions<S extends FieldSet>(source: ListSource<S>, query: Query<S>): RawBuilder<unknown>[] {
  const out: RawBuilder<unknown>[] = []
  for (const [name, value] of Object.entries(query.filters)) {
    if (value === undefined) continue
    const special = source.special?.[name]
    if (special) {
      out.push(special(value as never))
      continue
    }
    const column = source.columns[name]
    if (!column) throw new Error(`no column for the filter ${name}`)
    out.push(...plainCondition(column, value))
  }
  return out
}

function plainCondition(column: RawBuilder<unknown>, value: unknown): RawBuilder<unknown>[] {
  if (Array.isArray(value)) {
    const some = value.filter((v) => v !== null)
    const parts: RawBuilder<unknown>[] = []
    if (some.length > 0)
      parts.push(some.length === 1 ? sql`${column} = ${some[0]}` : sql`${column} in (${sql.join(some)})`)
    if (value.includes(null)) parts.push(sql`${column} is null`)
    return [sql`(${sql.join(parts, sql` or `)})`]
  }
  if (typeof value === 'object' && value !== null) {
    const range = value as { from?: string | number; to?: string | number }
    return [
      ...(range.from === undefined ? [] : [sql`${column} >= ${range.from}`]),
      ...(range.to === undefined ? [] : [sql`${column} <= ${range.to}`]),
    ]
  }
  return [sql`${column} = ${value}`]
}
