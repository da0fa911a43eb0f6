import { describe, expect, it } from 'vitest'
import { bareKey, columnTitle, titleKey } from './column-title.ts'
import { findHeader } from './find-header.ts'
import { parseRange } from './address.ts'
import type { MergedRange, SheetRow } from './types.ts'

/** Rows as they look; numbers stand for numbers. */
function sheet(...lines: (string | number | null)[][]): SheetRow[] {
  return lines.map((line, index) => ({
    row: index + 1,
    cells: line.map((value) =>
      value === null ? null : typeof value === 'number' ? { text: String(value), number: value } : { text: value },
    ),
  }))
}

const merged = (...ranges: string[]): MergedRange[] => ranges.flatMap((range) => parseRange(range) ?? [])
const titles = (found: ReturnType<typeof findHeader>) => found?.columns.map((column) => column.title)

describe('the words of a head', () => {
  it.each([
    ['总 投 资\n（万元）', '总投资', '万元'],
    ['*企业名称', '企业名称', undefined],
    ['企业名称（必填）', '企业名称', undefined],
    ['用地面积(单位：亩)', '用地面积', '亩'],
    ['税收/万元', '税收', '万元'],
    ['亩均税收（万元/亩）', '亩均税收', '万元/亩'],
    ['建设地点（乡镇）', '建设地点（乡镇）', undefined],
    ['占地面积【㎡】（选填）', '占地面积', '㎡'],
    ['企业\u200b名称', '企业名称', undefined],
    ['（万元）', '（万元）', undefined],
    ['完成率（%）', '完成率', '%'],
    ['总投资（万元，必填）', '总投资', '万元'],
    ['开工时间\n（yyyy-mm-dd）', '开工时间', undefined],
    ['联系电话（如：0000-1234567）', '联系电话', undefined],
  ])('%j', (text, title, unit) => {
    expect(columnTitle(text)).toEqual(unit === undefined ? { title } : { title, unit })
  })

  it('are the same whatever their width and marks', () => {
    expect(titleKey('ＧＤＰ增速（％）')).toBe(titleKey('gdp 增速'))
    expect(bareKey('建设地点（乡镇）')).toBe(titleKey('建设地点'))
    expect(titleKey('建设地点(乡镇)')).toBe(titleKey('建设地点（乡镇）'))
  })
})

