import { describe, expect, it } from 'vitest'
import { numeric, read, warningOf } from '../testing/read.ts'
import { money } from './money.ts'

const yuan = money({ label: '单价', in: '元' })
const wan = money({ label: '总投资', in: '万元' })
const yi = money({ label: '产值', in: '亿元' })
const signed = money({ label: '利润', in: '万元', signed: true })

describe('money', () => {
  it.each([
    ['1,234.5万', 1_234_500_000],
    ['1,234.5', 1_234_500_000],
    ['１，２３４．５', 1_234_500_000],
    ['1 234.5 万元', 1_234_500_000],
    ['1.2亿', 12_000_000_000],
    ['3亿5000万元', 35_000_000_000],
    ['5千元', 500_000],
    ['一百二十', 120_000_000],
    ['壹佰贰拾万元整', 120_000_000],
    ['¥12.5', 12_500_000],
    ['人民币 12 元', 1200],
    ['-', null],
    ['待定', null],
    ['0', 0],
    ['0万元', 0],
    ['0.00亿', 0],
  ])('a field of 万元: %s → %s 分', (cell, value) => {
    expect(read(wan, cell)).toBe(value)
  })

  it('the same words mean the same sum in every field', () => {
    for (const cell of ['1,234.5万', '3亿5000万', '5千元', '1.2亿元'])
      expect([read(yuan, cell), read(yi, cell)]).toEqual([read(wan, cell), read(wan, cell)])
  })

  it.each([
    ['12,5', '逗号或空格位置不对'],
    ['1 2', '逗号或空格位置不对'],
    ['1,234,5', '逗号或空格位置不对'],
    ['约500', '准数'],
    ['500多', '准数'],
    ['300-500', '区间'],
    ['50%', '百分比'],
    ['七成', '百分比'],
    ['12万美元', '不认识单位'],
    ['1.2E+05', '科学计数法'],
    ['甲', '不是数字'],
    ['1.2.3', '不是数字'],
    ['9'.repeat(90), '不是数字'],
    ['-5', '不能是负数'],
    ['(1,234.50)', '不能是负数'],
    ['999999999999999', '数太大'],
    ['0.0000001', '小数位太多，金额最小到分'],
  ])('refuses %s', (cell, message) => {
    expect(read(wan, cell)).toMatch(new RegExp(`^refused: .*${message}`))
  })

  it.each([
    ['-5', -5_000_000],
    ['－5', -5_000_000],
    ['—5', -5_000_000],
    ['负三', -3_000_000],
    ['(1,234.50)', -1_234_500_000],
  ])('signed: %s', (cell, value) => {
    expect(read(signed, cell)).toBe(value)
  })

  it('takes the number behind a cell, not what the format shows of it', () => {
    expect(read(wan, numeric(1234.5678, '1,234.57'))).toBe(1_234_567_800)
    expect(read(wan, numeric(0, ' - '))).toBe(0)
    expect(read(wan, numeric(0.1 + 0.2))).toBe(300_000)
    expect(read(wan, numeric(1e-7, '0.0000001'))).toBe(0)
    expect(read(wan, numeric(0.125, '12.5%'))).toMatch('百分比格式')
  })

  it('rounds the tail of a division and says so', () => {
    expect(read(wan, numeric(100 / 3, '33.33'))).toBe(33_333_333)
    expect(warningOf(wan, numeric(100 / 3, '33.33'))).toBe('小数位太多，四舍五入为 33.333333万元')
  })

  it('a measure written by the format counts, where it agrees with the number', () => {
    expect(read(wan, numeric(12000, '12000元'))).toBe(1_200_000)
    expect(read(wan, numeric(12000, '1.2万'))).toBe(1_200_000)
    expect(read(wan, numeric(1.2, '1.2万'))).toMatch('请去掉单元格格式')
  })

  it('refuses a date, and a switch', () => {
    expect(read(wan, { text: '2023-01-05', number: 44931, date: true })).toMatch('单元格却是日期')
    expect(read(wan, { text: 'TRUE', boolean: true })).toMatch('要写数字')
  })

  it('is written for people and for cells', () => {
    expect(wan.format(123_456_789)).toBe('123.456789')
    expect(yuan.format(123_456_789)).toBe('1,234,567.89')
    expect(wan.toCell?.(123_456_789)).toBe(123.456789)
    // 16 digits are more than a spreadsheet's number holds.
    expect(yuan.toCell?.(9_007_199_254_740_991)).toBe('90071992547409.91')
  })

  it('bounds are values', () => {
    const bounded = money({ label: '额度', in: '万元', atLeast: 1_000_000, atMost: 300_000_000 })
    expect(read(bounded, '0.5')).toBe('refused: 不能小于 1万元')
    expect(read(bounded, '301')).toBe('refused: 不能大于 300万元')
    expect(bounded.check(1)).toMatchObject({ ok: false })
    expect(bounded.schema).toMatchObject({ minimum: 1_000_000, maximum: 300_000_000 })
  })

  it('checks JSON', () => {
    for (const bad of ['12', 1.5, Number.NaN, {}, [], true])
      expect(wan.check(bad)).toEqual({ ok: false, message: '要写数字' })
    expect(wan.check(2 ** 53)).toMatchObject({ ok: false })
    expect(Object.is((wan.check(-0) as { value: number }).value, 0)).toBe(true)
  })
})
