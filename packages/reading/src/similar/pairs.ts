import { PEOPLE_PAIRS } from './pairs-people.ts'
import { WORKS_PAIRS } from './pairs-works.ts'

/** Four sentences of our own: the first, the same thing asked again, a neighbour, a stranger. */
export type PairRow = readonly [asked: string, same: string, near: string, other: string]

export interface Pair {
  readonly one: string
  readonly other: string
  readonly truth: 'same' | 'related' | 'different'
  /** The half that words and weights were chosen on; the other is only reported. */
  readonly tuning: boolean
}

/** The golden set of pairs: three of each row, every second row for tuning. */
export const PAIRS: readonly Pair[] = [...WORKS_PAIRS, ...PEOPLE_PAIRS].flatMap(([asked, same, near, other], row) => {
  const tuning = row % 2 === 0
  return [
    { one: asked, other: same, truth: 'same', tuning },
    { one: asked, other: near, truth: 'related', tuning },
    { one: asked, other, truth: 'different', tuning },
  ] as const
})
