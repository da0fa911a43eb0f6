// The rows of one page: ids in order by keyset, and the columns that were asked for.
import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import { prepared, type Trx } from '../../db/with-actor.ts'
import type { Ledger } from '../ledger.ts'
import type { NameJoin } from './name-joins.ts'
import { readPage, type Ask, type Keyed, type KeysetPage } from './page.ts'
import type { Sort, Start } from './sort.ts'
import { sourceOf, type Asked, type Source } from './source.ts'

export interface ListRow extends Keyed {
  readonly [column: string]: unknown
}

/** @param select SQL columns of `r`; none: ids and sort values alone. */
export function listRows(
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  asked: Asked,
  sort: Sort,
  start: Start,
  limit: number,
  select: readonly RawBuilder<unknown>[] = [],
  names: readonly NameJoin[] = [],
): Promise<KeysetPage<ListRow>> {
  const source = sourceOf(ledger, actor, asked, { fields: [sort.field] })
  // An index gives it in order, whatever the values: nothing is found, nothing is left out.
  const plain = asked.filter === null && asked.search === '' && !asked.removed
  const fetch = async (ask: Ask): Promise<ListRow[]> => {
    const keys = keysQuery(source, ask, sort)
    const page =
      select.length === 0
        ? keys
        : source.joined && source.parts.length === 1
          ? keysQuery(source, ask, sort, select)
          : withRecords(ledger, actor.county, keys, ask, sort, select)
    const text = names.length === 0 ? page : withNames(page, names, ask, sort)
    const { rows } = await sql<ListRow>`${sql.raw(plain && ask.limit === limit + 1 ? prepared : '')}${text}`.execute(
      trx,
    )
    return rows
  }
  return readPage({ id: source.id, column: source.column(sort.field), fetch }, sort, start, limit)
}

/** `id` and `value` of the page's rows. Several walks are merged, what stands in more than one is taken once. */
function keysQuery(
  source: Source,
  ask: Ask,
  sort: Sort,
  select: readonly RawBuilder<unknown>[] = [],
): RawBuilder<unknown> {
  const way = sql.raw(ask.desc ? 'desc' : 'asc')
  const order = ask.by ? sql`${ask.by} ${way}, ${source.id} ${way}` : sql`${source.id} ${way}`
  const walk = (part: Source['parts'][number]): RawBuilder<unknown> => sql`
    select ${sql.join([sql`${source.id} as id`, sql`${ask.value} as "sortedBy"`, ...select])} from ${part.from}
    where ${sql.join([...part.where, ...ask.where], sql` and `)} order by ${order} limit ${sql.lit(ask.limit)}`
  const [first, ...others] = source.parts
  if (!first || others.length === 0) return first ? walk(first) : sql`select 0 as id, null as "sortedBy" where false`
  const walks = source.parts.map((part) => sql`(${walk(part)})`)
  return sql`select distinct id, ${sortedBy(sort)} as "sortedBy" from (${sql.join(walks, sql` union all `)}) w
    order by ${ask.by ? sql`"sortedBy" ${way}, id ${way}` : sql`id ${way}`} limit ${sql.lit(ask.limit)}`
}

// A column of a subquery keeps its collation, but a union of them must name it.
const sortedBy = (sort: Sort): RawBuilder<unknown> => sql`"sortedBy"${sql.raw(sort.collation)}`

function withRecords(
  ledger: Ledger,
  county: string,
  keys: RawBuilder<unknown>,
  ask: Ask,
  sort: Sort,
  select: readonly RawBuilder<unknown>[],
): RawBuilder<unknown> {
  return sql`
    select p.id, p."sortedBy", ${sql.join([...select])}
    from (${keys}) p join ${sql.table(ledger.table)} r on r.county = ${county} and r.id = p.id
    order by ${orderOf('p', ask, sort)}`
}

/** The page again with the words for its ids beside them: they are joined to its fifty rows, not to the ledger. */
function withNames(page: RawBuilder<unknown>, names: readonly NameJoin[], ask: Ask, sort: Sort): RawBuilder<ListRow> {
  const words = names.map(({ alias }) => sql`${sql.ref(`${alias}.name`)} as ${sql.ref(alias)}`)
  return sql<ListRow>`
    select b.*, ${sql.join(words)} from (${page}) b ${sql.join(
      names.map((n) => n.join),
      sql` `,
    )}
    order by ${orderOf('b', ask, sort)}`
}

/** The page's own order once more: a join promises none. */
function orderOf(alias: 'p' | 'b', ask: Ask, sort: Sort): RawBuilder<unknown> {
  const way = sql.raw(ask.desc ? 'desc' : 'asc')
  const id = sql`${sql.ref(`${alias}.id`)} ${way}`
  return ask.by ? sql`${sql.ref(`${alias}.sortedBy`)}${sql.raw(sort.collation)} ${way}, ${id}` : id
}
