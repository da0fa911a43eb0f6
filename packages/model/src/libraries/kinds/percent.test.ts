import { expect, it } from 'vitest'
import { numeric, read, warningOf } from '../testing/read.ts'
import { percent } from './percent.ts'

const growth = percent({ label: '增速' })

it.each([
  ['12.5%', 125_000],
  ['12.5', 125_000],
  ['12.5％', 125_000],
  ['百分之十二点五', 125_000],
  ['七成五', 750_000],
  ['-3.2%', -32_000],
  ['下降3.2%', -32_000],
  ['同比增长3.2%', 32_000],
  ['3.2个百分点', 32_000],
  ['5‰', 5000],
  ['0', 0],
])('%s', (cell, value) => {
  expect(read(growth, cell)).toBe(value)
})

it('a cell with a percent format holds the fraction', () => {
  expect(read(growth, numeric(0.125, '12.5%'))).toBe(125_000)
  expect(read(growth, numeric(1, '100%'))).toBe(1_000_000)
  expect(read(growth, numeric(-0.0321, '-3.2%'))).toBe(-32_100)
  expect(read(growth, numeric(1 / 3, '33%'))).toBe(333_333)
})

it('a bare fraction is read as it stands, with a warning', () => {
  expect(read(growth, numeric(0.125))).toBe(1250)
  expect(warningOf(growth, numeric(0.125))).toBe('按 0.125% 读；如果是 12.5%，请写成 12.5%')
  expect(warningOf(growth, numeric(12.5))).toBeUndefined()
  expect(warningOf(growth, '0.5%')).toBeUndefined()
})

it('is exported with its sign, so that a re-import needs no guess', () => {
  expect(growth.toCell?.(5000)).toBe('0.5%')
  expect(growth.format(125_000)).toBe('12.5')
})

it('is bounded', () => {
  const progress = percent({ label: '进度', atLeast: 0, atMost: 1_000_000 })
  expect(read(progress, '101%')).toBe('refused: 不能大于 100%')
  expect(read(progress, numeric(1.01, '101%'))).toBe('refused: 不能大于 100%')
})
