// Words for ids in an export: names by which an import finds the same record again. A name that several records share
// is replaced by the record's own code.
import { codeTableIds, type Field, type Library, type NameFinder, type Value } from '@yipanqi/model/libraries/index.ts'
import { sql } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import { namesOfCodes } from '../code-tables/read-tables.ts'
import { loadLedger } from '../load-ledger.ts'
import { collationOf } from '../sql/table-of.ts'

export interface ExportNames {
  /** Makes sure that {@link nameOf} knows the ids of these rows. */
  gather(trx: Trx, actor: Actor, rows: readonly Readonly<Record<string, Value>>[]): Promise<void>
  readonly nameOf: NameFinder
}

const mostKnown = 50_000

export function exportNames(library: Library, fields: readonly string[]): ExportNames {
  const known = new Map<string, Map<number, string>>()
  const coded = new Map(codeTableIds.map((table) => [table, new Map<string, string | undefined>()] as const))
  const targets = fields.flatMap((name) => {
    const target = (library.fields[name] as Field | undefined)?.target
    return target === undefined ? [] : [{ name, target }]
  })
  return {
    nameOf: (target, id) =>
      typeof id === 'number'
        ? known.get(target)?.get(id)
        : coded.get(codeTableIds.find((table) => table === target) ?? 'industry')?.get(id),
    async gather(trx, actor, rows) {
      for (const [table, names] of coded) {
        const own = fields.filter((name) => library.fields[name]?.kind === table)
        const codes = own.flatMap((name) => rows.flatMap((row) => (typeof row[name] === 'string' ? [row[name]] : [])))
        const fresh = [...new Set(codes)].filter((code) => !names.has(code))
        if (fresh.length === 0) continue
        const found = await namesOfCodes(trx, actor.county, table, fresh)
        for (const code of fresh) names.set(code, found[code])
      }
      for (const target of new Set(targets.map((t) => t.target))) {
        let names = known.get(target)
        if (!names || names.size > mostKnown) known.set(target, (names = new Map()))
        const ids = new Set<number>()
        for (const { name } of targets.filter((t) => t.target === target))
          for (const row of rows) {
            const id = row[name]
            if (typeof id === 'number' && !names.has(id)) ids.add(id)
          }
        if (ids.size === 0) continue
        for (const [id, name] of await load(trx, actor, target, [...ids])) names.set(id, name)
      }
    },
  }
}

async function load(trx: Trx, actor: Actor, target: string, ids: readonly number[]): Promise<[number, string][]> {
  const list = `{${ids.join(',')}}`
  if (target === 'units' || target === 'leaders') {
    const table = target === 'units' ? 'unit' : 'county_leader'
    const { rows } = await sql<{ id: number; name: string }>`
      select id, name from ${sql.table(table)} where county = ${actor.county} and id = any (${list}::bigint[])`.execute(
      trx,
    )
    return rows.map((r) => [r.id, r.name])
  }
  const ledger = await loadLedger(trx, actor, target)
  const { library } = ledger
  const title = library.fields[library.title] as Field
  const column = sql.ref(`r.${ledger.columns(library.title)[0] as string}`)
  const other = sql.ref(`o.${ledger.columns(library.title)[0] as string}`)
  const key = library.unique.find((k) => k.length === 1 && k[0] !== library.title)?.[0]
  const code = key === undefined ? sql`null::text` : sql`${sql.ref(`r.${ledger.columns(key)[0] as string}`)}::text`
  const conditions = ledger.conditions('o', false)
  const { rows } = await sql<{ id: number; name: string | null; code: string | null; shared: boolean }>`
    select r.id, ${column}::text as name, ${code} as code, exists (
      select 1 from ${sql.table(ledger.table)} o where o.county = ${actor.county} and o.id <> r.id
        and ${other}${sql.raw(collationOf(title))} = ${column} ${conditions.length > 0 ? sql`and ${sql.join(conditions, sql` and `)}` : sql``}) as shared
    from ${sql.table(ledger.table)} r where r.county = ${actor.county} and r.id = any (${list}::bigint[])`.execute(trx)
  return rows.flatMap((r): [number, string][] => {
    const name = r.shared ? (r.code ?? r.name) : r.name
    return name === null ? [] : [[r.id, name]]
  })
}
