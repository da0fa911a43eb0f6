import { alike, alikeScore, likenessOf, type Likeness, TWIN } from './alike.ts'

export interface Comparable {
  readonly id: number
  readonly title: string
  readonly text?: string | undefined
}

export interface Twin {
  readonly id: number
  readonly score: number
  /** The words in common. */
  readonly words: string[]
}

export interface TwinIndex {
  add(item: Comparable): void
  /** Those that likely say the same, best first. */
  find(item: Comparable, most?: number): Twin[]
}

/** So many that share the most pairs are compared in full. */
const LOOKED_AT = 40
/** Entries of the index that one question follows; what everything shares is left out first. */
const FOLLOWED = 8000

/**
 * An index over matters in force. Adding and finding are small steps, so that a server can let others in between:
 * some 5,000 are added and 300 asked for in well under a second.
 */
export function twinIndex(threshold = TWIN): TwinIndex {
  const known: { id: number; likeness: Likeness }[] = []
  const byPair = new Map<string, number[]>()
  return {
    add({ id, title, text }) {
      const likeness = likenessOf(title, text)
      const place = known.push({ id, likeness }) - 1
      for (const pair of likeness.whole.pairs.keys()) {
        const filed = byPair.get(pair)
        if (filed) filed.push(place)
        else byPair.set(pair, [place])
      }
    },
    find({ id, title, text }, most = 3) {
      const likeness = likenessOf(title, text)
      const near: { other: (typeof known)[number]; score: number }[] = []
      for (const place of closest(likeness, byPair)) {
        const other = known[place] as (typeof known)[number]
        if (other.id === id) continue
        const score = alikeScore(likeness, other.likeness)
        if (score >= threshold) near.push({ other, score })
      }
      near.sort((a, b) => b.score - a.score || b.other.id - a.other.id)
      return near
        .slice(0, most)
        .map(({ other, score }) => ({ id: other.id, score, words: alike(likeness, other.likeness).words }))
    },
  }
}

/** Places of those that share the most; rare pairs are followed first and weigh more. */
function closest(likeness: Likeness, byPair: ReadonlyMap<string, readonly number[]>): number[] {
  const filed = [...likeness.whole.pairs.keys()].flatMap((pair) => {
    const places = byPair.get(pair)
    return places ? [places] : []
  })
  filed.sort((a, b) => a.length - b.length)
  const counts = new Map<number, number>()
  let left = FOLLOWED
  for (const places of filed) {
    if (left < places.length && counts.size > 0) break
    left -= places.length
    const weight = 1 / Math.log2(2 + places.length)
    for (const place of places) counts.set(place, (counts.get(place) ?? 0) + weight)
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, LOOKED_AT)
    .map(([place]) => place)
}
