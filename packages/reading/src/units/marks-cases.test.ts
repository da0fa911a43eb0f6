import { describe, expect, it } from 'vitest'
import { unitBook } from './book.ts'
import { firstNamedLeads, readUnitMark, unitsInSentence } from './marks.ts'
import { BRACKET_CASES, NO_UNIT_CASES, SENTENCE_CASES } from './marks-cases.ts'

const book = unitBook()
const words = (list: string): string[] => (list === '' ? [] : list.split(' '))

describe('the table of unit marks', () => {
  it('has at least 120 cases', () => {
    expect(BRACKET_CASES.length + SENTENCE_CASES.length + NO_UNIT_CASES.length).toBeGreaterThanOrEqual(120)
  })

  it.each(BRACKET_CASES)('（%s）', (inside, lead, support) => {
    const named = readUnitMark(inside, book, firstNamedLeads(inside))
    expect([named?.lead, named?.support]).toEqual([words(lead), words(support)])
  })

  it.each(SENTENCE_CASES)('%s', (sentence, lead, support) => {
    const named = unitsInSentence(sentence, book)
    expect([named?.lead, named?.support]).toEqual([words(lead), words(support)])
  })

  it.each(NO_UNIT_CASES)('nobody: %s', (sentence) => {
    expect(unitsInSentence(sentence, book)).toBeNull()
  })
})
