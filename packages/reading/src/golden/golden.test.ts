import { describe, expect, it } from 'vitest'
import { readDocument } from '../read-document.ts'
import { OWN_COUNTY } from './own-county.ts'
import { OWN_MIXED } from './own-mixed.ts'
import { OWN_ORDERS } from './own-orders.ts'
import { OWN_OTHERS } from './own-others.ts'
import { rates, type Score, scoreReading } from './score.ts'

const documents = [...OWN_COUNTY, ...OWN_OTHERS, ...OWN_MIXED, ...OWN_ORDERS]

describe('our own labelled sentences', () => {
  const score: Score = new Map()
  for (const document of documents) scoreReading(document, readDocument(document.text), score)

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
