import { expect, it } from 'vitest'
import { fromColumns, toColumns } from '../columns.ts'
import { numeric, read, warningOf } from '../testing/read.ts'
import { month } from './month.ts'

const period = month({ label: '月份' })

it.each(['2023-01', '2023年1月', '2023.1', '2023/01', '202301', '二〇二三年一月', '2023年1月份', '2023-01-01'])(
  '%s',
  (cell) => {
    expect(read(period, cell)).toBe('2023-01')
  },
)

it('reads numbers', () => {
  expect(read(period, numeric(202312))).toBe('2023-12')
  expect(read(period, { text: '2023年1月', number: 44927, date: true })).toBe('2023-01')
  expect(read(period, numeric(2023.12))).toBe('2023-12')
})

it('says where Excel may have dropped the zero of October', () => {
  expect(read(period, numeric(2023.1))).toBe('2023-01')
  expect(warningOf(period, numeric(2023.1))).toBe('2023.1 按 1 月读；如果是 10 月，请写成 2023-10')
  expect(read(period, '2023.10')).toBe('2023-10')
})

it('says when it drops a day', () => {
  expect(warningOf(period, '2023-01-15')).toBe('只取到月：2023-01')
})

it('refuses what is no month', () => {
  expect(read(period, '2023')).toMatch('只写了年份')
  expect(read(period, '一季度')).toMatch('不是月份')
  for (const bad of ['2023-13', '2023-1', '2023-01-05', 202301]) expect(period.check(bad)).toMatchObject({ ok: false })
})

it('is kept as the first day', () => {
  expect(toColumns(period, '2023-01')).toEqual(['2023-01-01'])
  expect(fromColumns(period, ['2023-01-01'])).toBe('2023-01')
})
