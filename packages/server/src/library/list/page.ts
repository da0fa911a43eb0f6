// One page by keyset, forwards or backwards: each row is met once, whatever changes meanwhile. Nulls come last in both
// directions, rows of equal value follow their id in the direction of the sort.
import { sql, type RawBuilder } from 'kysely'
import type { Jump, Position, Sort, SortValue, Start } from './sort.ts'

export interface Keyed {
  readonly id: number
  /** What orders the row before its id does. Spelt as no SQL column of a ledger is: they stand side by side. */
  readonly sortedBy: SortValue
}

export interface KeysetPage<R> {
  readonly rows: R[]
  /** There are rows beyond the end to which the page was read: after the last, or before the first (`before`). */
  readonly more: boolean
}

/** What a page asks of its source, in SQL: the extra conditions, the order, at most so many rows. */
export interface Ask {
  readonly where: readonly RawBuilder<unknown>[]
  /** What orders the rows before their id does; null: the id alone. */
  readonly by: RawBuilder<unknown> | null
  /** The value of the sort in these rows. */
  readonly value: RawBuilder<unknown>
  readonly desc: boolean
  readonly limit: number
}

/** A stretch of the list that one index reads in order. */
interface Stretch {
  readonly where: readonly RawBuilder<unknown>[]
  readonly by: RawBuilder<unknown> | null
  /** All its rows are alike but for the id. */
  readonly even: boolean
  readonly value: RawBuilder<unknown>
  holds(value: SortValue): boolean
}

function stretchesOf(sort: Sort, column: RawBuilder<unknown>): Stretch[] {
  if (sort.field === 'id') return [{ where: [], by: null, even: true, value: sql`null`, holds: () => true }]
  if (sort.inTurn) {
    const values = sort.desc ? [...sort.inTurn].reverse() : sort.inTurn
    return values.map((one) => ({
      where: [sql`${column} = ${one}`],
      by: null,
      even: true,
      value: sql`${one}::text`,
      holds: (value) => value === one,
    }))
  }
  const filled = {
    where: sort.nullable ? [sql`${column} is not null`] : [],
    by: column,
    even: false,
    // A cursor holds words and numbers.
    value: sort.type === 'boolean' ? sql`${column}::text` : column,
    holds: (value: SortValue) => value !== null,
  }
  if (!sort.nullable) return [filled]
  return [
    filled,
    // Ordered by the column too, though it is null throughout: the planner does not see that its index is in order.
    { where: [sql`${column} is null`], by: column, even: true, value: sql`null`, holds: (value) => value === null },
  ]
}

/** @param column the sort's column in the source, with its collation. */
export async function readPage<R extends Keyed>(
  source: { readonly id: RawBuilder<unknown>; readonly column: RawBuilder<unknown>; fetch(ask: Ask): Promise<R[]> },
  sort: Sort,
  start: Start,
  limit: number,
): Promise<KeysetPage<R>> {
  const backwards = start.way === 'before'
  const stretches = stretchesOf(sort, source.column)
  if (backwards) stretches.reverse()
  const desc = sort.desc !== backwards
  const begin = stretches.findIndex((s) => start.way === 'first' || s.holds(valueOf(start)))
  const rows: R[] = []
  for (const [i, stretch] of stretches.entries()) {
    if (i < begin || rows.length > limit) continue
    const from = i === begin ? beginOf(source, stretch, start, desc) : []
    rows.push(
      ...(await source.fetch({
        where: [...stretch.where, ...from],
        by: stretch.by,
        value: stretch.value,
        desc,
        limit: limit + 1 - rows.length,
      })),
    )
  }
  const more = rows.length > limit
  const page = rows.slice(0, limit)
  return { rows: backwards ? page.reverse() : page, more }
}

const valueOf = (start: Exclude<Start, { way: 'first' }>): SortValue =>
  start.way === 'at' ? start.to.value : start.from.value

function beginOf(
  source: { readonly id: RawBuilder<unknown> },
  stretch: Stretch,
  start: Start,
  desc: boolean,
): RawBuilder<unknown>[] {
  if (start.way === 'first') return []
  if (start.way === 'at') return jumpTo(source, stretch, start.to, desc)
  return [beyond(source, stretch, start.from, desc)]
}

function beyond(
  { id }: { readonly id: RawBuilder<unknown> },
  { by, even }: Stretch,
  from: Position,
  desc: boolean,
): RawBuilder<unknown> {
  const sign = desc ? sql`<` : sql`>`
  return by && !even ? sql`(${by}, ${id}) ${sign} (${from.value}, ${from.id})` : sql`${id} ${sign} ${from.id}`
}

function jumpTo(
  { id }: { readonly id: RawBuilder<unknown> },
  { by, even, value }: Stretch,
  to: Jump,
  desc: boolean,
): RawBuilder<unknown>[] {
  const sign = sql.raw((desc ? '<' : '>') + (to.strict ? '' : '='))
  if (by && !even) return [sql`${by} ${sign} ${to.value}`]
  // A jump in an order that is the id's own; a stage begins where its stretch does.
  return typeof to.value === 'number' ? [sql`${id} ${sign} ${to.value}`] : [sql`${value} is not null`]
}
