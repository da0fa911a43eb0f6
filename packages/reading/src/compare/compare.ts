import { alike, likenessOf, type Likeness } from '../similar/alike.ts'
import type { Matter, Reading } from '../types.ts'
import { type Move, moveTargets } from './targets.ts'

/** 新提出 / 不再提 / 目标有变 / 延续. */
export type Fate = 'new' | 'dropped' | 'moved' | 'kept'

export interface ComparedPair {
  readonly fate: Fate
  /** Index into the matters of the older and of the newer reading; null on the side that has none. */
  readonly older: number | null
  readonly newer: number | null
  /** How alike the two are, between 0 and 1; 0 where there is no pair. */
  readonly score: number
  /** Words in common. */
  readonly words: readonly string[]
  readonly moves: readonly Move[]
}

/** Two documents that ask for the same thing in other years are worded more freely than twins within one. */
const PAIRED = 0.42
/** A shared indicator of the same basis counts so much on top. */
const INDICATOR = 0.15
const MOST_MATTERS = 1500

/**
 * What became of the older document's demands in the newer: each matter has at most one partner, the surest pairs
 * first. In the order of the newer text; what was dropped stands where its neighbour in the older text stands.
 */
export function compareReadings(older: Pick<Reading, 'matters'>, newer: Pick<Reading, 'matters'>): ComparedPair[] {
  const olds = older.matters.slice(0, MOST_MATTERS)
  const news = newer.matters.slice(0, MOST_MATTERS)
  const partners = pairUp(olds, news)
  const pairs: ComparedPair[] = news.map((matter, index) => {
    const partner = partners.get(index)
    if (!partner) return { fate: 'new', older: null, newer: index, score: 0, words: [], moves: [] }
    const moves = moveTargets((olds[partner.older] as Matter).targets, matter.targets)
    return { fate: moves.length > 0 ? 'moved' : 'kept', newer: index, ...partner, moves }
  })
  return placeDropped(pairs, olds)
}

interface Partner {
  readonly older: number
  readonly score: number
  readonly words: readonly string[]
}

function pairUp(olds: readonly Matter[], news: readonly Matter[]): Map<number, Partner> {
  const before = olds.map(likeness)
  const byPair = new Map<string, number[]>()
  for (const [index, one] of before.entries()) {
    for (const pair of one.whole.pairs.keys()) byPair.set(pair, [...(byPair.get(pair) ?? []), index])
  }
  const found: (Partner & { newer: number })[] = []
  for (const [newer, matter] of news.entries()) {
    const own = likeness(matter)
    const near = new Set([...own.whole.pairs.keys()].flatMap((pair) => byPair.get(pair) ?? []))
    for (const index of near) {
      const { score, words } = alike(own, before[index] as Likeness)
      const shared = sharesIndicator(olds[index] as Matter, matter) ? INDICATOR : 0
      // An indicator in common alone (亿元) pairs nothing.
      if (score > 0.2 && score + shared >= PAIRED) {
        found.push({ older: index, newer, score: Math.min(1, Math.round((score + shared) * 100) / 100), words })
      }
    }
  }
  found.sort((a, b) => b.score - a.score || a.newer - b.newer || a.older - b.older)
  const partners = new Map<number, Partner>()
  const taken = new Set<number>()
  for (const { newer, ...partner } of found) {
    if (partners.has(newer) || taken.has(partner.older)) continue
    partners.set(newer, partner)
    taken.add(partner.older)
  }
  return partners
}

const likeness = (matter: Matter): Likeness => likenessOf(matter.title, matter.text)

function sharesIndicator(one: Matter, other: Matter): boolean {
  return one.targets.some((target) =>
    other.targets.some(
      (theirs) =>
        target.indicator.length >= 2 && target.indicator === theirs.indicator && target.basis === theirs.basis,
    ),
  )
}

/** What is asked no longer is put behind what its neighbour before it became. */
function placeDropped(pairs: readonly ComparedPair[], olds: readonly Matter[]): ComparedPair[] {
  const placeOf = new Map(pairs.flatMap((pair, place) => (pair.older === null ? [] : [[pair.older, place] as const])))
  const behind = new Map<number, ComparedPair[]>()
  let place = -1
  for (let older = 0; older < olds.length; older++) {
    const own = placeOf.get(older)
    if (own !== undefined) {
      place = own
      continue
    }
    const dropped: ComparedPair = { fate: 'dropped', older, newer: null, score: 0, words: [], moves: [] }
    behind.set(place, [...(behind.get(place) ?? []), dropped])
  }
  return [...(behind.get(-1) ?? []), ...pairs.flatMap((pair, at) => [pair, ...(behind.get(at) ?? [])])]
}