describe('the head of a sheet', () => {
  const known = ['企业名称', '统一社会信用代码', '所属乡镇', '总投资', '已完成投资']

  it('stands under a title and a line of who filled it in', () => {
    const found = findHeader(
      sheet(
        ['青禾县规上企业台账'],
        ['填报单位：工信局', null, null, '2026年9月30日'],
        ['序号', '企业名称', '统一社会信用代码', '所属乡镇（街道）'],
        [1, '青禾机械', '91350100', '城关镇'],
      ),
      known,
      merged('A1:D1', 'A2:C2'),
    )
    expect(found).toMatchObject({ row: 3, firstRow: 3, lastHeadRow: 3, matched: 3, duplicates: [] })
    expect(titles(found)).toEqual(['序号', '企业名称', '统一社会信用代码', '所属乡镇（街道）'])
  })

  it('in two merged rows is joined as 上级-下级', () => {
    const found = findHeader(
      sheet(
        ['项目台账'],
        ['企业名称', '投资（万元）', null, null, '用地', null],
        [null, '计划', '完成', '总投资', '计划', '完成'],
        ['甲', '1', '2', '3', '4', '5'],
        ['青禾机械', 100, 50, 400, 3, 2],
      ),
      known,
      merged('A1:F1', 'A2:A3', 'B2:D2', 'E2:F2'),
    )
    expect(found).toMatchObject({ firstRow: 2, row: 3, lastHeadRow: 4, duplicates: [] })
    expect(titles(found)).toEqual(['企业名称', '投资-计划', '投资-完成', '总投资', '用地-计划', '用地-完成'])
    expect(found?.columns[1]).toMatchObject({ index: 1, unit: '万元', path: ['投资（万元）', '计划'] })
  })

  it('in two rows without merged cells (.csv) is seen by its known titles', () => {
    const found = findHeader(
      sheet(
        ['企业名称', '投资情况', null, '所属乡镇'],
        [null, '总投资', '已完成投资', null],
        ['青禾机械', 100, 50, '城关镇'],
      ),
      known,
    )
    expect(found).toMatchObject({ firstRow: 1, row: 2, matched: 4 })
    expect(titles(found)).toEqual(['企业名称', '总投资', '已完成投资', '所属乡镇'])
  })

  it('with one wide merged column is still one row', () => {
    const found = findHeader(
      sheet(['企业名称', null, '所属乡镇'], ['青禾机械', null, '城关镇']),
      known,
      merged('A1:B1', 'A2:B2'),
    )
    expect(found).toMatchObject({
      row: 1,
      columns: [
        { index: 0, title: '企业名称' },
        { index: 2, title: '所属乡镇' },
      ],
    })
  })

  it('with a cell merged across and down is one wide column beside the others', () => {
    const found = findHeader(
      sheet(['企业名称', null, '投资', null], [null, null, '计划', '完成'], ['青禾机械', null, 1, 2]),
      known,
      merged('A1:B2', 'C1:D1'),
    )
    expect(titles(found)).toEqual(['企业名称', '投资-计划', '投资-完成'])
    expect(found?.columns.map((column) => column.index)).toEqual([0, 2, 3])
  })

  it('is found soon, however wide and merged a hostile sheet is', () => {
    const row = (at: number) => ({ row: at, cells: Array.from({ length: 16_384 }, (_, x) => ({ text: `列${x}` })) })
    const rows = Array.from({ length: 50 }, (_, at) => row(at + 1))
    const merges = Array.from({ length: 1000 }, (_, at) => ({
      top: 1 + (at % 40),
      bottom: 1 + (at % 40),
      left: 0,
      right: 16_383,
    }))
    const began = performance.now()
    findHeader(rows, known, merges)
    // Half a second on a quiet machine.
    expect(performance.now() - began).toBeLessThan(10_000)
  }, 30_000)

  it('tells which titles stand twice', () => {
    const found = findHeader(sheet(['企业名称', '总投资（万元）', '总 投资'], ['青禾机械', 1, 2]), known)
    expect(found?.duplicates).toEqual([{ title: '总投资', columns: [1, 2] }])
  })

  it('without known titles is the first full row of words', () => {
    const found = findHeader(sheet(['名册'], ['姓名', '年龄', '村'], ['张三', 40, '东村'], ['李四', 41, '西村']), [])
    expect(found).toMatchObject({ row: 2, matched: 0 })
  })

  it('may be a single column', () => {
    expect(findHeader(sheet(['企业名称'], ['青禾机械']), known)).toMatchObject({ row: 1, matched: 1 })
  })

  it('is not in a sheet of numbers, nor in an empty one', () => {
    expect(findHeader(sheet([1, 2, 3], [4, 5, 6]), known)).toBeNull()
    expect(findHeader([], known)).toBeNull()
  })

  it('reaches over three rows, each column by its lowest known word', () => {
    const found = findHeader(
      sheet(
        ['填报单位：发改局', null, null, null, null, '单位：万元'],
        ['序号', '企业名称', '投资情况', null, null, '所属乡镇'],
        [null, null, '总投资', '2026年', null, null],
        [null, null, null, '计划', '已完成投资', null],
        [1, '青禾机械', 100, 50, 20, '城关镇'],
      ),
      known,
      merged('A2:A4', 'B2:B4', 'C2:E2', 'C3:C4', 'D3:E3', 'F2:F4'),
    )
    expect(found).toMatchObject({ firstRow: 2, row: 4, matched: 4 })
    expect(titles(found)).toEqual(['序号', '企业名称', '总投资', '投资情况-2026年-计划', '已完成投资', '所属乡镇'])
  })

  it.each<[string, (string | number)[], number]>([
    ['甲 乙 1 2', ['甲', '乙', '1', '2'], 2],
    ['(1) (2) (3) (4)', ['(1)', '(2)', '(3)', '(4)'], 2],
    ['A B C D', ['A', 'B', 'C', 'D'], 2],
    ['甲 乙 5 丙, a record', ['甲', '乙', '5', '丙'], 1],
    ['2 3 4 5, a record', ['2', '3', '4', '5'], 1],
  ])('a row of %s', (_, row, last) => {
    expect(findHeader(sheet(['企业名称', '所属乡镇', '总投资', '备注'], row), known)?.lastHeadRow).toBe(last)
  })

  it('does not take a record for a row that counts the columns', () => {
    const found = findHeader(sheet(['序号', '数量', '年份'], ['1', '3', '9'], ['2', '4', '9']), [])
    expect(found).toMatchObject({ row: 1, lastHeadRow: 1 })
  })
})
