import type { Piece } from '../outline/build-outline.ts'
import { type Judged, UNIT_MARK_WHY } from '../sentences/roles.ts'
import type { SentenceRole } from '../types.ts'
import { type Lesson, lessonReason, wordPattern } from './lesson.ts'

/** The pattern must make up so much of the sentence, and of itself be heard so much. */
const COVERS = 0.6

const MOST_ALIKE = 64

const ROLES: ReadonlySet<string> = new Set<SentenceRole>([
  'obligation',
  'target',
  'result',
  'background',
  'slogan',
  'other',
])

/**
 * A sentence that is worded as one that a clerk corrected gets the corrected role. All clauses of the pattern must
 * stand in it, in order, and make up most of it: sharing the topic is not enough, since last year's result and this
 * year's task do. Headings and marks of units stay what they are.
 */
export function teachRoles(
  pieces: readonly Piece[],
  judged: readonly Judged[],
  lessons: readonly Lesson[],
  folded: string,
): Judged[] {
  const byFirst = new Map<string, Lesson[]>()
  for (const lesson of lessons) {
    const first = lesson.words[0]
    if (lesson.kind !== 'role' || first === undefined || !ROLES.has(lesson.to)) continue
    const known = byFirst.get(first)
    if (known) known.push(lesson)
    else byFirst.set(first, [lesson])
  }
  for (const [first, known] of byFirst) {
    // Newest first, so that a clause which opens very many lessons costs no more than it says.
    known.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
    byFirst.set(first, known.slice(0, MOST_ALIKE))
  }
  if (byFirst.size === 0) return [...judged]
  return judged.map((verdict, index) => {
    const piece = pieces[index]
    if (!piece || verdict.role === 'heading' || verdict.why === UNIT_MARK_WHY) return verdict
    const clauses = wordPattern(folded.slice(piece.start, piece.end))
    const fits = clauses.flatMap((clause) => byFirst.get(clause) ?? []).filter(({ words }) => follows(clauses, words))
    const lesson = fits.reduce<Lesson | null>((newest, one) => (newest && newest.on >= one.on ? newest : one), null)
    if (!lesson || lesson.to === verdict.role) return verdict
    return { ...verdict, role: lesson.to as SentenceRole, why: lessonReason(lesson, []) }
  })
}

function follows(clauses: readonly string[], words: readonly string[]): boolean {
  let at = 0
  let heard = 0
  for (const word of words) {
    const found = clauses.indexOf(word, at)
    if (found < 0) return false
    heard += word.length
    at = found + 1
  }
  return heard / clauses.reduce((sum, clause) => sum + clause.length, 0) >= COVERS
}
