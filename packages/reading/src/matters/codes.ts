import { NAMED } from '../knowledge/measures.ts'
import { firstFrom } from '../knowledge/scan.ts'
import type { VoiceHit } from '../units/duties.ts'

/** The measure that the words within [start, end) name, or null when they name none clearly. */
export function measureCode(hits: readonly VoiceHit[], start: number, end: number): string | null {
  // Most stretches name one measure or none: the table is made for the second.
  let sums: Map<string, number> | null = null
  let best: string | null = null
  let top = 0
  for (let index = firstFrom(hits, start); index < hits.length; index++) {
    const hit = hits[index] as VoiceHit
    if (hit.at >= end) break
    const { code, weight } = hit.value
    if (code === null || hit.at + hit.word.length > end) continue
    if (sums === null && (best === null || best === code)) {
      best = code
      top += weight
      continue
    }
    sums ??= new Map([[best as string, top]])
    const sum = (sums.get(code) ?? 0) + weight
    sums.set(code, sum)
    if (sum > top) {
      top = sum
      best = code
    }
  }
  return top >= NAMED ? best : null
}
