import { sql } from 'kysely'
import type { Trx } from '../../db/with-actor.ts'
import { hashToken, searchable, searchTokens } from './tokens.ts'

/** More than this and a list is read in its own order instead, row by row against the text. */
const most = 2000

/**
 * Ids that the actor may see; `many`: there are more than are named; `common`: so many rows have the tokens that nobody
 * looked, and how many of them are meant is not known.
 */
export type Found = readonly number[] | 'many' | 'common'
export const isNamed = (found: Found | null | undefined): found is readonly number[] => Array.isArray(found)

/** Records whose searched fields or initials contain the words. Words without a letter or digit find as if not asked. */
export function findWords(trx: Trx, library: string, county: string, words: string): Promise<Found> {
  return findTokens(trx, library, county, searchTokens(words), searchable(words))
}

/** Records that have every token, and, where `needle` is given, its text in their searched fields. */
export async function findTokens(
  trx: Trx,
  library: string,
  county: string,
  tokens: readonly string[],
  needle: string | null,
): Promise<Found> {
  if (tokens.length === 0) return 'common'
  const { rows } = await sql<{ id: number | null }>`
    select library_find as id from library_find(${library}, ${tokens.map((t) => hashToken(county, t))}::int[], ${needle}, ${most + 1})`.execute(
    trx,
  )
  const ids = rows.map((r) => r.id)
  if (ids.includes(null)) return 'common'
  return ids.length > most ? 'many' : (ids as number[])
}
