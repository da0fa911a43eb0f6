// Names in cells become ids: of units (old names too), county leaders, records of other libraries. Looked up in bulk
// before rows are parsed, under the rights of the one who imports.
import { normalizeCode } from '@yipanqi/base'
import { cleanName, type Field, type ParseContext } from '@yipanqi/model/libraries/index.ts'
import { sql } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import { openCodes } from '../code-tables/read-tables.ts'
import { loadLedger } from '../load-ledger.ts'
import { collationOf } from '../sql/table-of.ts'

export type Found = number | 'several' | null

export interface Finder {
  /** Makes sure that {@link context} can answer these. One query a target for what is not known yet. */
  gather(trx: Trx, wanted: Iterable<{ readonly target: string; readonly text: string }>): Promise<void>
  readonly context: ParseContext
  /** What to tell of a text that was found by an old name. */
  noteOf(target: string, text: string): string | undefined
}

/** Names of records are many: what is known of them is forgotten when it grows beyond this. */
const mostKnown = 50_000

export async function openFinder(trx: Trx, actor: Actor, today: string): Promise<Finder> {
  const units = await loadUnitNames(trx, actor.county)
  const leaders = await loadLeaders(trx, actor.county, today)
  const code = await openCodes(trx, actor.county)
  const known = new Map<string, Map<string, Found>>([['leaders', leaders]])
  const lookIn = (target: string): Map<string, Found> => {
    const there = known.get(target) ?? new Map<string, Found>()
    known.set(target, there)
    return there
  }
  return {
    async gather(trx, wanted) {
      const asked = new Map<string, Set<string>>()
      for (const { target, text } of wanted) {
        if (target === 'units' || target === 'leaders') continue
        const texts = asked.get(target) ?? new Set()
        asked.set(target, texts.add(text))
      }
      for (const [target, texts] of asked) {
        if (lookIn(target).size > mostKnown) known.delete(target)
        const there = lookIn(target)
        const missing = [...texts].filter((text) => !there.has(text))
        if (missing.length === 0) continue
        const found = await findRecords(trx, actor, target, missing)
        for (const text of missing) there.set(text, found.get(text) ?? null)
      }
    },
    context: {
      today,
      code,
      find: (target, text) =>
        target === 'units' ? (units.get(text)?.id ?? null) : (known.get(target)?.get(text) ?? null),
    },
    noteOf: (target, text) => (target === 'units' ? units.get(text)?.note : undefined),
  }
}

interface NamedUnit {
  readonly id: Found
  readonly note?: string
}

/** Every name, short name, alias, code and former name; a unit that has ended stands for the one that took it over. */
async function loadUnitNames(trx: Trx, county: string): Promise<Map<string, NamedUnit>> {
  const units = await trx
    .selectFrom('unit')
    .select(['id', 'code', 'name', 'short', 'aliases', 'valid_to', 'successor'])
    .where('county', '=', county)
    .execute()
  const former = await trx
    .selectFrom('unit_name')
    .select(['unit', 'name', 'short'])
    .where('county', '=', county)
    .execute()
  const heirs = await trx.selectFrom('unit_heir').select(['unit', 'heir']).where('county', '=', county).execute()
  const byId = new Map(units.map((u) => [u.id, u]))
  const currentOf = (id: number, seen: readonly number[] = []): Set<number> => {
    const unit = byId.get(id)
    if (!unit || seen.includes(id)) return new Set()
    if (unit.valid_to === null) return new Set([id])
    const next = heirs.filter((h) => h.unit === id).map((h) => h.heir)
    if (next.length === 0 && unit.successor !== null) next.push(unit.successor)
    return new Set(next.flatMap((heir) => [...currentOf(heir, [...seen, id])]))
  }
  const now = new Map<string, Set<number>>()
  const then = new Map<string, Set<number>>()
  const add = (into: Map<string, Set<number>>, text: string, ids: Iterable<number>) => {
    const key = cleanName(text)
    if (key !== '') into.set(key, new Set([...(into.get(key) ?? []), ...ids]))
  }
  for (const unit of units)
    for (const text of [unit.name, unit.short, unit.code, ...unit.aliases])
      if (unit.valid_to === null) add(now, text, [unit.id])
      else add(then, text, currentOf(unit.id))
  for (const { unit, name, short } of former) for (const text of [name, short]) add(then, text, currentOf(unit))
  const out = new Map<string, NamedUnit>()
  for (const [text, ids] of then) {
    const id = one(ids)
    const name = typeof id === 'number' ? byId.get(id)?.name : undefined
    out.set(text, { id, ...(name === undefined ? {} : { note: `“${text}”是旧名称，按现在的“${name}”读` }) })
  }
  // A name that somebody bears today is that unit's, whoever bore it before.
  for (const [text, ids] of now) out.set(text, { id: one(ids) })
  return out
}

const one = (ids: ReadonlySet<number>): Found =>
  ids.size === 1 ? ([...ids][0] as number) : ids.size === 0 ? null : 'several'

async function loadLeaders(trx: Trx, county: string, today: string): Promise<Map<string, Found>> {
  const rows = await trx
    .selectFrom('county_leader')
    .select(['id', 'name', 'valid_to'])
    .where('county', '=', county)
    .execute()
  const byName = new Map<string, { now: Set<number>; all: Set<number> }>()
  for (const row of rows) {
    const entry = byName.get(cleanName(row.name)) ?? { now: new Set(), all: new Set() }
    entry.all.add(row.id)
    if (row.valid_to === null || row.valid_to >= today) entry.now.add(row.id)
    byName.set(cleanName(row.name), entry)
  }
  return new Map([...byName].map(([name, { now, all }]) => [name, one(now.size > 0 ? now : all)]))
}

/** Records that the actor sees, by their name or by a key of one field. */
async function findRecords(
  trx: Trx,
  actor: Actor,
  target: string,
  texts: readonly string[],
): Promise<Map<string, Found>> {
  const ledger = await loadLedger(trx, actor, target)
  const { library } = ledger
  const names = [library.title, ...library.unique.filter((key) => key.length === 1).map((key) => key[0] as string)]
  const out = new Map<string, Set<number>>()
  for (const name of new Set(names)) {
    const field = library.fields[name] as Field
    if (field.columns[0]?.type !== 'text') continue
    const column = ledger.columns(name)[0] as string
    const title = name === library.title
    const asked = title ? texts : texts.map(normalizeCode)
    const expression = sql`${sql.ref(`r.${column}`)}${sql.raw(title ? collationOf(field) : '')}`
    const { rows } = await sql<{ id: number; text: string }>`
      select r.id, ${sql.ref(`r.${column}`)} as text from ${sql.table(ledger.table)} r
      where ${sql.join([sql`r.county = ${actor.county}`, ...ledger.conditions('r', false), sql`${expression} = any (${[...new Set(asked)]}::text[])`], sql` and `)}`.execute(
      trx,
    )
    const ids = grouped(rows)
    for (const [i, text] of texts.entries())
      for (const row of ids.get(asked[i] as string) ?? []) out.set(text, (out.get(text) ?? new Set()).add(row.id))
  }
  return new Map([...out].map(([text, ids]) => [text, one(ids)]))
}

function grouped<R extends { readonly text: string }>(rows: readonly R[]): Map<string, R[]> {
  const out = new Map<string, R[]>()
  for (const row of rows) {
    const same = out.get(row.text)
    if (same) same.push(row)
    else out.set(row.text, [row])
  }
  return out
}
