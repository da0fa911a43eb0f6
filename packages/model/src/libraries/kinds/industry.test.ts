import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CellInput } from '../field.ts'
import { numeric, read } from '../testing/read.ts'
import { testingContext } from '../testing/round-trip.ts'
import { industrySections } from './industry-table.ts'
import { industry, industryName } from './industry.ts'
import { readIndustryTable } from './read-industry-table.ts'

const field = industry({ label: '行业' })
const shared = process.env['YIPANQI_SHARED'] ?? join(import.meta.dirname, '../../../../../../shared')
const reference = join(shared, 'reference/gbt4754-2017.json')

interface Reference {
  readonly level: number
  readonly code: string
  readonly parent: string | null
  readonly name: string
}
const referenceRows = (): readonly Reference[] => JSON.parse(readFileSync(reference, 'utf8')) as Reference[]

describe('industry', () => {
  it.each([
    ['C', 'C'],
    ['13', 'C13'],
    ['C13', 'C13'],
    ['1351', 'C1351'],
    ['c1351', 'C1351'],
    ['制造业', 'C'],
    ['教育', 'P83'],
    ['农、林、牧、渔业', 'A'],
    ['农林牧渔业', 'A'],
    ['C13 农副食品加工业', 'C13'],
    ['13-农副食品加工业', 'C13'],
    ['C1351（农副食品加工业）', 'C1351'],
    ['D 电力、热力、燃气及水生产和供应业', 'D'],
    ['0111', 'A0111'],
  ])('%s → %s', (cell, value) => {
    expect(read(field, cell)).toBe(value)
  })

  it.each([
    ['D13', '13 大类属于 C 制造业，不属于 D'],
    ['99', '没有 99 大类'],
    ['1', '至少两位'],
    ['13纺织业', '对不上'],
    ['IT服务', '不是国民经济行业分类'],
    ['C13511', '不是国民经济行业分类'],
  ])('refuses %s', (cell, message) => {
    expect(read(field, cell)).toMatch(message)
  })

  it('a leading zero shown by a format counts', () => {
    expect(read(field, numeric(111, '0111'))).toBe('A0111')
  })

  it('asks the county’s own table for names that it does not know', () => {
    const own = { ...testingContext, code: (_: string, name: string) => (name === '牲畜屠宰' ? 'C1351' : null) }
    expect(field.parse({ text: '牲畜屠宰' }, own)).toEqual({ ok: true, value: 'C1351' })
    expect(field.parse({ text: '某业' }, own)).toMatchObject({ ok: false })
  })

  it('doubts what the county’s own table does not hold, and a number that may have lost its zero', () => {
    const table = readIndustryTable([
      { code: '011', name: '谷物种植' },
      { code: '0111', name: '稻谷种植' },
      { code: '135', name: '屠宰及肉类加工' },
    ])
    const code = (_: string, name: string): string | null => (table.ok ? table.table.codeOf(name) : null)
    const warning = (cell: CellInput): unknown => {
      const parsed = field.parse(cell, { ...testingContext, code })
      return parsed.ok && parsed.warning
    }
    expect(warning(numeric(111))).toBe('按 111 读；如果是 0111，请把该列设为文本后重填')
    expect(warning({ text: '139' })).toBe('县里的行业分类表没有 C139，请核对')
    expect(warning(numeric(135))).toBeUndefined()
    expect(warning({ text: '0111' })).toBeUndefined()
  })

  it('says a code with its name', () => {
    expect(field.format('C1351')).toBe('C1351 农副食品加工业')
    expect(industryName('C')).toBe('制造业')
    expect(industryName('C98')).toBeNull()
  })

  it('is asked by branch', () => {
    expect(field.operators).toContain('under')
  })
})

describe('the shipped table', () => {
  it('has 20 门类 and 97 大类', () => {
    expect(industrySections).toHaveLength(20)
    expect(industrySections.flatMap((s) => s.divisions)).toHaveLength(97)
  })

  it.skipIf(!existsSync(reference))('agrees with the reference table', () => {
    const rows = referenceRows()
    const expected = rows
      .filter((r) => r.level === 1)
      .map((s) => ({
        code: s.code,
        name: s.name.trim(),
        divisions: rows.filter((r) => r.level === 2 && r.parent === s.code).map((r) => [r.code, r.name.trim()]),
      }))
    expect(industrySections).toEqual(expected)
  })
})

describe('readIndustryTable', () => {
  const problems = (rows: { code: string; name: string }[]): readonly string[] => {
    const read = readIndustryTable(rows)
    return read.ok ? [] : read.problems.map((p) => `${p.row}: ${p.message}`)
  }

  it('adds 中类 and 小类 to the shipped levels', () => {
    const read = readIndustryTable([
      { code: '135', name: '屠宰及肉类加工' },
      { code: 'C1351', name: '牲畜屠宰' },
    ])
    expect(read.ok && read.table.counts).toEqual([20, 97, 1, 1])
    expect(read.ok && ['牲畜屠宰', '1351', 'c1351', '制造业', '某业'].map(read.table.codeOf)).toEqual([
      'C1351',
      'C1351',
      'C1351',
      'C',
      null,
    ])
  })

  it('tells every problem by row', () => {
    expect(
      problems([
        { code: '1351', name: '牲畜屠宰' },
        { code: '136', name: '水产品加工' },
        { code: 'C136', name: '水产品加工' },
        { code: '98', name: '某业' },
        { code: 'D137', name: '蔬菜加工' },
        { code: 'C13', name: '农产品加工业' },
        { code: '13511', name: '长' },
        { code: '138', name: '' },
      ]),
    ).toEqual([
      '0: 小类 C1351 没有它的中类 C135',
      '2: 代码 C136 重复',
      '3: 没有 98 大类：这张表可能不是 2017 版',
      '4: 代码 D137 的门类应是 C',
      '5: C13 应是“农副食品加工业”，这里是“农产品加工业”',
      '6: 代码“13511”不对，应是一个字母或两到四位数字',
      '7: 代码 138 没有名称，或名称太长',
    ])
  })

  it('is bounded', () => {
    expect(problems(Array.from({ length: 5001 }, () => ({ code: 'A', name: '甲' })))).toHaveLength(1)
  })

  it.skipIf(!existsSync(reference))('reads the whole reference table', () => {
    const read = readIndustryTable(referenceRows())
    expect(read.ok && read.table.counts).toEqual([20, 97, 473, 1380])
  })

  it.skipIf(!existsSync(reference))('each code of it comes back from the words that an export writes', () => {
    const read = readIndustryTable(referenceRows())
    if (!read.ok) throw new Error('not read')
    const { names, codeOf } = read.table
    const field = industry({ label: '行业' })
    const context = { today: '2026-05-21', find: () => null, code: (_: string, text: string) => codeOf(text) }
    for (const code of names.keys()) {
      const text = field.format(code, (_, one) => names.get(String(one)))
      expect(text).toBe(`${code} ${names.get(code)}`)
      expect(field.parse({ text }, context), text).toEqual({ ok: true, value: code })
    }
  })
})
