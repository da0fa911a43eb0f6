import { sql, type RawBuilder } from 'kysely'

const clutter = /[\s\p{P}]/gu

/** The tokens that a title must have to contain these words: pairs of characters, or the one there is. */
export function searchTokens(words: string): string[] {
  const clean = words.toLowerCase().replace(clutter, '')
  if (clean.length <= 1) return clean ? [clean] : []
  const tokens = new Set<string>()
  for (let i = 0; i + 1 < clean.length; i += 1) tokens.add(clean.slice(i, i + 2))
  return [...tokens]
}

/**
 * A condition on rows whose name contains the words: tokens by equality (they use an index under row security), then
 * the whole words, since pairs alone would also find them apart.
 */
export function nameContains(
  county: string,
  library: string,
  id: RawBuilder<unknown>,
  name: RawBuilder<unknown>,
  words: string,
): RawBuilder<unknown> {
  const tokens = searchTokens(words)
  if (tokens.length === 0) return sql`true`
  const parts = tokens.map(
    (token) =>
      sql`${id} in (select t.id from token t where t.county = ${county} and t.library = ${library} and t.token = ${token})`,
  )
  const whole = words.toLowerCase().replace(clutter, '')
  parts.push(
    sql`strpos(lower(regexp_replace(${name}, '[[:space:][:punct:]，。、；：？！“”‘’（）《》〔〕【】]', '', 'g')), ${whole}) > 0`,
  )
  return sql`(${sql.join(parts, sql` and `)})`
}
