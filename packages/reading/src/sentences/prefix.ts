/** Length of the longest listed word that stands at `at`, or 0. */
export type PrefixLength = (text: string, at: number) => number

/**
 * Makes a matcher from words separated by blanks. Words are filed by their first character, longest first: a few
 * comparisons instead of an alternation of hundreds.
 */
export function prefixLength(list: string): PrefixLength {
  const byFirst = new Map<string, string[]>()
  for (const word of list.split(/\s+/)) {
    if (word === '') continue
    const first = word[0] as string
    const filed = byFirst.get(first)
    if (filed) filed.push(word)
    else byFirst.set(first, [word])
  }
  for (const filed of byFirst.values()) filed.sort((a, b) => b.length - a.length)
  return (text, at) => {
    const filed = byFirst.get(text[at] as string)
    if (filed) for (const word of filed) if (text.startsWith(word, at)) return word.length
    return 0
  }
}
