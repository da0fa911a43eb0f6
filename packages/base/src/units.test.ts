import { describe, expect, it } from 'vitest'
import { rational, toNumber } from './rational.ts'
import { findUnit, toBase } from './units.ts'

describe('findUnit', () => {
  it.each([
    ['亿元', '元', 1e8],
    ['万亿元', '元', 1e12],
    ['元', '元', 1],
    ['万亩', '亩', 1e4],
    ['公顷', '亩', 15],
    ['平方公里', '亩', 1500],
    ['万平方米', '平方米', 1e4],
    ['公里', '米', 1000],
    ['万千瓦', '千瓦', 1e4],
    ['千瓦时', '千瓦时', 1],
    ['亿千瓦时', '千瓦时', 1e8],
    ['吨标准煤', '吨标准煤', 1],
    ['万吨', '千克', 1e7],
    ['万人次', '人次', 1e4],
    ['人', '人', 1],
    ['%', '%', 1],
    ['‰', '%', 0.1],
    ['个百分点', '个百分点', 1],
    ['家', '家', 1],
    ['套', '套', 1],
  ])('%s', (name, base, factor) => {
    const unit = findUnit(name)
    expect(unit?.base).toBe(base)
    expect(unit && toNumber(toBase(rational(1), unit))).toBe(factor)
  })

  it('does not know what is no unit', () => {
    for (const name of ['', '万', '经济', '万万万万万元']) expect(findUnit(name)).toBeUndefined()
  })
})
