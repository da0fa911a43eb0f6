import { columnName } from './address.ts'
import { escapeAttribute } from './cell-text.ts'
import { maxRow } from './limits.ts'
import { cellWriter } from './write-cell.ts'
import { type NumberStyles, style } from './write-styles.ts'
import type { SheetColumn, SheetToWrite } from './types.ts'

const pieceUnits = 65_536
const open =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'

/** Where in the hidden sheet of choices a column's list stands: `选项!$A$1:$A$9`. */
export type ChoiceRanges = ReadonlyMap<SheetColumn, string>

/** The XML of one sheet, row by row. @throws RangeError beyond 1,048,576 rows */
export async function* sheetXml(
  sheet: SheetToWrite,
  formats: NumberStyles,
  choices: ChoiceRanges,
): AsyncGenerator<string> {
  const { columns, head = [], footer = [] } = sheet
  const headRow = head.length + 1
  const last = columnName(Math.max(0, columns.length - 1))
  let text = open + views(headRow) + widths(columns) + '<sheetData>'
  for (const [index, line] of head.entries()) text += lineRow(index + 1, line, index === 0)
  text += headCells(headRow, columns)

  const writers = columns.map((column, index) => cellWriter(column, columnName(index), formats))
  let row = headRow
  for await (const values of sheet.rows) {
    row++
    text += `<row r="${row}">`
    for (let index = 0; index < writers.length; index++) {
      const value = values[index]
      if (value !== null && value !== undefined) text += writers[index]?.(value, row)
    }
    text += '</row>'
    if (text.length < pieceUnits) continue
    if (row + footer.length > maxRow) throw new RangeError('more rows than a worksheet has')
    yield text
    text = ''
  }
  if (row + footer.length > maxRow) throw new RangeError('more rows than a worksheet has')
  for (const [index, line] of footer.entries()) text += lineRow(row + index + 1, line, false)
  text += '</sheetData>'
  if (columns.length > 0) text += `<autoFilter ref="A${headRow}:${last}${row}"/>`
  if (head.length > 0 && columns.length > 1) text += `<mergeCells count="1"><mergeCell ref="A1:${last}1"/></mergeCells>`
  yield `${text}${validations(columns, headRow + 1, choices)}${page}</worksheet>`
}

/** Wide tables are printed across, as many pages long as they are. */
const page =
  '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
  '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' +
  '<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>'

function views(headRow: number): string {
  return (
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">' +
    `<pane ySplit="${headRow}" topLeftCell="A${headRow + 1}" activePane="bottomLeft" state="frozen"/>` +
    `<selection pane="bottomLeft" activeCell="A${headRow + 1}" sqref="A${headRow + 1}"/>` +
    '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="18"/>'
  )
}

function widths(columns: readonly SheetColumn[]): string {
  if (columns.length === 0) return ''
  const each = columns.map((column, index) => {
    const width = Math.min(Math.max(column.width ?? titleWidth(column.title), 4), 120)
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`
  })
  return `<cols>${each.join('')}</cols>`
}

/** Chinese characters are two wide; the filter's arrow needs room too. */
function titleWidth(title: string): number {
  let width = 4
  for (const sign of title) width += sign > '\u2e7f' ? 2 : 1
  return Math.max(width, 10)
}

function lineRow(row: number, line: string, title: boolean): string {
  return `<row r="${row}"${title ? ' ht="32" customHeight="1"' : ''}>${headText(`A${row}`, line, title ? style.title : style.line)}</row>`
}

function headCells(row: number, columns: readonly SheetColumn[]): string {
  const cells = columns.map((column, index) => headText(`${columnName(index)}${row}`, column.title, style.head))
  return `<row r="${row}" ht="28" customHeight="1">${cells.join('')}</row>`
}

function headText(reference: string, text: string, id: number): string {
  return `<c r="${reference}" s="${id}" t="inlineStr"><is><t xml:space="preserve">${escapeAttribute(text)}</t></is></c>`
}

/** Drop-down lists and notes, over all rows that a clerk may fill. What is not in the list is warned of, not refused. */
function validations(columns: readonly SheetColumn[], firstRow: number, choices: ChoiceRanges): string {
  const each = columns.flatMap((column, index) => {
    const range = choices.get(column)
    if (!range && !column.note) return []
    const name = columnName(index)
    const list = range ? ' type="list" errorStyle="warning" showErrorMessage="1" error="不在可选的值里。"' : ''
    // Excel takes 255 characters of a note.
    const note = column.note ? ` showInputMessage="1" prompt="${escapeAttribute(column.note.slice(0, 255))}"` : ''
    const formula = range ? `<formula1>${escapeAttribute(range)}</formula1>` : ''
    return `<dataValidation${list}${note} allowBlank="1" sqref="${name}${firstRow}:${name}${maxRow}">${formula}</dataValidation>`
  })
  return each.length === 0 ? '' : `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`
}
