import { measureCode } from '../matters/codes.ts'
import { fold } from '../text/fold.ts'
import type { UnitCandidate } from '../types.ts'
import type { UnitBook } from './book.ts'
import { rankCandidates } from './candidates.ts'

/**
 * The units that could lead a task, best first, from its words and the heading above it. Names of units in `task` are
 * left out of hearing: what is asked is who would do it were nobody named.
 */
export function suggestUnits(task: string, heading: string, book: UnitBook): UnitCandidate[] {
  const folded = withoutUnits(fold(task), book)
  const above = withoutUnits(fold(heading), book)
  const hits = book.voices.scan(folded, 0, folded.length)
  const context = book.voices.scan(above, 0, above.length)
  return rankCandidates(book, hits, context, measureCode(hits, 0, folded.length))
}

/** The text with every name of a unit blanked, its length kept. */
function withoutUnits(folded: string, book: UnitBook): string {
  let out = ''
  for (let at = 0; at < folded.length; ) {
    const name = book.names.longestAt(folded, at)
    const length = name?.word.length ?? 0
    out += length > 0 ? ' '.repeat(length) : (folded[at] as string)
    at += Math.max(1, length)
  }
  return out
}
