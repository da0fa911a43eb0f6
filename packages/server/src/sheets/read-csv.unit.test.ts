import { afterAll, describe, expect, it } from 'vitest'
import iconv from 'iconv-lite'
import { CsvParser } from './csv-parser.ts'
import { readHead, readSheet } from './read-sheet.ts'
import { allRows, testFolder } from './testing/folder.ts'

const folder = testFolder()
afterAll(() => folder.remove())

async function textsOf(bytes: Uint8Array | string) {
  const rows = await allRows(readSheet(folder.put(bytes)))
  return rows.map((row) => [row.row, ...row.cells.map((cell) => cell?.text ?? null)])
}

describe('a .csv is read by its content', () => {
  const text = '企业名称,所属乡镇,备注\n青禾机械,城关镇,"第一行\n第二行"\n'
  const rows = [
    [1, '企业名称', '所属乡镇', '备注'],
    [2, '青禾机械', '城关镇', '第一行\n第二行'],
  ]

  it.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['GB18030', iconv.encode(text, 'gb18030')],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['tabs', Buffer.from(text.replaceAll(',', '\t'))],
    ['semicolons', Buffer.from(text.replaceAll(',', ';'))],
    ['a declared sign', Buffer.from(`sep=;\r\n${text.replaceAll(',', ';')}`)],
    ['CRLF', Buffer.from(text.replace('备注\n', '备注\r\n').replace(/\n$/, '\r\n'))],
    ['old Mac', Buffer.from(text.replace('备注\n', '备注\r').replace(/\n$/, '\r'))],
    ['no last line end', Buffer.from(text.trimEnd())],
  ])('%s', async (_, bytes) => expect(await textsOf(bytes)).toEqual(rows))

  it('rare characters of GB18030 too, and Chinese that comes late', async () => {
    const late = `${'a,b\n'.repeat(50_000)}㐀镕,𠮷村在青禾县城关镇以西\n`
    const rowsRead = await textsOf(iconv.encode(late, 'gb18030'))
    expect(rowsRead.at(-1)).toEqual([50_001, '㐀镕', '𠮷村在青禾县城关镇以西'])
  })

  it('commas inside sentences do not part fields that tabs part', async () => {
    const bytes = '台账，共2条,见附件\n名称\t说明\n甲\t一,二,三\n乙\t四,五,六\n'
    expect((await textsOf(bytes)).slice(1)).toEqual([
      [2, '名称', '说明'],
      [3, '甲', '一,二,三'],
      [4, '乙', '四,五,六'],
    ])
  })

  it('empty lines keep the count of rows; a quotation mark inside a field is itself', async () => {
    expect(await textsOf('甲,乙\n\n,\n5"管,"a ""b"" c"尾\n')).toEqual([
      [1, '甲', '乙'],
      [4, '5"管', 'a "b" c尾'],
    ])
  })

  it('the guard against formulas comes off', async () => {
    expect(await textsOf("名称\n'=1+1\n''=1\n'甲\n")).toEqual([
      [1, '名称'],
      [2, '=1+1'],
      [3, "'=1"],
      [4, "'甲"],
    ])
  })

  it('has one sheet', async () => {
    expect(await readHead(folder.put(text))).toMatchObject({ format: 'csv', sheet: '表格', merges: [] })
  })
})

describe('the parser', () => {
  it('does not mind where its text is cut', () => {
    const text = 'a,"b""c\r\nd",,e\r\n"",f\r\r\n"x"y\n'
    const whole = new CsvParser(',', 100)
    whole.write(text)
    whole.end()
    const expected = whole.take()
    for (let cut = 0; cut <= text.length; cut++) {
      const parser = new CsvParser(',', 100)
      parser.write(text.slice(0, cut))
      parser.write(text.slice(cut))
      parser.end()
      expect(parser.take()).toEqual(expected)
    }
  })
})
