import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alike, likenessOf, TWIN } from './alike.ts'
import { coresOf } from './cores.ts'
import { PAIRS } from './pairs.ts'
import { twinIndex } from './twins.ts'

const score = (one: string, other: string): number => alike(likenessOf(one), likenessOf(other)).score

describe('the same thing asked before', () => {
  it('hears what a sentence is about', () => {
    expect(coresOf('加快推进老旧小区改造18个，年底前全部完工').terms).toContain('老旧小区')
    expect(coresOf('新增5G基站120个').terms).toEqual(['5G基站'])
    expect(coresOf('签约招商项目开工率达到50%').terms).toContain('开工率')
    expect(coresOf('规模以上工业企业能耗下降3%').terms).toEqual(['规上工业', '能耗'])
  })

  it('figures, dates and filler words change nothing', () => {
    expect(score('改造老旧小区15个', '年内要加快改造老旧小区18个')).toBeGreaterThan(0.9)
    expect(alike(likenessOf('盘活低效工业用地1200亩'), likenessOf('加大低效工业用地盘活力度')).words).toEqual([
      '低效工业用地',
    ])
  })

  it('city and country, buildings and their rates are not the same', () => {
    expect(score('城镇居民人均可支配收入增长5%', '农村居民人均可支配收入增长6%')).toBeLessThan(TWIN)
    expect(score('新建标准厂房20万平方米', '标准厂房去化率达到85%')).toBeLessThan(TWIN)
    expect(score('摸清闲置厂房底数', '盘活闲置厂房10万平方米')).toBeLessThan(TWIN)
  })

  it('holds 0.8 precision and 0.8 recall on the half that was only reported', () => {
    const half = PAIRS.filter((pair) => !pair.tuning).map((pair) => ({
      ...pair,
      shown: score(pair.one, pair.other) >= TWIN,
    }))
    const right = half.filter((pair) => pair.shown && pair.truth === 'same').length
    expect(right / half.filter((pair) => pair.shown).length).toBeGreaterThan(0.8)
    expect(right / half.filter((pair) => pair.truth === 'same').length).toBeGreaterThan(0.8)
  })

  it('finds the twin among many, also where everything shares its words', () => {
    const index = twinIndex()
    for (let id = 1; id <= 2000; id++)
      index.add({ id, title: `开展乡村道路养护第${id}批`, text: '要开展乡村道路养护。' })
    index.add({ id: 9001, title: '盘活低效工业用地1200亩' })
    expect(index.find({ id: 0, title: '盘活低效工业用地1500亩以上' })[0]).toEqual({
      id: 9001,
      score: expect.any(Number),
      words: ['低效工业用地'],
    })
    expect(index.find({ id: 0, title: '开展乡村道路养护' }, 3)).toHaveLength(3)
    expect(index.find({ id: 9001, title: '盘活低效工业用地1200亩' })).toEqual([])
    expect(index.find({ id: 0, title: '' })).toEqual([])
  })

  it('is symmetric, between 0 and 1, and 1 for the same words', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 30, unit: 'grapheme' }),
      fc.constantFrom(...PAIRS.flatMap((pair) => [pair.one, pair.other])),
    )
    fc.assert(
      fc.property(text, text, (one, other) => {
        const there = score(one, other)
        expect(there).toBe(score(other, one))
        expect(there).toBeGreaterThanOrEqual(0)
        expect(there).toBeLessThanOrEqual(1)
        if (one !== '') expect(score(one, one)).toBe(1)
      }),
    )
  })

  it('has at least 120 pairs of three kinds', () => {
    expect(PAIRS.length).toBeGreaterThanOrEqual(120)
    expect(new Set(PAIRS.map((pair) => pair.truth)).size).toBe(3)
  })
})
