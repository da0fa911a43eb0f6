// What search looks a record up by: one- and two-character tokens, hashed with the county to whole numbers, so that a
// fragment is found by equality in one index (LIKE uses none under row security).

/** Text as search compares it: compatibility forms folded, lower case, without blanks, punctuation and signs. */
export function searchable(text: string): string {
  // Most names and codes are plain already.
  return plain.test(text) ? text : fold(text)
}

const plain = /^[a-z0-9\u4e00-\u9fff]*$/
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '')
}

/** The tokens that a text must have to contain these words: its pairs of characters, or the one there is. */
export function searchTokens(words: string): string[] {
  const letters = [...searchable(words)]
  if (letters.length <= 1) return letters
  const out = new Set<string>()
  for (let i = 0; i + 1 < letters.length; i += 1) out.add(`${letters[i]}${letters[i + 1]}`)
  return [...out]
}

// A field's member (培育名单 holds 升规) is a token too; the sign never stands in a searchable text.
/** In place of a member where there is none. */
export const noMember = ''
export const memberToken = (field: string, member: string): string => `${field}=${member}`

/** FNV-1a over UTF-16 units of county and token, as a signed int4. Two tokens that meet are told apart by the text. */
export const hashToken = (county: string, token: string): number => fnv(seedOf(county), token) | 0

/**
 * Adds the hash of every token of a text: each character and each pair, so that any fragment's tokens are among them. A
 * pair's hash goes on from its first character's: an import does this for some fifty tokens a row.
 */
export function addHashes(county: string, clean: string, into: Set<number>): void {
  const seed = seedOf(county)
  let last: number | null = null
  for (const letter of clean) {
    if (last !== null) into.add(fnv(last, letter) | 0)
    last = fnv(seed, letter)
    into.add(last | 0)
  }
}

const seedOf = (county: string): number => fnv(fnv(0x811c9dc5, county), '\n')

function fnv(seed: number, text: string): number {
  let hash = seed
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193)
    if (unit > 0xff) hash = Math.imul(hash ^ (unit >> 8), 0x01000193)
  }
  return hash
}
