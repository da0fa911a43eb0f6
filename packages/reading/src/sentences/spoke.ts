import type { Span } from '../types.ts'
import { ACTION, CALL } from './lexicon.ts'
import type { Judged } from './roles.ts'

const MOST = 4

/** The words that spoke for a role: the verbs of what is asked, the heads of what is called for; none for the others. */
export function wordsOf(folded: string, judged: Judged): Span[] {
  const words: Span[] = []
  const called = judged.role === 'slogan'
  if (!called && judged.role !== 'obligation' && judged.role !== 'target') return words
  for (const clause of judged.clauses) {
    if (words.length === MOST) break
    if (called ? clause.kind !== 'call' : clause.kind !== 'action' && clause.kind !== 'purpose') continue
    const length = called ? CALL(folded, clause.verbAt) : ACTION(folded, clause.verbAt)
    if (length > 0) words.push({ start: clause.verbAt, end: clause.verbAt + length })
  }
  return words
}
