import type { MatterKind } from '../types.ts'

/** What is known of a common measure of county work: what it usually is and how it is seen done. */
export interface MeasureKnowledge {
  code: string
  name: string
  kind: MatterKind
  /** What is seen when it is done. */
  doneWhen: string
  /** Words that speak for it, with their weight. */
  words: readonly { word: string; weight: number }[]
}

/** One row; `words` are separated by blanks, `word*2` weighs double. */
export function measure(
  code: string,
  name: string,
  kind: MatterKind,
  doneWhen: string,
  words: string,
): MeasureKnowledge {
  const parsed = words.split(' ').map((written) => {
    const [word = '', weight] = written.split('*')
    return { word, weight: weight ? Number(weight) : 1 }
  })
  return { code, name, kind, doneWhen, words: parsed }
}
