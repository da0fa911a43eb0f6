/** A word found in a text, with what it stands for. */
export interface Hit<T> {
  at: number
  word: string
  value: T
}

/** What can find its words between two offsets of a text. */
export interface Scanner<T> {
  scan: (text: string, start: number, end: number) => Hit<T>[]
}

interface Filed<T> {
  word: string
  value: T
}

/** Two code units as one number: a key that costs no string. */
function headOf(first: number, second: number): number {
  return first * 65536 + second
}

/**
 * Finds many words in one pass: words are filed by their first two characters, so that a position which opens no
 * word costs one look-up. At each position all words that match are reported, longest first.
 */
export class WordScanner<T> implements Scanner<T> {
  private readonly byHead = new Map<number, Filed<T>[]>()
  /** 1 for every code unit that opens a word. */
  private readonly opens = new Uint8Array(65536)

  constructor(entries: Iterable<readonly [word: string, value: T]>) {
    for (const [word, value] of entries) {
      if (word.length < 2) continue
      const head = headOf(word.charCodeAt(0), word.charCodeAt(1))
      this.opens[word.charCodeAt(0)] = 1
      const filed = this.byHead.get(head)
      if (filed) filed.push({ word, value })
      else this.byHead.set(head, [{ word, value }])
    }
    for (const filed of this.byHead.values()) filed.sort((a, b) => b.word.length - a.word.length)
  }

  private filedAt(text: string, at: number): Filed<T>[] | undefined {
    const first = text.charCodeAt(at)
    return this.opens[first] === 1 ? this.byHead.get(headOf(first, text.charCodeAt(at + 1))) : undefined
  }

  /** The longest word that begins exactly at `at`, or null. */
  longestAt(text: string, at: number): Hit<T> | null {
    if (at < 0 || at + 1 >= text.length) return null
    const found = this.filedAt(text, at)?.find(({ word }) => text.startsWith(word, at))
    return found ? { at, ...found } : null
  }

  scan(text: string, start: number, end: number): Hit<T>[] {
    const hits: Hit<T>[] = []
    for (let at = start; at + 1 < end; at++) {
      const filed = this.filedAt(text, at)
      if (!filed) continue
      for (const { word, value } of filed) {
        if (at + word.length <= end && text.startsWith(word, at)) hits.push({ at, word, value })
      }
    }
    return hits
  }
}

/** A scanner that has read one text already: stretches of it are cut from its hits, other texts are read anew. */
export function scanAhead<T>(scanner: Scanner<T>, text: string): Scanner<T> {
  const all = scanner.scan(text, 0, text.length)
  return {
    scan(asked, start, end) {
      if (asked !== text) return scanner.scan(asked, start, end)
      const hits: Hit<T>[] = []
      for (let index = firstFrom(all, start); index < all.length; index++) {
        const hit = all[index] as Hit<T>
        if (hit.at >= end) break
        if (hit.at + hit.word.length <= end) hits.push(hit)
      }
      return hits
    },
  }
}

/** Index of the first hit at or behind `start`; hits come in the order of the text. */
export function firstFrom(hits: readonly { at: number }[], start: number): number {
  let low = 0
  let high = hits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((hits[middle] as { at: number }).at < start) low = middle + 1
    else high = middle
  }
  return low
}
