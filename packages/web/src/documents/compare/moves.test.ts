import { describe, expect, it } from 'vitest'
import { figureWords, moveWords } from './moves.ts'
import { parseCompareSearch } from './queries.ts'

const figure = (value: number | null, unit = '个', part = {}) => ({
  text: '',
  value,
  to: null,
  unit,
  relation: '=' as const,
  basis: 'count' as const,
  masked: value === null,
  ...part,
})

describe('what moved', () => {
  it('says from, to and by how much', () => {
    expect(moveWords({ indicator: '', way: 'up', from: figure(15), to: figure(18) })).toBe('15个 → 18个，提高 3个')
    expect(moveWords({ indicator: '', way: 'down', from: figure(6.5, '%'), to: figure(6, '%') })).toBe(
      '6.5% → 6%，降低 0.5 个百分点',
    )
    expect(
      moveWords({
        indicator: '',
        way: 'changed',
        from: figure(30, '亿元'),
        to: figure(30, '亿元', { relation: '>=' }),
      }),
    ).toBe('30亿元 → 不低于30亿元，数没变，要求变了')
    expect(moveWords({ indicator: '', way: 'new', from: null, to: figure(3) })).toBe('新定目标 3个')
    expect(moveWords({ indicator: '', way: 'gone', from: figure(null), to: null })).toBe('不再定目标（原为 待填数）')
    expect(figureWords(figure(5, '%', { relation: 'range', to: 6 }))).toBe('5—6%')
    expect(
      moveWords({
        indicator: '',
        way: 'changed',
        from: figure(6, '%', { basis: 'change' }),
        to: figure(7, '%', { basis: 'share' }),
      }),
    ).toBe('6% → 7%，口径由增减幅度改为占比')
  })
  it('keeps only what an address may ask', () => {
    expect(parseCompareSearch({ a: '3', b: '-1', show: 'moved' })).toEqual({ a: 3, show: 'moved' })
    expect(parseCompareSearch({ a: 'x', show: 'else' })).toEqual({})
  })
})
