import { sql } from 'kysely'
import type { Trx } from '../../db/with-actor.ts'
import { hashToken, searchable, searchTokens } from './tokens.ts'

/** More than this and a list is read in its own order instead, row by row against the text. */
const most = 2000

/** Ids that the actor may see, or that there are many. */
export type Found = readonly number[] | 'many'

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
  if (tokens.length === 0) return 'many'
  const { rows } = await sql<{ id: number | null }>`
    select library_find as id from library_find(${library}, ${tokens.map((t) => hashToken(county, t))}::int[], ${needle}, ${most + 1})`.execute(
    trx,
  )
  const ids = rows.map((r) => r.id)
  return ids.length > most || ids.includes(null) ? 'many' : (ids as number[])
}
