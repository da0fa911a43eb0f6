import { MEASURES } from '../knowledge/measures.ts'
import type { UnitCandidate } from '../types.ts'
import type { UnitBook } from './book.ts'
import type { VoiceHit } from './duties.ts'

const MEASURE_NAME = new Map(MEASURES.map((known) => [known.code, known.name]))
const LEADS = 3
const SUPPORTS = 0.7
const CONTEXT = 0.35
/** The sum at which the strength is one half where nothing speaks for another. */
const HALF = 0.6
const RIVAL = 0.8
/**
 * Below this confidence a suggestion is only shown; the matter waits in 待认领 until somebody claims or assigns it: it
 * would be wrong more often than right.
 */
export const CLAIMABLE = 0.5
const MOST = 5

/**
 * Ranks the units that could lead: by who usually leads the measure, by duty words, by the traps. `context` are hits
 * of the heading above, which weigh less. Units that may not lead come behind all that may.
 */
export function rankCandidates(
  book: UnitBook,
  hits: readonly VoiceHit[],
  context: readonly VoiceHit[],
  code: string | null,
): UnitCandidate[] {
  const sums = new Map<number, { sum: number; why: string[] }>()
  const speak = (unit: number, weight: number, word: string): void => {
    const heard = sums.get(unit) ?? { sum: 0, why: [] }
    // The same word twice is not two reasons.
    if (heard.why.includes(word)) return
    heard.sum += weight
    if (heard.why.length < 5) heard.why.push(word)
    sums.set(unit, heard)
  }
  if (code !== null) {
    const name = MEASURE_NAME.get(code) ?? code
    for (const [unit, entry] of book.entries.entries()) {
      if (entry.leads.includes(code)) speak(unit, LEADS, `${name}（常见牵头）`)
      else if (entry.supports.includes(code)) speak(unit, SUPPORTS, `${name}（常见配合）`)
    }
  }
  for (const hit of outermost(hits)) if (hit.value.unit >= 0) speak(hit.value.unit, hit.value.weight, hit.word)
  for (const hit of outermost(context))
    if (hit.value.unit >= 0) speak(hit.value.unit, hit.value.weight * CONTEXT, hit.word)
  const ranked = [...sums].map(([unit, heard]) => ({ entry: book.entries[unit], ...heard }))
  ranked.sort(
    (a, b) =>
      Number(b.entry?.mayLead ?? false) - Number(a.entry?.mayLead ?? false) ||
      b.sum - a.sum ||
      a.why.length - b.why.length,
  )
  const shown = ranked.slice(0, MOST)
  let left = 1
  return shown.map(({ entry, sum, why }) => {
    const rival = Math.max(0, ...shown.filter((other) => other.entry !== entry).map((other) => other.sum))
    // Only one of them can be the right one: what the first takes the others cannot have.
    const score = Math.min(left, confidence(sum, rival))
    left = Math.min(left, 1 - score, score)
    return { unit: entry?.name ?? '', score: Math.round(score * 1000) / 1000, why }
  })
}

// How often the first was right at such a strength, smoothed so that it rises (bench/calibration.ts fits it anew and
// tries each fit on a document that it has not seen). One word alone (0.35–0.55) is right two times in three.
const STRENGTHS = [0, 0.25, 0.35, 0.52, 0.6, 0.7, 0.8, 1] as const
const SHARES = [0, 0.2, 0.58, 0.66, 0.84, 0.93, 0.97, 0.99] as const

/** What speaks for the first against the best of the others, between 0 and 1: the raw material of its confidence. */
export function strengthOf(sum: number, rival: number): number {
  return sum / (sum + rival * RIVAL + HALF)
}

/** The shown confidence of a strength; rises with it, so that it can be turned back. */
export function confidenceAt(strength: number): number {
  const step = STRENGTHS.findLastIndex((from) => from <= strength)
  const [from, to] = [STRENGTHS[step] ?? 0, STRENGTHS[step + 1] ?? 1]
  const [low, high] = [SHARES[step] ?? 0, SHARES[step + 1] ?? 1]
  return to > from ? low + ((strength - from) / (to - from)) * (high - low) : low
}

/** How sure: by what speaks for the unit, and by how little speaks for the best of the others. */
function confidence(sum: number, rival: number): number {
  return confidenceAt(strengthOf(sum, rival))
}

/** Hits that no longer word covers: in 农村公路 nothing is said of 农村. */
function outermost(hits: readonly VoiceHit[]): VoiceHit[] {
  const kept: VoiceHit[] = []
  let covered = -1
  let open = { at: -1, length: 0 }
  // Hits come by place, the longest at a place first.
  for (const hit of hits) {
    const end = hit.at + hit.word.length
    const same = hit.at === open.at && hit.word.length === open.length
    if (!same && end <= covered) continue
    kept.push(hit)
    if (end > covered) {
      covered = end
      open = { at: hit.at, length: hit.word.length }
    }
  }
  return kept
}
