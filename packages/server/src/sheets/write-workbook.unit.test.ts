import { Writable } from 'node:stream'
import { afterAll, describe, expect, it } from 'vitest'
import { inflateArchive } from '../files/inflate.ts'
import { defaultLimits } from '../files/limits.ts'
import { listSheets, readHead } from './read-sheet.ts'
import { sink, testFolder } from './testing/folder.ts'
import type { SheetToWrite, SheetValue } from './types.ts'
import { writeCsv } from './write-csv.ts'
import { writeWorkbook } from './write-workbook.ts'

const folder = testFolder()
afterAll(() => folder.remove())

async function* each<T>(...rows: T[]): AsyncGenerator<T> {
  yield* rows
}

const sheet = (more: Partial<SheetToWrite> = {}): SheetToWrite => ({
  name: '企业库',
  columns: [
    { title: '企业名称', note: '与营业执照一致' },
    { title: '所属"乡镇"', choices: ['城关镇', 'A,B & C'] },
  ],
  rows: each<SheetValue[]>(['=1+1', null], ['青禾机械', '城关镇']),
  ...more,
})

async function written(sheets: SheetToWrite[]): Promise<{ path: string; part: (name: string) => string }> {
  const to = sink()
  await writeWorkbook(to.out, sheets)
  const archive = await inflateArchive(to.bytes(), defaultLimits, () => true)
  return {
    path: folder.put(to.bytes()),
    part: (name) => Buffer.from(archive.files.get(name) ?? []).toString(),
  }
}

describe('a workbook that is written', () => {
  it('has a title, a frozen head, a filter, and lines below', async () => {
    const { path, part } = await written([sheet({ head: ['企业台账', '截至2026年9月'], footer: ['导出：张三'] })])
    const head = await readHead(path)
    expect(head.rows.map((row) => row.cells.map((cell) => cell?.text ?? null))).toEqual([
      ['企业台账'],
      ['截至2026年9月'],
      ['企业名称', '所属"乡镇"'],
      ['=1+1'],
      ['青禾机械', '城关镇'],
      ['导出：张三'],
    ])
    expect(head.merges).toEqual([{ top: 1, bottom: 1, left: 0, right: 1 }])
    const xml = part('xl/worksheets/sheet1.xml')
    expect(xml).toContain('<pane ySplit="3" topLeftCell="A4"')
    expect(xml).toContain('<autoFilter ref="A3:B5"/>')
  })

  it('offers choices from a hidden sheet, and says what a column wants', async () => {
    const { path, part } = await written([sheet()])
    expect(await listSheets(path)).toEqual([
      { name: '企业库', hidden: false },
      { name: '选项', hidden: true },
    ])
    expect(part('xl/worksheets/sheet1.xml')).toContain('<formula1>选项!$A$1:$A$2</formula1>')
    expect(part('xl/worksheets/sheet1.xml')).toContain('prompt="与营业执照一致"')
    expect((await readHead(path, { sheet: '选项' })).rows.map((row) => row.cells[0]?.text)).toEqual([
      '城关镇',
      'A,B & C',
    ])
  })

  it('holds no formula, and marks what looks like one as a text', async () => {
    const risky = ['=cmd|"/c calc"!A1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1']
    const { part } = await written([
      sheet({ columns: [{ title: '=名称' }], rows: each<SheetValue[]>(...risky.map((text) => [text])) }),
    ])
    const xml = part('xl/worksheets/sheet1.xml')
    expect(xml).not.toContain('<f>')
    expect(xml.match(/s="2" t="inlineStr"/g)).toHaveLength(risky.length)
  })

  it('has names that Excel takes, each once', async () => {
    const long = '这是一个很长很长很长很长很长很长很长很长很长很长很长的名字'
    const { path } = await written(
      ['企业/库', '企业/库', '', `${long}${long}`].map((name) => sheet({ name, columns: [] })),
    )
    const names = (await listSheets(path)).map((one) => one.name)
    expect(names).toEqual(['企业 库', '企业 库(2)', '表格', `${long}${long}`.slice(0, 31)])
  })

  it('cuts what no cell can hold, with a mark', async () => {
    const { path } = await written([
      sheet({ columns: [{ title: '备注' }], rows: each<SheetValue[]>(['长'.repeat(40_000)]) }),
    ])
    const text = (await readHead(path)).rows[1]?.cells[0]?.text ?? ''
    expect(text).toHaveLength(32_767)
    expect(text.endsWith('此处截断）')).toBe(true)
  })

  it('fails as its rows or its stream fail', async () => {
    async function* failing(): AsyncGenerator<SheetValue[]> {
      yield ['甲', null]
      throw new Error('the database went away')
    }
    await expect(writeWorkbook(sink().out, [sheet({ rows: failing() })])).rejects.toThrow('went away')
    const full = new Writable({ write: (_chunk, _encoding, done) => done(new Error('disk full')) })
    await expect(writeWorkbook(full, [sheet()])).rejects.toThrow('disk full')
  })
})

describe('a .csv that is written', () => {
  it('opens in Excel: a mark of UTF-8, CRLF, quoted fields, nothing that runs', async () => {
    const to = sink()
    const rows = each<SheetValue[]>(['=1+1', '甲,乙'], ["'=1", 'a"b'], [-5, '-5'])
    await writeCsv(to.out, sheet({ rows, head: ['台账'], footer: ['共3条'] }))
    expect(to.bytes().toString()).toBe(
      '\uFEFF台账\r\n企业名称,"所属""乡镇"""\r\n\'=1+1,"甲,乙"\r\n\'\'=1,"a""b"\r\n-5,\'-5\r\n共3条\r\n',
    )
  })
})
