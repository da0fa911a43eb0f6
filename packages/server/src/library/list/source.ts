// From where a reader's list is read. Who sees the whole reads the record's own indexes; a unit reads the narrow copy
// of what it may see, key by key; row security stands behind both.
import { isCondition, type Filter } from '@yipanqi/model/libraries/index.ts'
import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import { seesWhole, type Ledger } from '../ledger.ts'
import { compileFilter, conditionsIn, type Lookups } from './compile-filter.ts'
import { expression, hasSearch, inSeen } from './columns.ts'
import { searchable } from '../search/tokens.ts'
import { isNamed, type Found } from '../search/find-ids.ts'
import { drivingUnits, isVirtual } from './virtual.ts'

export interface Asked {
  readonly filter: Filter | null
  readonly search: string
  readonly removed: boolean
  /** What the search index answered for `search`, where one was asked. */
  readonly found: Found | null
  readonly lookups: Lookups
}

export interface Source {
  /** One for each key that is walked by itself; the same row may stand in several. */
  readonly parts: readonly Part[]
  readonly id: RawBuilder<unknown>
  /** A field, `updated`, `stage` or `id`, in its collation. */
  column(name: string): RawBuilder<unknown>
  /** `r` stands in every part. */
  readonly joined: boolean
}

export interface Part {
  readonly from: RawBuilder<unknown>
  readonly where: readonly RawBuilder<unknown>[]
}

/** A reader of so many keys is served by one pass over the copy instead of one walk a key. */
const mostKeys = 12

export interface SourceOptions {
  /** Fields beside those of the filter. */
  readonly fields: readonly string[]
  /** Read the whole through the view that asks no row who may see it: counts and sums. */
  readonly counting?: boolean
}

export function sourceOf(ledger: Ledger, actor: Actor, asked: Asked, options: SourceOptions): Source {
  const whole = seesWhole(actor, ledger.library) || !ledger.seen
  const byUnit = asked.removed ? null : drivingUnits(ledger, asked.filter)
  const filter = byUnit && whole ? byUnit.rest : asked.filter
  const keys = whole ? (byUnit?.units ?? null) : narrowKeys(actor)
  const driven = keys !== null && !asked.removed && keys.length > 0 && keys.length <= mostKeys
  const joined = !driven || needsRecord(ledger, asked, filter, options)
  const where = conditions(ledger, actor, { ...asked, filter }, driven)
  const shared = {
    id: expression(ledger, 'id', driven),
    column: (name: string) => expression(ledger, name, driven),
    joined,
  }
  const named = fewestNamed(asked, filter)
  if (driven)
    return { ...shared, parts: keys.map((key) => drivenPart(ledger, actor.county, key, joined, where, named)) }
  const view = options.counting && whole && ledger.seen && !asked.removed
  const table = view ? `${ledger.table}_all` : ledger.table
  return {
    ...shared,
    parts: [
      {
        from: tableAs(table, 'r', 'id', actor.county, named),
        where: [
          sql`r.county = ${actor.county}`,
          ...ledger.conditions('r', asked.removed),
          ...(keys === null ? [] : [ownRows(ledger, actor, keys)]),
          ...where,
        ],
      },
    ],
  }
}

/** Null keys are everybody's: the actor reads no narrow copy. */
function narrowKeys(actor: Actor): readonly number[] {
  return ['unit', 'subtree', 'custom'].includes(actor.scope) ? actor.keys : []
}

/** What row security will say of each row, said in a way that finds them: by key, by firm. */
function ownRows(ledger: Ledger, actor: Actor, keys: readonly number[]): RawBuilder<unknown> {
  const firm = ledger.library.audience.enterprise
  if (actor.scope === 'enterprise' && firm !== undefined && actor.enterprise !== null)
    return sql`${expression(ledger, firm, false)} = ${actor.enterprise}`
  if (actor.scope === 'own') return sql`true`
  if (keys.length === 0) return sql`false`
  // The narrow copy keeps no row that was taken off; those are few and have an index of their own.
  if (keys.length <= mostKeys || !ledger.seen) return sql`r.seen_by && ${[...keys]}::bigint[]`
  const { table, id } = ledger.seen
  return sql`r.id in (select ${sql.ref(`v.${id}`)} from ${sql.table(table)} v where v.county = ${actor.county} and v.key = any (${[...keys]}::bigint[]))`
}

