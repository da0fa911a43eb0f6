/** A word found in a text, with what it stands for. */
export interface Hit<T> {
  at: number
  word: string
  value: T
}

/**
 * Finds many words in one pass: words are filed by their first two characters, so that a position which opens no
 * word costs one look-up. At each position all words that match are reported, longest first.
 */
export class WordScanner<T> {
  private readonly byHead = new Map<string, { word: string; value: T }[]>()

  constructor(entries: Iterable<readonly [word: string, value: T]>) {
    for (const [word, value] of entries) {
      if (word.length < 2) continue
      const head = word.slice(0, 2)
      const filed = this.byHead.get(head)
      if (filed) filed.push({ word, value })
      else this.byHead.set(head, [{ word, value }])
    }
    for (const filed of this.byHead.values()) filed.sort((a, b) => b.word.length - a.word.length)
  }

  /** The longest word that begins exactly at `at`, or null. */
  longestAt(text: string, at: number): Hit<T> | null {
    const filed = this.byHead.get(text.slice(at, at + 2))
    const found = filed?.find(({ word }) => text.startsWith(word, at))
    return found ? { at, ...found } : null
  }

  scan(text: string, start: number, end: number): Hit<T>[] {
    const hits: Hit<T>[] = []
    for (let at = start; at + 1 < end; at++) {
      const filed = this.byHead.get(text.slice(at, at + 2))
      if (!filed) continue
      for (const { word, value } of filed) {
        if (at + word.length <= end && text.startsWith(word, at)) hits.push({ at, word, value })
      }
    }
    return hits
  }
}
