import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../read-document.ts'
import { compareReadings } from './compare.ts'

const LAST = `某山县政府工作报告
——2025年1月10日
二、2025年重点工作
改造老旧小区15个，年底前全部完工。新增规上工业企业12户以上。
推进农村厕所革命，改造户厕2000座。加快城南220千伏输变电工程建设，年底前投运。
新增信贷投放30亿元。接待游客突破320万人次。`
const THIS = `某山县政府工作报告
——2026年1月12日
二、2026年重点工作
改造老旧小区18个，年底前全部完工。新增规上工业企业12户以上。
发展低空经济，建设起降场3处。
新增信贷投放不少于30亿元。接待游客突破360万人次。`

const compared = (older: string, newer: string) => {
  const [before, after] = [readDocument(older), readDocument(newer)]
  return compareReadings(before, after).map((pair) => ({
    ...pair,
    said: [
      pair.older === null ? null : before.matters[pair.older]?.text,
      pair.newer === null ? null : after.matters[pair.newer]?.text,
    ],
  }))
}

describe('this year beside last year', () => {
  const pairs = compared(LAST, THIS)
  const about = (words: string) => pairs.find(({ said }) => said.some((title) => title?.includes(words)))

  it('tells what moved, and which way', () => {
    expect(about('老旧小区')).toMatchObject({
      fate: 'moved',
      moves: [{ way: 'up', from: { value: 15 }, to: { value: 18 } }],
    })
    expect(about('游客')).toMatchObject({ fate: 'moved', moves: [{ way: 'up' }] })
    // The same figure, but now a floor.
    expect(about('信贷')).toMatchObject({
      fate: 'moved',
      moves: [{ way: 'changed', from: { relation: '=' }, to: { relation: '>=' } }],
    })
  })

  it('tells what goes on, what is new and what is asked no longer', () => {
    expect(about('规上')).toMatchObject({ fate: 'kept', moves: [] })
    expect(about('起降场')).toMatchObject({ fate: 'new', older: null })
    expect(about('输变电')).toMatchObject({ fate: 'dropped', newer: null })
    expect(about('户厕')).toMatchObject({ fate: 'dropped', newer: null })
  })

  it('follows the newer text; what was dropped stands behind its old neighbour', () => {
    expect(pairs.map(({ fate }) => fate)).toEqual(['moved', 'kept', 'dropped', 'dropped', 'new', 'moved', 'moved'])
  })

  it('a document beside itself only goes on', () => {
    expect(new Set(compared(THIS, THIS).map(({ fate }) => fate))).toEqual(new Set(['kept']))
    expect(compared('', THIS).every(({ fate }) => fate === 'new')).toBe(true)
    expect(compared(LAST, '').every(({ fate }) => fate === 'dropped')).toBe(true)
  })

  it('every matter of both stands in exactly one pair, whatever is compared', () => {
    const line = fc.constantFrom(...LAST.split('\n'), ...THIS.split('\n'), '要抓好森林防火。', '新增信贷投放**亿元。')
    const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [before, after] = [readDocument(one), readDocument(other)]
        const both = compareReadings(before, after)
        const side = (of: (number | null)[]) => of.filter((index) => index !== null).sort((a, b) => a - b)
        expect(side(both.map((pair) => pair.older))).toEqual(before.matters.map((_, index) => index))
        expect(side(both.map((pair) => pair.newer))).toEqual(after.matters.map((_, index) => index))
      }),
    )
  })
})
