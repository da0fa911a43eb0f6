// Sealed fields (person, phone, id number): kept as ciphertext under a key of the record, so that erasing the key
// erases them in rows, audit and backups alike. The context names county, record and field: bytes cannot be moved.
import { randomBytes } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import { columnNames, type Field, type Library, type Value, type Values } from '@yipanqi/model/libraries/index.ts'
import { keyLength } from '../db/key-file.ts'
import { decodeFacts, encodeFacts, erasedPerson } from '../db/personal/facts.ts'
import { openBytes, sealBytes } from '../db/personal/seal-bytes.ts'
import { subjectKeys, wrapContext } from '../db/personal/subject-key.ts'
import type { Trx } from '../db/with-actor.ts'

/** Whose key it is: one record, all of its sealed fields. */
export const recordSubject = (library: string, id: number): string => `${library}:${id}`
const contextOf = (county: string, library: string, id: number, field: string): string =>
  `${county}/${recordSubject(library, id)}/${field}`

export interface SealedCell {
  readonly id: number
  readonly field: string
}

/** Names of the library's sealed fields. */
export const sealedFields = (library: Library): readonly string[] =>
  Object.entries(library.fields).flatMap(([name, field]) => (field.sealed ? [name] : []))

/** Seals many values with two queries at most, whatever their number; answers them in order. */
export async function sealCells(
  trx: Trx,
  county: string,
  library: string,
  cells: readonly (SealedCell & { readonly value: string })[],
  master: Uint8Array,
): Promise<Buffer[]> {
  if (cells.length === 0) return []
  const subjects = [...new Set(cells.map((c) => recordSubject(library, c.id)))]
  const known = await subjectKeys(trx, county, subjects, master)
  const missing = subjects.filter((s) => !known.has(s))
  if (missing.length > 0)
    for (const [subject, key] of await makeKeys(trx, county, missing, master)) known.set(subject, key)
  return cells.map((cell) => {
    const key = known.get(recordSubject(library, cell.id))
    if (!key) throw new Error('个人信息密钥没有建成')
    return sealBytes(key, encodeFacts({ display: cell.value }), contextOf(county, library, cell.id, cell.field))
  })
}

/**
 * Seals the first values of records that are just being made: nobody else can have a key for their ids, so nothing is
 * asked before. `keys` is the statement that keeps them.
 */
export function sealNew(
  county: string,
  library: string,
  cells: readonly (SealedCell & { readonly value: string })[],
  master: Uint8Array,
): { readonly keys: RawBuilder<unknown>; readonly sealed: readonly Buffer[] } {
  const subjects = [...new Set(cells.map((c) => recordSubject(library, c.id)))]
  const { made, wrapped } = freshKeys(county, subjects, master)
  return {
    keys: sql`
      insert into subject_key (county, subject, wrapped)
      select ${county}, v.subject, decode(v.wrapped, 'base64') from unnest(${subjects}::text[], ${wrapped}::text[]) as v(subject, wrapped)`,
    sealed: cells.map((cell) =>
      sealBytes(
        made.get(recordSubject(library, cell.id)) as Buffer,
        encodeFacts({ display: cell.value }),
        contextOf(county, library, cell.id, cell.field),
      ),
    ),
  }
}

function freshKeys(county: string, subjects: readonly string[], master: Uint8Array) {
  const random = randomBytes(keyLength * subjects.length)
  const made = new Map(subjects.map((s, i) => [s, random.subarray(i * keyLength, (i + 1) * keyLength)]))
  const wrapped = subjects.map((s) =>
    sealBytes(master, made.get(s) as Buffer, wrapContext(county, s)).toString('base64'),
  )
  return { made, wrapped }
}

/** New keys, in one statement; where another transaction was first, the key that it made. */
async function makeKeys(
  trx: Trx,
  county: string,
  subjects: readonly string[],
  master: Uint8Array,
): Promise<Map<string, Buffer>> {
  const { made, wrapped } = freshKeys(county, subjects, master)
  const { rows } = await sql<{ subject: string }>`
    insert into subject_key (county, subject, wrapped)
    select ${county}, v.subject, decode(v.wrapped, 'base64')
    from unnest(${[...subjects]}::text[], ${wrapped}::text[]) as v(subject, wrapped)
    on conflict (county, subject) do nothing returning subject`.execute(trx)
  if (rows.length === subjects.length) return made
  const fresh = new Set(rows.map((r) => r.subject))
  const others = subjects.filter((s) => !fresh.has(s))
  return new Map([...made].filter(([s]) => fresh.has(s)).concat([...(await subjectKeys(trx, county, others, master))]))
}

/** Opens many with one query, in order; null where the key was erased. */
export async function openCells(
  trx: Trx,
  county: string,
  library: string,
  cells: readonly (SealedCell & { readonly sealed: Uint8Array })[],
  master: Uint8Array,
): Promise<(string | null)[]> {
  const subjects = [...new Set(cells.map((c) => recordSubject(library, c.id)))]
  const keys = await subjectKeys(trx, county, subjects, master)
  return cells.map((cell) => {
    const key = keys.get(recordSubject(library, cell.id))
    const plain = key && openBytes(key, cell.sealed, contextOf(county, library, cell.id, cell.field))
    return plain ? decodeFacts(plain).display : null
  })
}

/** One row as it came from SQL, column by column. */
export type SqlRow = Readonly<Record<string, unknown>> & { readonly id: number }

/**
 * What readers see of the sealed fields of these rows, by row in order: people by name, numbers behind a mask, erased
 * ones as such. `fields` are the sealed fields that were asked for.
 */
export async function showSealed(
  trx: Trx,
  county: string,
  library: Library,
  rows: readonly SqlRow[],
  master: Uint8Array,
  fields: readonly string[] = sealedFields(library),
): Promise<Values[]> {
  const cells = rows.flatMap((row, at) =>
    fields.flatMap((name) => {
      const sealed = row[columnNames(name, library.fields[name] as Field)[0] as string]
      return sealed instanceof Uint8Array ? [{ at, id: row.id, field: name, sealed }] : []
    }),
  )
  const out: Record<string, Value>[] = rows.map(() => Object.fromEntries(fields.map((name) => [name, null])))
  if (cells.length === 0) return out
  const opened = await openCells(trx, county, library.id, cells, master)
  for (const [i, cell] of cells.entries()) {
    const value = opened[i] ?? null
    const field = library.fields[cell.field] as Field
    // A masked kind's own format is the mask.
    const shown = value === null ? erasedPerson : field.sealed === 'masked' ? field.format(value) : value
    ;(out[cell.at] as Record<string, Value>)[cell.field] = shown
  }
  return out
}
