import { describe, expect, it } from 'vitest'
import { readDocument } from '../read-document.ts'
import { OWN_TUNED, OWN_UNSEEN } from './own.ts'
import { rates, type Score, scoreReading } from './score.ts'

const scored = (documents: typeof OWN_TUNED): Score => {
  const score: Score = new Map()
  for (const document of documents) scoreReading(document, readDocument(document.text), score)
  return score
}
const documents = OWN_TUNED

describe('our own labelled sentences', () => {
  const score = scored(documents)

  it('are many and of every role', () => {
    const sentences = documents.flatMap((document) => document.sentences)
    expect(sentences.length).toBeGreaterThanOrEqual(150)
    expect(new Set(sentences.map((one) => one.role)).size).toBe(7)
  })

  it.each([
    ['asked', 0.9, 0.85],
    ['result', 0.9, 0.9],
    ['heading', 0.95, 0.95],
    ['quantity', 0.9, 0.9],
    ['deadline', 0.9, 0.9],
    ['slogan', 0.9, 0.9],
    ['unit', 0.97, 0.97],
  ])('%s is read as labelled: recall ≥ %d, precision ≥ %d', (name, recall, precision) => {
    const found = rates(score.get(name) ?? { hit: 0, extra: 0, missed: 0 })
    expect(found.recall).toBeGreaterThanOrEqual(recall)
    expect(found.precision).toBeGreaterThanOrEqual(precision)
  })
})

describe('ten documents labelled before they were read', () => {
  const score = scored(OWN_UNSEEN)

  // Below what stands today, so that a general rule may lose one sentence; first sight is in docs/reading-labels.md.
  it.each([
    ['asked', 0.95, 0.97],
    ['result', 0.95, 0.9],
    ['background', 0.85, 0.85],
    ['slogan', 0.9, 0.9],
    ['heading', 0.97, 0.97],
    ['quantity', 0.95, 0.95],
    ['deadline', 0.95, 0.9],
    ['unit', 0.97, 0.97],
  ])('%s: recall ≥ %d, precision ≥ %d', (name, recall, precision) => {
    const found = rates(score.get(name) ?? { hit: 0, extra: 0, missed: 0 })
    expect(found.recall).toBeGreaterThanOrEqual(recall)
    expect(found.precision).toBeGreaterThanOrEqual(precision)
  })
})
