import { WordScanner } from '../knowledge/scan.ts'
import type { Lesson } from './lesson.ts'

export interface Match {
  readonly lesson: Lesson
  /** Its words that were heard, in its own order. */
  readonly heard: readonly string[]
}

/** Finds the lesson that speaks most surely for a stretch of text, or null. */
export type Recall = (folded: string, start: number, end: number) => Match | null

/** One correction needs half of its terms to be heard again, one that was made three times a third. */
const share = (times: number): number => (times >= 3 ? 1 / 3 : 1 / 2)
/** Two characters alone are hardly ever one thing's own. */
const LEAST_HEARD = 3

/**
 * Recalls lessons by their terms. Heard in one pass over the text, whatever their number. Of several that fit, the one
 * whose words were heard most fully, then the newest.
 */
export function recallBy(lessons: readonly Lesson[], wordsOf: (lesson: Lesson) => readonly string[]): Recall {
  const scanner = new WordScanner(fileNewest(lessons, wordsOf))
  return (folded, start, end) => {
    const seen = new Set<string>()
    const found = new Set<number>()
    for (const { word, value } of scanner.scan(folded, start, end)) {
      seen.add(word)
      for (const index of value) found.add(index)
    }
    let best: { match: Match; part: number } | null = null
    for (const index of found) {
      const lesson = lessons[index] as Lesson
      const all = wordsOf(lesson)
      const words = new Set(all.filter((word) => seen.has(word)))
      const length = lengthOf(words)
      const part = length / Math.max(1, lengthOf(new Set(all)))
      if (part < share(lesson.times) || length < LEAST_HEARD) continue
      if (best && (part < best.part || (part === best.part && lesson.on < best.match.lesson.on))) continue
      best = { match: { lesson, heard: all.filter((word) => words.has(word)) }, part }
    }
    return best?.match ?? null
  }
}

/** A word that more lessons share says little of any of them; of such the newest speak. */
const MOST_FILED = 16

/** Each word with the newest lessons that have it. */
function fileNewest(
  lessons: readonly Lesson[],
  wordsOf: (lesson: Lesson) => readonly string[],
): [word: string, lessons: number[]][] {
  const filed = new Map<string, number[]>()
  const newest = lessons.map((_, index) => index).sort((a, b) => compareDays(lessons[b], lessons[a]) || a - b)
  for (const index of newest) {
    for (const word of new Set(wordsOf(lessons[index] as Lesson))) {
      const known = filed.get(word)
      if (!known) filed.set(word, [index])
      else if (known.length < MOST_FILED) known.push(index)
    }
  }
  return [...filed]
}

function compareDays(one: Lesson | undefined, other: Lesson | undefined): number {
  const [a, b] = [one?.on ?? '', other?.on ?? '']
  return a < b ? -1 : a > b ? 1 : 0
}

function lengthOf(words: ReadonlySet<string>): number {
  let length = 0
  for (const word of words) length += word.length
  return length
}
