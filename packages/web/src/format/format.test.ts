import { describe, expect, it } from 'vitest'
import { day, fullDay, moment } from './dates.ts'
import { countWords, fileSize, grouped, quantity } from './numbers.ts'
import { progressWords, targetWords } from './targets.ts'

const target = {
  indicator: '入库项目',
  relation: '>=',
  basis: 'count',
  value: 120,
  to: null,
  unit: '个',
  masked: false,
} as const

describe('dates', () => {
  it('shows the year only when it is not this year', () => {
    expect(day('2026-03-05', '2026-05-21')).toBe('3月5日')
    expect(day('2027-01-01', '2026-05-21')).toBe('2027年1月1日')
    expect(day(null, '2026-05-21')).toBe('未定')
  })
  it('reads an instant as written', () => {
    expect(moment('2026-05-21T09:30:00+08:00', '2026-05-21')).toBe('5月21日 09:30')
    expect(fullDay('2026-12-31')).toBe('2026年12月31日')
  })
})

describe('figures', () => {
  it('groups thousands and says 万 and 亿', () => {
    expect(grouped(1234.5)).toBe('1,234.5')
    expect(quantity(12, '个')).toBe('12 个')
    expect(quantity(36_000, '户')).toBe('36,000 户')
    expect(quantity(360_000, '户')).toBe('36万户')
    expect(quantity(1_240_000_000, '元')).toBe('12.4亿元')
    expect(quantity(26_340, '万元')).toBe('26,340 万元')
    expect(quantity(6.5, '%')).toBe('6.5%')
    expect(quantity(5, '')).toBe('5')
  })
  it('marks a capped count', () => {
    expect(countWords({ value: 1000, exact: false })).toBe('1,000+')
    expect(countWords({ value: 36, exact: true })).toBe('36')
    expect(countWords(null)).toBe('')
  })
  it('says file sizes', () => {
    expect(fileSize(200)).toBe('1 千字节')
    expect(fileSize(2_340_000)).toBe('2.3 兆')
  })
})

describe('targets', () => {
  it('says the relation in words', () => {
    expect(targetWords(target)).toBe('入库项目 120 个以上')
    expect(targetWords({ ...target, relation: '<=', value: 3, unit: '%' })).toBe('入库项目 不超过3%')
    expect(targetWords({ ...target, relation: 'range', value: 10, to: 20 })).toBe('入库项目 10—20 个')
    expect(targetWords({ ...target, value: null, masked: true })).toBe('入库项目（数值待补）')
    expect(targetWords(null)).toBe('')
  })
  it('says progress', () => {
    expect(progressWords({ value: 49, total: 120, unit: '个', percent: 40.8, planPercent: 38 })).toBe('49 / 120 个')
  })
})
