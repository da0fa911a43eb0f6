import { afterAll, describe, expect, it } from 'vitest'
import { listSheets, readHead, readSheet } from './read-sheet.ts'
import { allRows, testFolder } from './testing/folder.ts'
import { makeXlsx, stylesOf, type XlsxParts } from './testing/make-xlsx.ts'

const folder = testFolder()
afterAll(() => folder.remove())

async function cellsOf(cells: string, more: XlsxParts = {}) {
  const rows = await allRows(readSheet(folder.put(makeXlsx({ rows: `<row>${cells}</row>`, ...more }))))
  return rows[0]?.cells
}

describe('cells of an .xlsx', () => {
  it('are texts shared, inline, rich, without their phonetic guides', async () => {
    const strings =
      '<si><t>甲</t></si><si><r><t>青禾</t></r><r><rPr/><t xml:space="preserve"> 县</t></r><rPh sb="0" eb="1"><t>qing</t></rPh></si>'
    const cells =
      '<c t="s"><v>1</v></c><c t="s"><v>0</v></c><c t="inlineStr"><is><r><t>乙</t></r><r><t>丙</t></r></is></c>'
    expect(await cellsOf(cells, { strings })).toEqual([{ text: '青禾 县' }, { text: '甲' }, { text: '乙丙' }])
  })

  it('are numbers, with all digits that are exact', async () => {
    const cells = ['12', '0.30000000000000004', '-1.5E-3', '9.1350100000000003E+17', '123456789012345', '1e10']
      .map((v) => `<c><v>${v}</v></c>`)
      .join('')
    expect((await cellsOf(cells))?.map((cell) => cell?.text)).toEqual([
      '12',
      '0.3',
      '-0.0015',
      '9.13501E+17',
      '123456789012345',
      '10000000000',
    ])
  })

  it('are booleans, errors, formulas with the value that was saved', async () => {
    const cells =
      '<c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c><f>A1+1</f><v>3</v></c><c t="str"><f>A1</f><v>甲</v></c><c><f>B1</f></c>'
    expect(await cellsOf(cells)).toEqual([
      { text: 'TRUE', boolean: true },
      { text: '#N/A', error: true },
      { text: '3', number: 3, formula: true },
      { text: '甲', formula: true },
      { text: '', formula: true },
    ])
  })

  it('are days by their number format, in both systems', async () => {
    const styles = stylesOf([14, 'yyyy"年"m"月"d"日"', 'h:mm', '0.0%', 'yyyy\\-mm\\-dd;@'])
    const cells =
      '<c s="1"><v>45000</v></c><c s="2"><v>45000.5</v></c><c s="3"><v>0.5</v></c><c s="4"><v>0.125</v></c><c s="5"><v>45000</v></c>'
    expect(await cellsOf(cells, { styles })).toEqual([
      { text: '2023/3/15', number: 45000, date: true },
      { text: '2023年3月15日', number: 45000.5, date: true },
      { text: '12:00', number: 0.5 },
      { text: '12.5%', number: 0.125 },
      { text: '2023-03-15', number: 45000, date: true },
    ])
    expect(await cellsOf('<c s="1"><v>43538</v></c>', { styles, date1904: true })).toEqual([
      { text: '2023/3/15', number: 45000, date: true },
    ])
  })

  it('say so when they hold 1900-02-29, a day that never was', async () => {
    const styles = stylesOf(['yyyy-mm-dd'])
    expect(await cellsOf('<c s="1"><v>60</v></c><c s="1"><v>59</v></c><c s="1"><v>61</v></c>', { styles })).toEqual([
      { text: '1900-02-29', number: 60, date: true, noSuchDay: true },
      { text: '1900-02-28', number: 59, date: true },
      { text: '1900-03-01', number: 61, date: true },
    ])
  })

  it('stand where they say, with and without addresses', async () => {
    const rows =
      '<row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c><c r="AA3"><v>3</v></c></row><row><c><v>4</v></c></row><row r="9"/>'
    const found = await allRows(readSheet(folder.put(makeXlsx({ rows }))))
    expect(found.map((row) => [row.row, row.cells.length])).toEqual([
      [3, 27],
      [4, 1],
    ])
    expect(found[0]?.cells.slice(0, 4)).toEqual([null, { text: '1', number: 1 }, { text: '2', number: 2 }, null])
  })

  it('keep escapes, entities and invisible characters', async () => {
    const cells =
      '<c t="inlineStr"><is><t>&lt;a&gt; &amp;#65; &#20013;_x000D__x005F_x0041_\u202e\u200b👩‍🌾</t></is></c>'
    expect(await cellsOf(cells)).toEqual([{ text: '<a> &#65; 中\r_x0041_\u202e\u200b👩‍🌾' }])
  })

  it('are read with a prefix, single quotes and CDATA, as other programs write', async () => {
    const more = {
      'xl/worksheets/sheet1.xml': `<?xml version='1.0'?><!-- x > y --><x:worksheet xmlns:x='m'><x:sheetData><x:row r='1'><x:c r='A1' t='inlineStr' note="a>b"><x:is><x:t><![CDATA[<甲>]]></x:t></x:is></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref='A1:C2'/></x:mergeCells></x:worksheet>`,
    }
    const path = folder.put(makeXlsx({ more }))
    expect((await allRows(readSheet(path)))[0]?.cells).toEqual([{ text: '<甲>' }])
    expect((await readHead(path)).merges).toEqual([{ top: 1, bottom: 2, left: 0, right: 2 }])
  })
})

