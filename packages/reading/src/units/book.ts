import { WordScanner } from '../knowledge/scan.ts'
import type { UnitEntry } from '../types.ts'
import { UNIT_CATALOGUE } from './catalogue.ts'
import { type Voice, voiceScanner } from './duties.ts'

/** A catalogue made ready for look-ups: names, aliases and duty words. */
export interface UnitBook {
  entries: readonly UnitEntry[]
  /** The county's name for a written one, or the written one where it is unknown. */
  resolve: (written: string) => string
  entryOf: (written: string) => UnitEntry | null
  names: WordScanner<number>
  voices: WordScanner<Voice>
}

// 青禾县发改局, **县发改局, 县发改局 and 发改局 are one; 省… and 市… belong to another level and stay as written.
const COUNTY_PREFIX = /^(?:[\u4e00-\u9fff×＊*XＸ○]{1,4}县|本县|我县|全县)(?=.{2})/

function namesOf(entry: UnitEntry): string[] {
  const names = [entry.name, ...entry.aliases.map((alias) => alias.name)]
  const bare = names.filter((name) => name.startsWith('县') && name.length > 3).map((name) => name.slice(1))
  return [...names, ...bare]
}

function successorOf(entries: readonly UnitEntry[], entry: UnitEntry): UnitEntry {
  let current = entry
  // A chain of reforms is short; the bound keeps a circular catalogue from hanging.
  for (let step = 0; step < 5 && current.successor !== undefined; step++) {
    const next = entries.find((other) => other.code === current.successor)
    if (!next) break
    current = next
  }
  return current
}

function makeBook(entries: readonly UnitEntry[]): UnitBook {
  const byName = new Map<string, number>()
  for (const [index, entry] of entries.entries()) {
    for (const name of namesOf(entry)) if (!byName.has(name)) byName.set(name, index)
  }
  const entryOf = (written: string): UnitEntry | null => {
    const trimmed = written.trim()
    const index = byName.get(trimmed) ?? byName.get(trimmed.replace(COUNTY_PREFIX, '县')) ?? byName.get(trimmed.replace(COUNTY_PREFIX, ''))
    const entry = index === undefined ? undefined : entries[index]
    return entry ? successorOf(entries, entry) : null
  }
  return {
    entries,
    entryOf,
    resolve: (written) => entryOf(written)?.name ?? written.trim(),
    names: new WordScanner(byName),
    voices: voiceScanner(entries),
  }
}

const books = new WeakMap<readonly UnitEntry[], UnitBook>()

/** The look-up tables of a catalogue, made once per catalogue. */
export function unitBook(entries: readonly UnitEntry[] = UNIT_CATALOGUE): UnitBook {
  let book = books.get(entries)
  if (!book) {
    book = makeBook(entries)
    books.set(entries, book)
  }
  return book
}
