// Which ledgers there are for a reader, and what each is made of.
import {
  isIndexed,
  type Field,
  type FieldShape,
  type LibraryItem,
  type LibraryShape,
} from '@yipanqi/model/libraries/index.ts'
import { libraries } from '@yipanqi/model/libraries/definitions/index.ts'
import { canInLibrary, mayInLibrary } from '@yipanqi/model/libraries/permissions.ts'
import { sql } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import { getLedger, type Ledger } from '../ledger.ts'
import { ownLedgers } from '../own/own-ledgers.ts'
import { countCap, countSql } from './count-rows.ts'

const nothing = { filter: null, search: '', removed: false, found: null, lookups: new Map() } as const

/** Libraries that the actor may read, in the order of the menu, each with its capped count and its keepers' names. */
export async function listLibraries(trx: Trx, actor: Actor): Promise<LibraryItem[]> {
  const all = [...libraries.map((library) => getLedger(library.id)), ...(await ownLedgers(trx, actor.county))]
  const mine = all.filter(({ library }) => mayInLibrary(actor, library, 'read'))
  if (mine.length === 0) return []
  const counts = mine.map((ledger) => sql`(${countSql(ledger, actor, nothing, 'capped')})`)
  const { rows } = await sql<{ n: number[] }>`select array[${sql.join(counts)}]::bigint[] as n`.execute(trx)
  const keepers = await keepersOf(trx, actor.county)
  return mine.map(({ library, origin }, i) => {
    const n = rows[0]?.n[i] ?? 0
    const { id, name, noun, measure, purpose, group } = library
    return {
      id,
      name,
      noun,
      measure,
      purpose,
      group,
      origin,
      can: canInLibrary(actor, library),
      count: { value: Math.min(n, countCap), exact: n <= countCap },
      keepers: keepers.get(id) ?? [],
    }
  })
}

async function keepersOf(trx: Trx, county: string): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ library: string; names: string[] }>`
    select l.library, array_agg(u.short order by u.position, u.id) as names
    from library_setting l join unit u on u.county = l.county and u.id = any (l.keepers)
    where l.county = ${county} group by l.library`.execute(trx)
  return new Map(rows.map((r) => [r.library, r.names]))
}

export function libraryShapeOf(actor: Actor, { library, origin }: Ledger): LibraryShape {
  const { id, name, noun, measure, purpose, group, title, columns, sort } = library
  return {
    id,
    name,
    noun,
    measure,
    purpose,
    group,
    origin,
    title,
    sort,
    columns: [...columns],
    fields: Object.entries(library.fields).map(([one, field]) => fieldShapeOf(one, field)),
    sums: [...(library.sums ?? [])],
    map: library.map ?? null,
    stages: (library.ladder?.stages ?? []).map((s) => ({
      id: s.id,
      name: s.name,
      exit: s.exit ?? false,
      final: s.final ?? false,
    })),
    ladder: library.ladder?.name ?? null,
    can: canInLibrary(actor, library),
  }
}

export function fieldShapeOf(name: string, field: Field): FieldShape {
  const { label, kind, widget, section, help, unit, choices, target, scale, sealed } = field
  const options = optionsOf(field)
  return {
    name,
    label,
    kind,
    widget,
    ...(section === undefined ? {} : { section }),
    ...(help === undefined ? {} : { help }),
    ...(unit === undefined ? {} : { unit }),
    required: field.required ?? false,
    system: field.system ?? false,
    ...(choices === undefined ? {} : { choices: [...choices] }),
    ...(target === undefined ? {} : { target }),
    ...(scale === undefined ? {} : { scale }),
    ...(sealed === undefined ? {} : { sealed }),
    operators: isIndexed(field) ? [...field.operators] : [],
    sortable: field.sortable && isIndexed(field),
    ...(options === null ? {} : { options }),
  }
}

/** What the browser needs beside the kind to show and check a value: bounds and patterns, as the schema says them. */
function optionsOf(field: Field): Record<string, unknown> | null {
  const words = worded(field)
  const { maxLength, minimum, maximum, pattern } = field.schema
  const options = Object.fromEntries(
    Object.entries({ maxLength, minimum, maximum, pattern, words, aliases: field.aliases }).filter(
      ([, value]) => value !== undefined,
    ),
  )
  return Object.keys(options).length === 0 ? null : options
}

/** The word of each kept code, where a choice keeps codes (`under-way` is read 办理中). */
function worded(field: Field): Record<string, string> | undefined {
  const codes = Array.isArray(field.schema['enum']) && field.kind === 'choice' ? (field.schema['enum'] as string[]) : []
  const words = codes.map((code) => [code, field.format(code)] as const)
  return words.some(([code, word]) => code !== word) ? Object.fromEntries(words) : undefined
}
