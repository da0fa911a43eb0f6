// Words for the ids that stand in records: units, county leaders, records of other libraries, files; names of codes from
// the county's own tables.
import {
  codeTableIds,
  type CodeTableId,
  type Field,
  type Library,
  type Names,
  type Value,
  type Values,
} from '@yipanqi/model/libraries/index.ts'
import { sql } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import { namesOfCodes } from '../code-tables/read-tables.ts'
import { keptNames } from '../list/kept-names.ts'
import { loadLedger } from '../load-ledger.ts'

type Wanted = Map<string, Set<number>>

const targetOf = (field: Field): string | undefined => (field.kind === 'files' ? 'files' : field.target)

function gather(library: Library, values: readonly Values[]): Wanted {
  const wanted: Wanted = new Map()
  for (const [name, field] of Object.entries(library.fields)) {
    const target = targetOf(field)
    if (target === undefined) continue
    const ids = wanted.get(target) ?? new Set<number>()
    for (const one of values) for (const id of idsOf(one[name] ?? null)) ids.add(id)
    wanted.set(target, ids)
  }
  return wanted
}

/** Codes that a page shows of a national classification. */
function gatherCodes(library: Library, table: CodeTableId, values: readonly Values[]): string[] {
  const names = Object.keys(library.fields).filter((name) => library.fields[name]?.kind === table)
  return names.flatMap((name) => values.flatMap((one) => (typeof one[name] === 'string' ? [one[name]] : [])))
}

const idsOf = (value: Value): readonly number[] =>
  typeof value === 'number' ? [value] : Array.isArray(value) ? value.filter((v) => typeof v === 'number') : []

/**
 * Units and leaders are at hand, the rest is asked together. What the reader may not see has no name here: it is shown
 * by its number.
 */
export async function loadRecordNames(
  trx: Trx,
  actor: Actor,
  library: Library,
  values: readonly Values[],
): Promise<Names> {
  const kept = await keptNames(trx, actor.county)
  const found = await Promise.all([
    ...[...gather(library, values)].map(async ([target, ids]) => {
      if (ids.size === 0) return []
      const known = target === 'units' ? kept.units : target === 'leaders' ? kept.leaders : null
      return [[target, known ? keptOf(known, ids) : await namesOf(trx, actor, target, [...ids])] as const]
    }),
    ...codeTableIds.map(async (table) => {
      const codes = kept.tables.has(table) ? gatherCodes(library, table, values) : []
      return codes.length === 0 ? [] : [[table, await namesOfCodes(trx, actor.county, table, codes)] as const]
    }),
  ])
  return Object.fromEntries(found.flat().filter(([, names]) => Object.keys(names).length > 0))
}

const keptOf = (known: ReadonlyMap<number, string>, ids: ReadonlySet<number>): Record<string, string> =>
  Object.fromEntries([...ids].flatMap((id) => (known.has(id) ? [[String(id), known.get(id) as string]] : [])))

async function namesOf(
  trx: Trx,
  actor: Actor,
  target: string,
  ids: readonly number[],
): Promise<Record<string, string>> {
  const [table, column] = await nameSource(trx, actor, target)
  const { rows } = await sql<{ id: number; name: string | null }>`
    select id, ${sql.ref(column)} as name from ${sql.table(table)}
    where county = ${actor.county} and id = any (${`{${ids.join(',')}}`}::bigint[])`.execute(trx)
  return Object.fromEntries(rows.flatMap((r) => (r.name === null ? [] : [[String(r.id), r.name]])))
}

/** Table and column of the words for a target's ids. */
export async function nameSource(trx: Trx, actor: Actor, target: string): Promise<[string, string]> {
  if (target === 'units') return ['unit', 'name']
  if (target === 'leaders') return ['county_leader', 'name']
  if (target === 'files') return ['file', 'name']
  const ledger = await loadLedger(trx, actor, target)
  return [ledger.table, ledger.columns(ledger.library.title)[0] as string]
}

/** As the kinds' own format asks for it. */
export const nameFinder =
  (names: Names) =>
  (target: string, id: number | string): string | undefined =>
    names[target]?.[String(id)]
