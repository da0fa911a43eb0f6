// Our own writer, because a workbook is a zip of a few XML parts: no tree of cells is ever built (figures of exceljs
// beside ours in docs/adr/0011).
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { columnName } from './address.ts'
import { escapeAttribute, escapeCell } from './cell-text.ts'
import type { SheetColumn, SheetToWrite } from './types.ts'
import { type ChoiceRanges, sheetXml } from './write-sheet-xml.ts'
import { type NumberStyles, style, stylesXml } from './write-styles.ts'
import { type ZipPart, zipStream } from './zip-stream.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const choiceSheet = '选项'

/**
 * Writes an .xlsx as its rows come; `out` is ended, its back pressure slows the rows down. Texts are written as texts
 * by their type: nothing in a row ever becomes a formula. Empty strings are empty cells. Names of sheets are cut to
 * what Excel takes (31 characters, none of `[]:*?/\`).
 * @throws what `rows` or `out` throw; RangeError beyond 1,048,576 rows or 4 GB; `out` is destroyed then
 */
export async function writeWorkbook(out: Writable, sheets: readonly SheetToWrite[]): Promise<void> {
  await pipeline(Readable.from(zipStream(parts(sheets)), { objectMode: true, highWaterMark: 4 }), out)
}

async function* parts(sheets: readonly SheetToWrite[]): AsyncGenerator<ZipPart> {
  const formats: NumberStyles = new Map()
  const { ranges, lists } = choicesOf(sheets)
  const names = sheetNames(sheets)
  if (lists.length > 0) names.push(choiceSheet)
  const count = names.length
  yield { name: '[Content_Types].xml', content: [contentTypes(count)] }
  yield { name: '_rels/.rels', content: [relationsXml([['officeDocument', 'xl/workbook.xml']])] }
  yield { name: 'xl/workbook.xml', content: [workbookXml(names, lists.length > 0, sheets)] }
  const targets = names.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`])
  yield { name: 'xl/_rels/workbook.xml.rels', content: [relationsXml([...targets, ['styles', 'styles.xml']])] }
  for (const [index, sheet] of sheets.entries())
    yield { name: `xl/worksheets/sheet${index + 1}.xml`, content: sheetXml(sheet, formats, ranges) }
  if (lists.length > 0) yield { name: `xl/worksheets/sheet${count}.xml`, content: [choicesXml(lists)] }
  // Last, when all formats of all columns are known.
  yield {
    name: 'xl/styles.xml',
    content: (function* () {
      yield stylesXml(formats)
    })(),
  }
}

/** Lists of choices stand in a hidden sheet, a column each: inside a cell's rule only 255 characters have room. */
function choicesOf(sheets: readonly SheetToWrite[]): { ranges: ChoiceRanges; lists: (readonly string[])[] } {
  const ranges = new Map<SheetColumn, string>()
  const lists: (readonly string[])[] = []
  for (const column of sheets.flatMap((sheet) => sheet.columns)) {
    if (!column.choices || column.choices.length === 0) continue
    const letter = columnName(lists.length)
    ranges.set(column, `${choiceSheet}!$${letter}$1:$${letter}$${column.choices.length}`)
    lists.push(column.choices)
  }
  return { ranges, lists }
}

function choicesXml(lists: readonly (readonly string[])[]): string {
  const longest = Math.max(...lists.map((list) => list.length))
  let rows = ''
  for (let row = 1; row <= longest; row++) {
    const cells = lists.map((list, index) => {
      const text = list[row - 1]
      if (text === undefined) return ''
      return `<c r="${columnName(index)}${row}" s="${style.text}" t="inlineStr"><is><t xml:space="preserve">${escapeCell(text)}</t></is></c>`
    })
    rows += `<row r="${row}">${cells.join('')}</row>`
  }
  return `${declaration}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`
}

/** As Excel allows them, each one once. */
function sheetNames(sheets: readonly SheetToWrite[]): string[] {
  const names: string[] = []
  const taken = (name: string) => [choiceSheet, ...names].some((one) => one.toLowerCase() === name.toLowerCase())
  for (const sheet of sheets) {
    const wished =
      sheet.name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim()
        .slice(0, 31) || '表格'
    let name = wished
    for (let more = 2; taken(name); more++) name = `${wished.slice(0, 27)}(${more})`
    names.push(name)
  }
  return names
}

function contentTypes(count: number): string {
  const sheets = Array.from(
    { length: count },
    (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${types}.worksheet+xml"/>`,
  )
  return (
    `${declaration}<Types xmlns="${packages}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${sheets.join('')}` +
    `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`
  )
}

function relationsXml(targets: readonly (readonly [string, string])[]): string {
  const each = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  )
  return `${declaration}<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`
}

function workbookXml(names: readonly string[], lastHidden: boolean, sheets: readonly SheetToWrite[]): string {
  const each = names.map((name, index) => {
    const hidden = lastHidden && index === names.length - 1 ? ' state="hidden"' : ''
    return `<sheet name="${escapeAttribute(name)}" sheetId="${index + 1}"${hidden} r:id="rId${index + 1}"/>`
  })
  // The head repeats on each printed page.
  const titles = sheets.map((sheet, index) => {
    const row = (sheet.head?.length ?? 0) + 1
    const name = escapeAttribute((names[index] ?? '').replace(/'/g, "''"))
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${name}'!$${row}:$${row}</definedName>`
  })
  return (
    `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView/></bookViews>` +
    `<sheets>${each.join('')}</sheets><definedNames>${titles.join('')}</definedNames></workbook>`
  )
}
