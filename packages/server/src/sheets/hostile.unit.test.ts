import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { UploadError } from '../files/upload-error.ts'
import { makeCompound, makeDoc } from '../files/testing/doc.ts'
import { makeDocx, makeOfd, paragraph } from '../files/testing/office.ts'
import { makeZip } from '../files/testing/zip.ts'
import { listSheets, readHead, readSheet } from './read-sheet.ts'
import { allRows, refusalOf, testFolder } from './testing/folder.ts'
import { makeXlsx, stylesOf } from './testing/make-xlsx.ts'
import type { ReadOptions } from './types.ts'

const folder = testFolder()
afterAll(() => folder.remove())

const refusal = (bytes: Uint8Array | string, options: ReadOptions = {}) =>
  refusalOf(allRows(readSheet(folder.put(bytes), options)))

const sheetWith = (rows: string) => makeXlsx({ rows })
const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
const stream = Buffer.alloc(4096)

describe('what is not a table is told what it is', () => {
  it.each<[string, Uint8Array | string, string, string]>([
    ['a renamed program', Buffer.from(`MZ\x90\0${'\0'.repeat(60)}PE`, 'latin1'), '企业.xlsx', '这是程序文件，不是表格'],
    ['a renamed Linux program', Buffer.from('\x7fELF\x02\x01', 'latin1'), '企业.csv', '这是程序文件'],
    [
      'an .xls',
      makeCompound({ Workbook: stream }),
      '企业.xls',
      '这是 .xls 文件，请在 Excel 或 WPS 里另存为 .xlsx 再上传',
    ],
    ['an .xls of 1995', makeCompound({ Book: stream }), '企业.xlsx', '这是 .xls 文件'],
    ['an .et', makeCompound({ Workbook: stream }), '企业.et', '这是 .et 文件，请在 Excel 或 WPS 里另存为 .xlsx 再上传'],
    ['an .ods', makeZip({ mimetype: 'application/x', 'content.xml': '' }), '企业.ods', '这是 .ods 文件'],
    ['an .xlsb', makeZip({ '[Content_Types].xml': '', 'xl/workbook.bin': '' }), 'a.xlsb', '这是 .xlsb 文件'],
    ['a web page', '<html><table><tr><td>1</td></tr></table></html>', '企业.xls', '这是网页形式的旧表格，请在 Excel'],
    ['XML of 2003', '<?xml version="1.0"?><Workbook/>', '企业.xls', 'XML 文件形式的旧表格'],
    ['a password', makeCompound({ EncryptedPackage: stream, EncryptionInfo: stream }), '企业.xlsx', '表格设了打开密码'],
    ['a .doc', makeDoc('讲话'), '企业.xlsx', '这是 Word 文件，不是表格'],
    ['a .docx', makeDocx(paragraph('讲话')), '企业.xlsx', '这是 Word 文件，不是表格'],
    ['an .ofd', makeOfd([[[30, 40, '讲话']]]), '企业.xlsx', '这是 OFD 文件，不是表格'],
    ['an archive', makeZip({ 'a.xlsx': 'x' }), '企业.xlsx', '这是压缩包，不是表格'],
    ['a PDF', '%PDF-1.7', '企业.xlsx', '这是 PDF 文件，不是表格'],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), '企业.xlsx', '这是图片，不是表格'],
    ['nothing', '', '企业.xlsx', '表格是空的'],
    ['noise', Buffer.from(Array.from({ length: 3000 }, (_, at) => ((at * 7919) % 255) + 1)), 'a.csv', '这不是表格'],
    ['zeros', Buffer.alloc(2000), 'a.csv', '这不是表格'],
  ])('%s', async (_, bytes, name, words) => {
    const path = folder.put(bytes)
    const readings = [
      () => allRows(readSheet(path, { name })),
      () => listSheets(path, { name }),
      () => readHead(path, { name }),
    ]
    for (const reading of readings) {
      const told = await refusalOf(reading())
      // The list of sheets of a .csv needs no look at its bytes.
      if (told !== 'not refused' || !name.endsWith('.csv')) expect(told).toContain(words)
    }
    expect(await refusal(bytes, { name })).toContain('上传人')
  })
})

