import { MEASURES } from '../knowledge/measures.ts'
import { type Hit, WordScanner } from '../knowledge/scan.ts'
import { TRAPS } from '../knowledge/traps.ts'
import { furtherDuties } from './duty-words.ts'
import type { UnitEntry } from '../types.ts'

/** What a word says: a measure, or a unit's duty. */
export interface Voice {
  code: string | null
  unit: number
  weight: number
}

export type VoiceHit = Hit<Voice>

/** Builds the scanner over measures, duty words and traps for one catalogue. */
export function voiceScanner(units: readonly UnitEntry[]): WordScanner<Voice> {
  const entries: [string, Voice][] = []
  for (const known of MEASURES) {
    for (const { word, weight } of known.words) entries.push([word, { code: known.code, unit: -1, weight }])
  }
  const speaking = new Map<string, number[]>()
  for (const [unit, entry] of units.entries()) {
    const words = new Set([...entry.duties, ...furtherDuties(entry.preset ?? entry.code)])
    for (const word of words) speaking.set(word, [...(speaking.get(word) ?? []), unit])
  }
  for (const [word, speakers] of speaking) {
    // Longer duty words are more telling (老旧小区 says more than 住房), and those of one unit alone more than shared ones.
    const weight = (0.4 + 0.15 * Math.min(word.length, 6)) / Math.sqrt(speakers.length)
    for (const unit of speakers) entries.push([word, { code: null, unit, weight }])
  }
  for (const trap of TRAPS) {
    const unit = units.findIndex((entry) => (entry.preset ?? entry.code) === trap.unit)
    if (unit >= 0) entries.push([trap.words, { code: null, unit, weight: trap.weight }])
  }
  return new WordScanner(entries)
}
