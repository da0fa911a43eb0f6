// A filter as SQL. Only leakproof operators stand alone (equality, ranges, null); fragments and members are looked up
// before and come as ids, or are tested on the rows that a walk meets.
import { isCondition, type Condition, type Field, type Filter } from '@yipanqi/model/libraries/index.ts'
import { sql, type RawBuilder } from 'kysely'
import type { Trx } from '../../db/with-actor.ts'
import type { Ledger } from '../ledger.ts'
import { findTokens, isNamed, type Found } from '../search/find-ids.ts'
import { memberToken, noMember, searchTokens } from '../search/tokens.ts'
import { expression, hasSearch } from './columns.ts'
import { isVirtual, virtualCondition } from './virtual.ts'

export type Lookups = ReadonlyMap<Condition, Found>

export function conditionsIn(filter: Filter | null): Condition[] {
  if (filter === null) return []
  if (isCondition(filter)) return [filter]
  return ('all' in filter ? filter.all : filter.any).flatMap(conditionsIn)
}

/** Asks the search index for what it alone can answer: fragments of texts, members of choices. */
export async function lookUp(trx: Trx, ledger: Ledger, county: string, filter: Filter | null): Promise<Lookups> {
  const out = new Map<Condition, Found>()
  if (!hasSearch(ledger)) return out
  const find = (tokens: readonly string[]) => findTokens(trx, ledger.library.id, county, tokens, null)
  for (const one of conditionsIn(filter)) {
    const kind = ledger.library.fields[one.field]?.kind
    if (one.is === 'contains') out.set(one, await find(searchTokens(String(one.value))))
    else if (kind === 'choices' && one.is !== 'filled') {
      const ids = new Set<number>()
      let many: Found | null = null
      for (const member of one.is === 'in' ? (one.value as readonly string[]) : [noMember]) {
        const found = await find([memberToken(one.field, member)])
        if (isNamed(found)) for (const id of found) ids.add(id)
        else many = found
      }
      out.set(one, many ?? [...ids])
    }
  }
  return out
}

/** @param driven the narrow copy `s` drives; fields that it has are read from it. */
export function compileFilter(
  ledger: Ledger,
  county: string,
  filter: Filter | null,
  lookups: Lookups,
  driven: boolean,
): RawBuilder<unknown> {
  if (filter === null) return sql`true`
  if (isCondition(filter)) return compileCondition(ledger, county, filter, lookups, driven)
  const parts = ('all' in filter ? filter.all : filter.any).map((f) =>
    compileFilter(ledger, county, f, lookups, driven),
  )
  if (parts.length === 0) return sql`true`
  return sql`(${sql.join(parts, 'all' in filter ? sql` and ` : sql` or `)})`
}

function compileCondition(
  ledger: Ledger,
  county: string,
  one: Condition,
  lookups: Lookups,
  driven: boolean,
): RawBuilder<unknown> {
  if (isVirtual(ledger, one.field)) return virtualCondition(ledger, county, one, driven)
  const column = expression(ledger, one.field, driven)
  const value = one.value
  switch (one.is) {
    case 'eq':
      return sql`${column} = ${value}`
    case 'ne':
      // Whoever leaves 停产 out still wants those of which nothing is known.
      return sql`(${column} <> ${value} or ${column} is null)`
    case 'from':
      return sql`${column} >= ${value}`
    case 'to':
      return sql`${column} <= ${value}`
    case 'empty':
      return sql`(${byIds(ledger, lookups.get(one), driven)}${column} is null)`
    case 'filled':
      return sql`${column} is not null`
    case 'in':
      return inCondition(ledger, one, column, lookups, driven)
    case 'under':
      return sql`(${column} >= ${value} and ${column} < ${after(String(value))})`
    case 'contains':
      return sql`(${byIds(ledger, lookups.get(one), driven)}strpos(lower(${column}), lower(${value})) > 0)`
    case 'within':
      return withinCondition(ledger, one)
  }
}

function inCondition(
  ledger: Ledger,
  one: Condition,
  column: RawBuilder<unknown>,
  lookups: Lookups,
  driven: boolean,
): RawBuilder<unknown> {
  const field: Field | undefined = ledger.library.fields[one.field]
  if (field?.kind === 'choices')
    return sql`(${byIds(ledger, lookups.get(one), driven)}${column} && ${[...(one.value as readonly string[])]}::text[])`
  return sql`${column} in (${sql.join([...(one.value as readonly (string | number)[])])})`
}

/** `id = any (…) and `, or nothing where there are too many to name. */
function byIds(ledger: Ledger, found: Found | undefined, driven: boolean): RawBuilder<unknown> {
  if (!isNamed(found)) return sql``
  return sql`${expression(ledger, 'id', driven)} = any (${[...found]}::bigint[]) and `
}

/** A point field has its two columns, a polygon its centre's. */
function withinCondition(ledger: Ledger, one: Condition): RawBuilder<unknown> {
  const [west, south, east, north] = one.value as readonly number[]
  const plane = ledger.columns(one.field).filter((c) => c.endsWith('_x') || c.endsWith('_y'))
  const [x, y] = plane.map((c) => sql.ref(`r.${c}`))
  return sql`(${x} >= ${west} and ${x} <= ${east} and ${y} >= ${south} and ${y} <= ${north})`
}

/**
 * Above every code that begins with it: codes go on in digits, and a letter stands behind digits in byte order as in the
 * order of Chinese texts, which the slots of own ledgers are kept in.
 */
const after = (prefix: string): string => `${prefix}z`
