import { expect, it } from 'vitest'
import { readDivisionTable } from './read-division-table.ts'

const rows = (...lines: [string, string][]) => lines.map(([code, name]) => ({ code, name }))
const good = rows(
  ['000638000000', '青禾县'],
  ['000638101000', '青田镇'],
  ['000638101201', '河东村'],
  ['000638102000', '白水乡'],
  ['000638102201', '河东村'],
  ['000638102202', '上林村'],
)

it('keeps codes without the zeros that say 全部, in order', () => {
  const read = readDivisionTable([...good].reverse())
  expect(read.ok && [...read.table.names]).toEqual([
    ['000638', '青禾县'],
    ['000638101', '青田镇'],
    ['000638101201', '河东村'],
    ['000638102', '白水乡'],
    ['000638102201', '河东村'],
    ['000638102202', '上林村'],
  ])
})

it('knows a place by its name, and one of several of a name only behind its township', () => {
  const read = readDivisionTable(good)
  const codeOf = (text: string) => (read.ok ? read.table.codeOf(text) : undefined)
  expect(codeOf('上林村')).toBe('000638102202')
  expect(codeOf('河东村')).toBeNull()
  expect(codeOf('青田镇河东村')).toBe('000638101201')
  expect(codeOf('白水乡 河东村')).toBe('000638102201')
  expect(codeOf('无名村')).toBeNull()
})

it('tells every problem by its row', () => {
  const read = readDivisionTable(
    rows(
      ['000638', '青禾县'],
      ['000638101201', '河东村'],
      ['000638', '又一个'],
      ['00063', '短'],
      ['000638102', ''],
      ['000639103', '别县的镇'],
    ),
  )
  expect(read.ok ? [] : read.problems).toEqual([
    { row: 1, message: '000638101201 没有它的上级 000638101' },
    { row: 2, message: '代码 000638 重复' },
    { row: 3, message: expect.stringContaining('5 位') },
    { row: 4, message: '代码 000638102 没有名称，或名称太长' },
    { row: 5, message: '000639103 没有它的上级 000639' },
  ])
})

it('townships alone need no county', () => {
  expect(readDivisionTable(rows(['000638101', '青田镇'])).ok).toBe(true)
})

it('takes no more than a province has', () => {
  const many = Array.from({ length: 40_001 }, (_, i) => ({ code: String(i), name: '村' }))
  expect(readDivisionTable(many)).toMatchObject({ ok: false, problems: [{ row: 40_000 }] })
})