describe('parts of an .xlsx', () => {
  it('are found whatever the case of their names', async () => {
    const more = { 'xl/SharedStrings.xml': '<sst><si><t>甲</t></si></sst>' }
    const path = folder.put(
      makeXlsx({ rows: '<row><c t="s"><v>0</v></c></row>', more, without: 'xl/sharedStrings.xml' }),
    )
    expect((await allRows(readSheet(path)))[0]?.cells).toEqual([{ text: '甲' }])
  })

  it('may lack texts and formats', async () => {
    const more = {
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="s1" Type="a/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    }
    expect(await cellsOf('<c s="3"><v>1.50</v></c>', { more })).toEqual([{ text: '1.5', number: 1.5 }])
  })
})

describe('sheets of an .xlsx', () => {
  const sheets = [['说明', 'hidden'], ['企业'], ['选项', 'veryHidden']] as const

  it('are listed with what is hidden; the first that shows is read', async () => {
    const path = folder.put(makeXlsx({ sheets, rows: '<row><c><v>1</v></c></row>' }))
    expect(await listSheets(path)).toEqual([
      { name: '说明', hidden: true },
      { name: '企业', hidden: false },
      { name: '选项', hidden: true },
    ])
    expect(await readHead(path)).toMatchObject({ format: 'xlsx', sheet: '企业', rows: [{ row: 1 }] })
    expect((await readHead(path, { sheet: '选项' })).sheet).toBe('选项')
  })

  it('give the merged ranges of their head alone', async () => {
    const rows = Array.from({ length: 100 }, (_, row) => `<row r="${row + 1}"><c><v>1</v></c></row>`).join('')
    const behind = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A90:B95"/></mergeCells>'
    const head = await readHead(folder.put(makeXlsx({ rows, behind })), {}, 10)
    expect(head).toMatchObject({ rows: { length: 10 }, rowsAbout: 100 })
    expect(head.merges).toEqual([{ top: 1, bottom: 1, left: 0, right: 1 }])
  })

  it('come in batches of at most 500 rows', async () => {
    const rows = '<row><c><v>1</v></c></row>'.repeat(1234)
    const sizes: number[] = []
    for await (const batch of readSheet(folder.put(makeXlsx({ rows })))) sizes.push(batch.length)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(500)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(1234)
  })
})
