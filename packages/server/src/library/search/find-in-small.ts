// Units and accounts keep no search columns: a county has some thousand of them, so all that the reader sees are looked
// through, by the same words (fragments, initials, without blanks and signs) as everywhere.
import type { Field, Library } from '@yipanqi/model/libraries/index.ts'
import { sql } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { Ledger } from '../ledger.ts'
import { valuesOf } from '../rows.ts'
import type { Found } from './find-ids.ts'
import { initialsOf } from './initials.ts'
import { searchable } from './tokens.ts'

/** More rows than this and nobody looks: the list says what it finds row by row. */
const most = 20_000

/** Row security says which rows there are to look through. */
export async function findInSmall(trx: Trx, actor: Actor, ledger: Ledger, words: string): Promise<Found> {
  const { library } = ledger
  const fields = [...new Set([library.title, ...library.search])]
  const columns = [...new Set(fields.flatMap((name) => ledger.columns(name)))].map((c) => sql.ref(`r.${c}`))
  const { rows } = await sql<{ id: number }>`
    select r.id, ${sql.join(columns)} from ${sql.table(ledger.table)} r where r.county = ${actor.county}
    limit ${sql.lit(most + 1)}`.execute(trx)
  if (rows.length > most) return 'common'
  const needle = searchable(words)
  return rows.flatMap((row) => (textOf(library, valuesOf(ledger, row, fields)).includes(needle) ? [row.id] : []))
}

const textOf = (library: Library, values: Readonly<Record<string, unknown>>): string => {
  const lines = library.search.map((name) => {
    const value = values[name] ?? null
    if ((library.fields[name] as Field).sealed || value === null) return ''
    return searchable(Array.isArray(value) ? value.join(' ') : String(value))
  })
  return [...lines, keptInitials(searchable(String(values[library.title] ?? '')))].join('\n')
}

/** Initials of names take most of the time, and the names are always the same. */
const known = new Map<string, string>()
function keptInitials(clean: string): string {
  const there = known.get(clean)
  if (there !== undefined) return there
  if (known.size > most) known.clear()
  const made = initialsOf(clean)
  known.set(clean, made)
  return made
}
