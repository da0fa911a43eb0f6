import { expect, it } from 'vitest'
import { numeric, read } from '../testing/read.ts'
import { testingContext } from '../testing/round-trip.ts'
import { division } from './division.ts'

const field = division({ label: '行政区划' })

it.each([
  ['130000', '13'],
  ['130600', '1306'],
  ['130638', '130638'],
  ['130638000000', '130638'],
  ['130638101', '130638101'],
  ['130638101000', '130638101'],
  ['130638101201', '130638101201'],
  ['130638 某县', '130638'],
])('%s → %s', (cell, value) => {
  expect(read(field, cell)).toBe(value)
})

it('numbers of twelve digits are still exact', () => {
  expect(read(field, numeric(130638101201, '1.30638E+11'))).toBe('130638101201')
})

it.each([
  ['13063', '这里是 5 位'],
  ['990000', '没有 99 开头'],
  ['某村', '找不到行政区划“某村”'],
  ['130638-1', '这里是 7 位'],
])('refuses %s', (cell, message) => {
  expect(read(field, cell)).toMatch(message)
})

it('asks the county’s own table for names', () => {
  const own = { ...testingContext, code: () => '130638101000' }
  expect(field.parse({ text: '城关镇' }, own)).toEqual({ ok: true, value: '130638101' })
})

it('is written with at least six digits', () => {
  expect(['13', '1306', '130638', '130638101'].map((v) => field.format(v))).toEqual([
    '130000',
    '130600',
    '130638',
    '130638101',
  ])
})

it('is read with its name, and written so that it comes back', () => {
  const names = (_: string, code: number | string) => ({ '130638101': '青田镇', '130638101201': '101社区' })[code]
  expect(field.format('130638101', names)).toBe('130638101 青田镇')
  expect(field.format('130638101201', names)).toBe('130638101201 101社区')
  expect(field.toCell?.('130638101201', names)).toBe('130638101201')
  expect(read(field, String(field.toCell?.('130638101', names)))).toBe('130638101')
  expect(field.format('1306')).toBe('130600')
})
