// What search looks a record up by: one- and two-character tokens, hashed with the county to whole numbers, so that a
// fragment is found by equality in one index (LIKE uses none under row security).

/** Text as search compares it: compatibility forms folded, lower case, without blanks, punctuation and signs. */
export function searchable(text: string): string {
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

/** Adds every token of a text: each character and each pair, so that any fragment's tokens are among them. */
export function addTokens(clean: string, into: Set<string>): void {
  let last = ''
  for (const letter of clean) {
    into.add(letter)
    if (last !== '') into.add(last + letter)
    last = letter
  }
}

// A field's member (培育名单 holds 升规) is a token too; the sign never stands in a searchable text.
/** In place of a member where there is none. */
export const noMember = ''
export const memberToken = (field: string, member: string): string => `${field}=${member}`

/** FNV-1a over UTF-16 units of county and token, as a signed int4. Two tokens that meet are told apart by the text. */
export function hashToken(county: string, token: string): number {
  return fnv(fnv(fnv(0x811c9dc5, county), '\n'), token) | 0
}

function fnv(seed: number, text: string): number {
  let hash = seed
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193)
    if (unit > 0xff) hash = Math.imul(hash ^ (unit >> 8), 0x01000193)
  }
  return hash
}
