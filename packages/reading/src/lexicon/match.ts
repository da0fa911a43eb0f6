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
  const scanner = new WordScanner(
    lessons.flatMap((lesson, index) => [...new Set(wordsOf(lesson))].map((word) => [word, index] as const)),
  )
  return (folded, start, end) => {
    const heard = new Map<number, Set<string>>()
    for (const { word, value } of scanner.scan(folded, start, end)) {
      const words = heard.get(value)
      if (words) words.add(word)
      else heard.set(value, new Set([word]))
    }
    let best: { match: Match; part: number } | null = null
    for (const [index, words] of heard) {
      const lesson = lessons[index] as Lesson
      const all = wordsOf(lesson)
      const length = lengthOf(words)
      const part = length / Math.max(1, lengthOf(new Set(all)))
      if (part < share(lesson.times) || length < LEAST_HEARD) continue
      if (best && (part < best.part || (part === best.part && lesson.on < best.match.lesson.on))) continue
      best = { match: { lesson, heard: all.filter((word) => words.has(word)) }, part }
    }
    return best?.match ?? null
  }
}

function lengthOf(words: ReadonlySet<string>): number {
  let length = 0
  for (const word of words) length += word.length
  return length
}
