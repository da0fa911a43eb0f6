import { expect, it } from 'vitest'
import { numeric, read } from '../testing/read.ts'
import { integer } from './integer.ts'

const firms = integer({ label: '企业数', unit: '家', atLeast: 0, atMost: 20_000 })

it.each([
  ['12', 12],
  ['12家', 12],
  ['12 户', 12],
  ['十二', 12],
  ['1,200', 1200],
  ['1.2万', 12_000],
  ['12.0', 12],
])('%s', (cell, value) => {
  expect(read(firms, cell)).toBe(value)
})

it.each([
  ['12.5', '要写整数，不要小数'],
  [numeric(12.5), '要写整数，不要小数'],
  ['100%', '百分比'],
  ['半', '百分比或成数'],
  ['两倍', '百分比或成数'],
  ['-1', '不能是负数'],
  ['3万', '不能大于 20000家'],
  ['十几', '不是数字'],
])('refuses %s', (cell, message) => {
  expect(read(firms, cell)).toMatch(message)
})

it('writes thousands for people, a number for a cell', () => {
  expect(firms.format(12_000)).toBe('12,000')
  expect(firms.toCell?.(12_000)).toBe(12_000)
  expect(firms.unit).toBe('家')
})