function drivenPart(
  ledger: Ledger,
  county: string,
  key: number,
  joined: boolean,
  where: readonly RawBuilder<unknown>[],
  named: readonly number[] | null,
): Part {
  const seen = ledger.seen as NonNullable<Ledger['seen']>
  const s = tableAs(seen.table, 's', seen.id, county, named)
  return {
    from: joined
      ? sql`${s} join ${sql.table(ledger.table)} r on r.county = s.county and r.id = ${sql.ref(`s.${seen.id}`)}`
      : s,
    where: [
      sql`s.county = ${county}`,
      sql`s.key = ${key}`,
      ...ledger.belongs('s'),
      // What the copy leaves out already need not be asked of the record again.
      ...(joined ? ledger.conditions('r', false) : []),
      ...where,
    ],
  }
}

/**
 * Rows that the search index has named are fetched by their ids, behind a fence: the planner takes a walk in the list's
 * order for cheaper, and it is not.
 */
function tableAs(
  table: string,
  alias: 'r' | 's',
  id: string,
  county: string,
  named: readonly number[] | null,
): RawBuilder<unknown> {
  if (named === null) return sql`${sql.table(table)} ${sql.raw(alias)}`
  return sql`(select * from ${sql.table(table)} f where f.county = ${county} and ${sql.ref(`f.${id}`)} = any (${[...named]}::bigint[]) offset 0) ${sql.raw(alias)}`
}

/** The smallest set of ids in which every answer stands: of the words asked, or of a condition that all must meet. */
function fewestNamed(asked: Asked, filter: Filter | null): readonly number[] | null {
  const must = filter === null ? [] : isCondition(filter) ? [filter] : 'all' in filter ? filter.all : []
  const sets = [asked.found, ...must.map((one) => (isCondition(one) ? asked.lookups.get(one) : undefined))].filter(
    isNamed,
  )
  return sets.reduce<readonly number[] | null>((few, set) => (few && few.length <= set.length ? few : set), null)
}

function needsRecord(ledger: Ledger, asked: Asked, filter: Filter | null, options: SourceOptions): boolean {
  if (searchable(asked.search) !== '' && !isNamed(asked.found)) return true
  const asks = conditionsIn(filter)
  return (
    options.fields.some((name) => !inSeen(ledger, name)) ||
    asks.some((one) => (isVirtual(ledger, one.field) ? one.field === 'unit' : !inSeen(ledger, one.field)))
  )
}

function conditions(ledger: Ledger, actor: Actor, asked: Asked, driven: boolean): RawBuilder<unknown>[] {
  const out: RawBuilder<unknown>[] = []
  if (asked.filter) out.push(compileFilter(ledger, actor.county, asked.filter, asked.lookups, driven))
  if (searchable(asked.search) !== '') {
    if (isNamed(asked.found)) out.push(sql`${expression(ledger, 'id', driven)} = any (${[...asked.found]}::bigint[])`)
    else out.push(wordsIn(ledger, asked.search))
  }
  return out
}

/** Row by row: `search_text` where the table has it, the searched fields themselves where it has none. */
function wordsIn(ledger: Ledger, words: string): RawBuilder<unknown> {
  const needle = searchable(words)
  if (hasSearch(ledger)) return sql`r.search_text like ${`%${needle}%`}`
  const fields = ledger.library.search.map(
    (name) => sql`strpos(lower((${expression(ledger, name, false)})::text), ${needle}) > 0`,
  )
  return sql`(${sql.join(fields, sql` or `)})`
}
