import { type Scanner, scanAhead, WordScanner } from '../knowledge/scan.ts'
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
  /** Names without 局 (发改、住建), for lists such as 住建、交通等部门. */
  short: ReadonlyMap<string, string>
  /** Characters that open a short name. */
  shortOpens: ReadonlySet<string>
  voices: Scanner<Voice>
}

// 青禾县发改局, **县发改局, 县发改局 and 发改局 are one; 省… and 市… belong to another level and stay as written.
const COUNTY_PREFIX = /^(?:[\u4e00-\u9fff×＊*XＸ○]{1,4}县|本县|我县|全县)(?=.{2})/

function namesOf(entry: UnitEntry): string[] {
  const names = [entry.name, ...entry.aliases.map((alias) => alias.name)]
  const bare = names.filter((name) => name.startsWith('县') && name.length > 3).map((name) => name.slice(1))
  return [...names, ...bare]
}

function shortNames(entries: readonly UnitEntry[]): Map<string, string> {
  const short = new Map<string, string>()
  for (const entry of entries) {
    for (const name of namesOf(entry)) {
      const bare = /^县?([\u4e00-\u9fff]{2,4}?)分?局$/.exec(name)?.[1]
      if (bare && !short.has(bare)) short.set(bare, entry.name)
    }
  }
  for (const [word, of] of SPOKEN) {
    const entry = entries.find((one) => namesOf(one).includes(of))
    if (entry && !short.has(word)) short.set(word, entry.name)
  }
  return short
}

const SPOKEN: readonly (readonly [string, string])[] = [
  ['金融', '金融中心'],
  ['供电', '供电公司'],
  ['组织', '组织部'],
  ['宣传', '宣传部'],
  ['政务服务', '政务服务中心'],
  ['国资', '国资局'],
]

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
    const index =
      byName.get(trimmed) ??
      byName.get(trimmed.replace(/^县(?=.{2})/, '')) ??
      byName.get(trimmed.replace(COUNTY_PREFIX, '县')) ??
      byName.get(trimmed.replace(COUNTY_PREFIX, ''))
    const entry = index === undefined ? undefined : entries[index]
    return entry ? successorOf(entries, entry) : null
  }
  const short = shortNames(entries)
  return {
    entries,
    entryOf,
    resolve: (written) => entryOf(written)?.name ?? written.trim(),
    names: new WordScanner(byName),
    short,
    shortOpens: new Set([...short.keys()].map((name) => name[0] as string)),
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

/** The same book with the voices of one document found beforehand, in one pass. */
export function bookFor(book: UnitBook, folded: string): UnitBook {
  return { ...book, voices: scanAhead(book.voices, folded) }
}
