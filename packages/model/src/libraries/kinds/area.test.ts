import { expect, it } from 'vitest'
import { numeric, read } from '../testing/read.ts'
import { area } from './area.ts'

const mu = area({ label: '用地面积', in: '亩' })
const square = area({ label: '建筑面积', in: '平方米' })
const hectare = area({ label: '林地面积', in: '公顷' })

it.each([
  ['1', 1_000_000],
  ['12.5公顷', 187_500_000],
  ['100㎡', 150_000],
  ['100 平方米', 150_000],
  ['100m2', 150_000],
  ['1.2万亩', 12_000_000_000],
  ['1平方公里', 1_500_000_000],
  ['666.67平方米', 1_000_005],
  ['0', 0],
])('a field of 亩: %s', (cell, value) => {
  expect(read(mu, cell)).toBe(value)
})

it('a bare number is meant in the field’s own measure', () => {
  expect(read(square, '12.55')).toBe(18_825)
  expect(read(square, '1亩')).toBe(1_000_000)
  expect(read(hectare, '1')).toBe(15_000_000)
  expect(read(hectare, numeric(12.5, '12.5公顷'))).toBe(187_500_000)
})

it('is never negative', () => {
  expect(read(mu, '-1')).toBe('refused: 不能是负数')
  expect(read(mu, numeric(-3))).toBe('refused: 不能是负数')
  expect(mu.check(-1)).toEqual({ ok: false, message: '不能是负数' })
})

it('an unknown measure is named', () => {
  expect(read(mu, '3顷')).toBe('refused: 不认识单位“顷”，可以写亩、平方米、公顷、㎡')
})

it('a third of a step is rounded off where the measure has no finite decimal, and only there', () => {
  expect(square.format(1_000_000)).toBe('666.67')
  expect(read(square, String(square.toCell?.(1_000_000)))).toBe(1_000_000)
  expect(read(square, '0.001')).toBe('refused: 小数位太多，最多 2 位')
})
