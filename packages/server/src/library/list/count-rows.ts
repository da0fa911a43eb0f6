import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import { prepared, type Trx } from '../../db/with-actor.ts'
import type { Ledger } from '../ledger.ts'
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
  const plain = asked.filter === null && asked.search === '' && !asked.removed
  return sql<{
    n: number
  }>`${sql.raw(plain ? prepared : '')}select count(*) as n from (${sql.join(walks, sql` union `)}${limit}) c`
}

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
  const { rows } = await countSql(ledger, actor, asked, mode).execute(trx)
  return countOf(rows[0]?.n ?? 0, mode)
}

/** What is answered for so many rows, of which a capped count met one more than it names. */
export function countOf(n: number, mode: 'capped' | 'exact'): Count {
  return mode === 'exact' ? { value: n, exact: true } : { value: Math.min(n, countCap), exact: n <= countCap }
}