describe('what is too much is told with its place', { timeout: 60_000 }, () => {
  it('row 1,048,577', async () => {
    const told = await refusal(sheetWith('<row r="1048577"><c><v>1</v></c></row>'))
    expect(told).toContain('第 1048577 行超出了表格的最大行数 1048576')
    expect(await refusal(sheetWith('<row r="1048576"><c><v>1</v></c></row>'))).toBe('not refused')
  })

  it('row 1,048,577 of a .csv', async () => {
    expect(await refusal('1\n'.repeat(1_048_577))).toContain('第 1048577 行超出')
  })

  it('column 16,385', async () => {
    const told = await refusal(sheetWith('<row r="2"><c r="XFE2"><v>1</v></c></row>'))
    expect(told).toContain('第 2 行有第 16385 列，超出了表格的最大列数 16384')
    expect(await refusal(sheetWith('<row r="2"><c r="XFD2"><v>1</v></c></row>'))).toBe('not refused')
    expect(await refusal(`a\n${','.repeat(16_384)}x\n`)).toContain('第 2 行有第 16385 列')
  })

  it('a cell of 5 MB, inline, shared and in a .csv', async () => {
    const long = '长'.repeat(1_700_000)
    expect(await refusal(sheetWith(`<row r="7"><c r="A7"><v>1</v></c>${inline(long)}</row>`))).toContain(
      '第 7 行 B 列的内容太长',
    )
    const shared = makeXlsx({
      rows: '<row r="7"><c r="C7" t="s"><v>0</v></c></row>',
      strings: `<si><t>${long}</t></si>`,
    })
    expect(await refusal(shared)).toContain('第 7 行 C 列的内容太长')
    expect(await refusal(`甲,乙\n丙,${long}\n`)).toContain('第 2 行 B 列的内容太长')
  })

  it('a quotation mark without its other half', async () => {
    expect(await refusal('甲,乙\n丙,"丁\n戊,己\n')).toContain('第 2 行 B 列的引号没有配对')
  })

  it('a bomb: one part, and many parts together', async () => {
    const limits = { maxInflatedBytes: 1_000_000, ratioFloorBytes: 100_000, maxRatio: 100 }
    const rows = `<row r="1">${'<c><v>1</v></c>'.repeat(10_000)}</row>${' '.repeat(900_000)}`
    expect(await refusal(sheetWith(rows), { limits })).toContain('表格展开后太大')
    const padded = makeXlsx({ rows: '<row/>', strings: ' '.repeat(60_000), styles: ' '.repeat(60_000) })
    expect(await refusal(padded, { limits: { ...limits, maxRatio: 1 } })).toContain('展开后超过 0.1 MB')
  })

  it('a thousand million spaces, within the limits that ship', async () => {
    const bomb = makeXlsx({ more: { 'xl/styles.xml': Buffer.alloc(150 * 1_048_576, ' ') } })
    expect(bomb.length).toBeLessThan(200_000)
    expect(await refusal(bomb)).toContain('bomb')
  })

  it('too many files, too many texts, too large a file', async () => {
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`x/${at}.xml`, '']))
    expect(await refusal(makeXlsx({ more: many }), { limits: { maxEntries: 40 } })).toContain('上限是 40 个')
    const strings = '<si><t>青禾县</t></si>'.repeat(100)
    expect(await refusal(makeXlsx({ strings }), { limits: { maxSharedBytes: 500 } })).toContain('表格里的文字超过')
    expect(await refusal('甲,乙\n'.repeat(100), { limits: { maxFileBytes: 100 } })).toContain('表格超过')
  })
})

describe('what is broken or set with traps', { timeout: 60_000 }, () => {
  it.each<[string, string]>([
    ['a DOCTYPE', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData/></worksheet>'],
    ['an entity of its own', `<worksheet><sheetData><row>${inline('&b;')}</row></sheetData></worksheet>`],
    ['tags that cross', '<worksheet><sheetData><row></sheetData></row></worksheet>'],
    ['an end too early', '<worksheet><sheetData><row>'],
    ['two roots', '<worksheet/><worksheet/>'],
    ['text outside', 'x<worksheet/>'],
    ['a nest', `<worksheet>${'<a>'.repeat(200)}${'</a>'.repeat(200)}</worksheet>`],
    ['rows that go back', '<worksheet><sheetData><row r="2"/><row r="1"/></sheetData></worksheet>'],
    ['cells that go back', '<worksheet><sheetData><row><c r="B1"/><c r="A1"/></row></sheetData></worksheet>'],
    ['a text that is not there', '<worksheet><sheetData><row><c t="s"><v>9</v></c></row></sheetData></worksheet>'],
    ['a tag without end', `<worksheet a="${'x'.repeat(1_200_000)}`],
    ['a zero character', `<worksheet><sheetData><row>${inline('&#0;')}</row></sheetData></worksheet>`],
    ['nothing', ''],
  ])('%s', async (_, xml) => {
    expect(await refusal(makeXlsx({ more: { 'xl/worksheets/sheet1.xml': xml } }))).toMatch(
      /^broken｜.*打不开，没有读取。/,
    )
  })

  it('bytes that are not UTF-8', async () => {
    const xml = Buffer.concat([Buffer.from('<worksheet>'), Buffer.from([0xc3, 0x28]), Buffer.from('</worksheet>')])
    expect(await refusal(makeXlsx({ more: { 'xl/worksheets/sheet1.xml': xml } }))).toContain('broken')
  })

  it('a digit changed inside the archive', async () => {
    // The check sum in the directory is made another instead: the two no longer agree.
    const whole = Buffer.from(makeXlsx({ rows: '<row><c><v>12345</v></c></row>' }))
    whole.writeUInt32LE(0x12345678, whole.lastIndexOf('xl/worksheets/sheet1.xml') - 46 + 16)
    expect(await refusal(whole)).toContain('broken')
  })

  it('a sheet that is not there', async () => {
    expect(await refusal(makeXlsx({ rows: '<row/>' }), { sheet: '二〇二五' })).toContain('找不到名为“二〇二五”的工作表')
  })

  const whole = makeXlsx({
    rows: `<row r="1">${inline('甲')}<c s="1"><v>45000</v></c><c t="s"><v>0</v></c></row>`,
    strings: '<si><t>乙</t></si>',
    styles: stylesOf(['yyyy"年"']),
  })

  async function endsWell(bytes: Uint8Array): Promise<boolean> {
    try {
      await allRows(readSheet(folder.put(bytes, 'damaged')))
      return true
    } catch (error) {
      return error instanceof UploadError
    }
  }

  it('changed bytes end in rows or in a refusal', async () => {
    const change = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
        const bytes = new Uint8Array(whole)
        for (const [at, value] of changes) bytes[at] = value
        expect(await endsWell(bytes)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('cut files are refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 4, max: whole.length - 1 }), async (length) => {
        expect(await refusal(whole.subarray(0, length))).toContain('没有读取')
      }),
      { numRuns: 100 },
    )
  })

  it('anything at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
        expect(await endsWell(bytes)).toBe(true)
      }),
    )
  })
})
