// The labels that were given by hand to sentences of the shared inputs: kept without the text, found again by offset
// and proven by digest. docs/reading-labels.md says what each label means.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Relation } from '@yipanqi/reading'
import { ROLES, type LabelledDocument, type LabelledSentence } from '@yipanqi/reading/golden/labels.ts'

export interface GoldenDocument extends LabelledDocument {
  /** Sentences for tuning; the other half is only reported. */
  tuning: ReadonlySet<LabelledSentence>
}

export interface GoldenSet {
  documents: GoldenDocument[]
  /** What could not be used, and why. */
  absent: string[]
}

/** `12+4 >= 1.5; …` → offset, length and the rest of each part. */
function parts(field: string | undefined, base: number): { start: number; end: number; rest: string[] }[] {
  if (!field) return []
  return field.split('; ').map((part) => {
    const [place = '', ...rest] = part.split(' ')
    const [at = 0, length = 0] = place.split('+').map(Number)
    return { start: base + at, end: base + at + length, rest }
  })
}

/** Half of each document by the parity of the last digit of the digest: even is for tuning. */
const isTuning = (digest: string): boolean => Number.parseInt(digest.at(-1) ?? '0', 16) % 2 === 0

/** Reads the labels in `folder` for the texts in `inputs`; a text that is absent or was changed is named. */
export function goldenSet(folder: string, inputs: string): GoldenSet {
  const set: GoldenSet = { documents: [], absent: [] }
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort()) {
    const name = file.slice(0, -4)
    const source = join(inputs, `${name}.txt`)
    if (!existsSync(source)) {
      set.absent.push(`${name}: text absent`)
      continue
    }
    const text = readFileSync(source, 'utf8')
    const sentences: LabelledSentence[] = []
    const tuning = new Set<LabelledSentence>()
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
      if (line === '' || line.startsWith('#')) continue
      const [, from, to, digest = '', role = '', quantities, deadlines, units] = line.split('\t')
      const start = Number(from)
      const end = Number(to)
      if (createHash('sm3').update(text.slice(start, end)).digest('hex') !== digest) {
        set.absent.push(`${name} ${start}–${end}: another text`)
        continue
      }
      const sentence: LabelledSentence = {
        start,
        end,
        role: ROLES[role] ?? 'other',
        quantities: parts(quantities, start).map(({ rest, ...span }) => ({
          ...span,
          relation: rest[0] as Relation,
          value: rest[1] === '-' ? null : Number(rest[1]),
        })),
        deadlines: parts(deadlines, start).map(({ rest, ...span }) => ({
          ...span,
          to: rest[0] === '-' ? null : (rest[0] ?? null),
        })),
        units: parts(units, start).map(({ start: at, end: stop }) => ({ start: at, end: stop })),
      }
      sentences.push(sentence)
      if (isTuning(digest)) tuning.add(sentence)
    }
    set.documents.push({ name, text, sentences, tuning })
  }
  return set
}
