// How often the reader agrees with labels given by hand, per class, for the half that the rules were tuned on and
// for the half that is only reported. It says nothing of kinds of documents that are in neither.
import { readDocument } from '@yipanqi/reading'
import { type Miss, rates, type Score, scoreReading } from '@yipanqi/reading/golden/score.ts'
import type { GoldenDocument } from './golden-set.ts'

const CLASSES = [
  'asked',
  'obligation',
  'target',
  'result',
  'background',
  'slogan',
  'heading',
  'other',
  'quantity',
  'relation',
  'deadline',
  'unit',
]

const percent = (value: number): string => (value * 100).toFixed(1)

/** Lines of a table: class, then precision, recall, F1 and the counts behind them. */
export function goldenTable(score: Score): string[] {
  return CLASSES.flatMap((name) => {
    const count = score.get(name)
    if (!count) return []
    const { precision, recall, f1 } = rates(count)
    const figures = [percent(precision), percent(recall), percent(f1), count.hit, count.extra, count.missed]
    return [`${name} | ${figures.join(' | ')}`]
  })
}

export interface GoldenResult {
  tuning: Score
  reported: Score
  /** Sentences of each half. */
  sizes: { tuning: number; reported: number }
  /** `asked` of each document, both halves: name, then precision, recall and counts. */
  documents: string[]
  /** Of the tuning half only, so that nobody tunes on the other. */
  misses: Miss[]
}

export function scoreGolden(documents: readonly GoldenDocument[]): GoldenResult {
  const result: GoldenResult = {
    tuning: new Map(),
    reported: new Map(),
    sizes: { tuning: 0, reported: 0 },
    documents: [],
    misses: [],
  }
  for (const document of documents) {
    const reading = readDocument(document.text)
    const own: Score = new Map()
    scoreReading(document, reading, result.tuning, result.misses, (one) => document.tuning.has(one))
    scoreReading(document, reading, result.reported, [], (one) => !document.tuning.has(one))
    scoreReading(document, reading, own)
    result.sizes.tuning += document.tuning.size
    result.sizes.reported += document.sentences.length - document.tuning.size
    const asked = own.get('asked') ?? { hit: 0, extra: 0, missed: 0 }
    const { precision, recall } = rates(asked)
    result.documents.push(
      `${document.name} | ${document.sentences.length} | ${percent(precision)} | ${percent(recall)} | ${asked.hit} | ${asked.extra} | ${asked.missed}`,
    )
  }
  return result
}

export const GOLDEN_HEAD = 'class | precision | recall | F1 | hit | extra | missed'
