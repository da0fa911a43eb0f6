import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SharedStrings } from './shared-strings.ts'

describe('shared strings', () => {
  it('come back by their index, over the ends of segments too', () => {
    const strings = new SharedStrings(64 * 1_048_576)
    const sizes = fc.sample(fc.integer({ min: 0, max: 40_000 }), 200)
    const texts = sizes.map((size, index) => `${index}`.padEnd(size, '县'))
    for (const text of texts) strings.add(text)
    expect(texts.map((_, index) => strings.at(index))).toEqual(texts)
    expect([strings.at(-1), strings.at(texts.length), strings.at(0.5), strings.at(Number.NaN)]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('keep an empty text that stands at the end of a full segment', () => {
    const strings = new SharedStrings(8 * 1_048_576)
    strings.add('x'.repeat(1_048_576))
    strings.add('')
    strings.add('甲')
    expect([strings.at(0)?.length, strings.at(1), strings.at(2)]).toEqual([1_048_576, '', '甲'])
  })

  it('are bounded', () => {
    const strings = new SharedStrings(1_000)
    expect(() => {
      for (let index = 0; index < 1_000; index++) strings.add('县')
    }).toThrow('表格里的文字超过')
  })
})
