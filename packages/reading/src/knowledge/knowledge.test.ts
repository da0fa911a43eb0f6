import { describe, expect, it } from 'vitest'
import { measureCode } from '../matters/codes.ts'
import { unitBook } from '../units/book.ts'
import { UNIT_CATALOGUE } from '../units/catalogue.ts'
import { MEASURES } from './measures.ts'
import { WordScanner } from './scan.ts'

describe('measures', () => {
  it('are M01–M47 in order, each with words, a done-when and somebody who leads it', () => {
    expect(MEASURES.map((known) => known.code)).toEqual(
      Array.from({ length: 47 }, (_, index) => `M${String(index + 1).padStart(2, '0')}`),
    )
    const led = new Set(UNIT_CATALOGUE.flatMap((unit) => unit.leads))
    for (const known of MEASURES) {
      expect(led.has(known.code)).toBe(true)
      expect(known.doneWhen).not.toBe('')
      expect(known.words.every(({ word, weight }) => word.length >= 2 && weight > 0)).toBe(true)
    }
  })

  it.each([
    ['落实助企纾困政策', 'M04'],
    ['抓好招商引资', 'M10'],
    ['扩大续贷规模', 'M17'],
    ['将担保公司注册资本增加到3亿元', 'M16'],
    ['改造老旧小区', 'M26'],
    ['完善创新联合体', 'M36'],
    ['抓好合作社规范提升', 'M38'],
    ['做好干部培训', null],
  ])('%s names %s', (clause, code) => {
    const hits = unitBook().voices.scan(clause, 0, clause.length)
    expect(measureCode(hits, 0, clause.length)).toBe(code)
  })
})

describe('WordScanner', () => {
  const scanner = new WordScanner([
    ['信贷', 1],
    ['小额信贷', 2],
    ['信贷投放', 3],
  ])

  it('reports every word at every place, longest first', () => {
    expect(scanner.scan('小额信贷投放', 0, 6).map((hit) => hit.word)).toEqual(['小额信贷', '信贷投放', '信贷'])
    expect(scanner.scan('小额信贷投放', 0, 4).map((hit) => hit.word)).toEqual(['小额信贷', '信贷'])
  })

  it('finds the longest word at one place', () => {
    expect(scanner.longestAt('看信贷投放', 1)?.word).toBe('信贷投放')
    expect(scanner.longestAt('看信贷投放', 0)).toBeNull()
  })
})
