// How often the reader agrees with labels given by hand, per class, for the half that the rules were tuned on and
// for the half that is only reported. It says nothing of kinds of documents that are in neither.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDocument } from '@yipanqi/reading'
import { OWN_TUNED, OWN_UNSEEN } from '@yipanqi/reading/golden/own.ts'
import { type Miss, rates, type Score, scoreReading } from '@yipanqi/reading/golden/score.ts'
import { type GoldenDocument, goldenSet } from './golden-set.ts'

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

const HEAD = 'class | precision | recall | F1 | hit | extra | missed'

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

/** Prints agreement with our own labelled sentences and, where the inputs are present, with those; keeps it on `save`. */
export function reportGolden(root: string, inputs: string, save: boolean): void {
  const lines: string[] = []
  for (const [name, documents] of [
    ['our own sentences', OWN_TUNED],
    ['ten documents once unseen', OWN_UNSEEN],
  ] as const) {
    const own: Score = new Map()
    for (const document of documents) scoreReading(document, readDocument(document.text), own)
    const count = documents.reduce((sum, one) => sum + one.sentences.length, 0)
    lines.push(`${name} (${count}, also tuned on)`, HEAD, ...goldenTable(own), '')
  }
  const set = goldenSet(join(root, 'bench/golden'), inputs)
  if (set.documents.length === 0) lines.push('labels of the inputs: skipped, the shared inputs are absent')
  else {
    const { tuning, reported, sizes, documents: each, misses } = scoreGolden(set.documents)
    // Shown on the screen only: the sentences are not ours to keep.
    if (process.argv.includes('--misses'))
      for (const one of misses)
        console.log(`${one.document} ${one.kind}: ${one.labelled} <- ${one.read} :: ${one.text}`)
    lines.push('', `tuning half of the inputs (${sizes.tuning} sentences)`, HEAD, ...goldenTable(tuning))
    lines.push('', `reported half of the inputs (${sizes.reported} sentences)`, HEAD, ...goldenTable(reported))
    lines.push('', 'obligations and targets (asked) by document, both halves')
    lines.push('document | sentences | precision | recall | hit | extra | missed', ...each)
  }
  lines.push(...set.absent.map((one) => `not used: ${one}`))
  console.log(`\n${lines.join('\n')}`)
  if (!save) return
  const day = new Date().toISOString().slice(0, 10)
  mkdirSync(join(root, 'bench/results'), { recursive: true })
  writeFileSync(
    join(root, `bench/results/reading-golden-${day}.txt`),
    `npm run bench:reading -- --save, ${day}, Node ${process.version}\n\n${lines.join('\n')}\n`,
  )
}
