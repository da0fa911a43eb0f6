import { isCondition, type Filter } from '@yipanqi/model/libraries/index.ts'
import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import { prepared, type Trx } from '../../db/with-actor.ts'
import { seesWhole, type Ledger } from '../ledger.ts'
import { isNamed } from '../search/find-ids.ts'
import { sourceOf, type Asked } from './source.ts'

export interface Count {
  readonly value: number
  readonly exact: boolean
}

export const countCap = 1000

/** The count as a statement of one number. */
export function countSql(
  ledger: Ledger,
  actor: Actor,
  asked: Asked,
  mode: 'capped' | 'exact',
): RawBuilder<{ n: number }> {
  const source = sourceOf(ledger, actor, asked, { fields: [], counting: true })
  const several = source.parts.length > 1
  const limit = mode === 'capped' ? sql` limit ${sql.lit(countCap + 1)}` : sql``
  const walks = source.parts.map(
    (part) =>
      sql`select ${several ? source.id : sql`1`} as id from ${part.from} where ${sql.join([...part.where], sql` and `)}`,
  )
  // union takes what stands in several walks once.
  const plain = asked.search === '' && !asked.removed && byKeys(asked.filter)
  return sql<{
    n: number
  }>`${sql.raw(plain ? prepared : '')}select count(*) as n from (${sql.join(walks, sql` union `)}${limit}) c`
}

/** Counting what an equality finds goes by its index, whatever the value: such a plan may be kept. */
const byKeys = (filter: Filter | null): boolean =>
  filter === null || (isCondition(filter) ? filter.is === 'eq' : 'all' in filter && filter.all.every(byKeys))

/** Exact up to 1,000, then "1,000 and more"; exact on demand. Asked after the rows, so that it never blocks them. */
export async function countRows(
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  asked: Asked,
  mode: 'capped' | 'exact',
): Promise<Count> {
  // What the search has named is counted already.
  const known = asked.filter === null && mode === 'capped' ? asked.found : null
  if (known === 'many') return { value: countCap, exact: false }
  if (isNamed(known)) return countOf(known.length, mode)
  const question = mode === 'capped' ? wordsOf(ledger, actor, asked) : ''
  if (mode === 'capped' && stillMany(question)) return { value: countCap, exact: false }
  const { rows } = await countSql(ledger, actor, asked, mode).execute(trx)
  const n = rows[0]?.n ?? 0
  if (mode === 'capped' && n > countCap) many.set(question, performance.now())
  return countOf(n, mode)
}

// That there are more than can be named stays true while somebody turns the pages: it is not counted again for each.
const manyFor = 5000
const mostMany = 1000
const many = new Map<string, number>()

function stillMany(question: string): boolean {
  if (many.size > mostMany) many.clear()
  return performance.now() - (many.get(question) ?? -Infinity) < manyFor
}

/** Who asks by the rights that decide the answer, and what. */
const wordsOf = ({ library }: Ledger, actor: Actor, { filter, search, removed }: Asked): string =>
  JSON.stringify([
    actor.county,
    library.id,
    seesWhole(actor, library) ? null : [actor.scope, actor.keys, actor.account, actor.enterprise],
    filter,
    search,
    removed,
  ])

/** What is answered for so many rows, of which a capped count met one more than it names. */
export function countOf(n: number, mode: 'capped' | 'exact'): Count {
  return mode === 'exact' ? { value: n, exact: true } : { value: Math.min(n, countCap), exact: n <= countCap }
}
