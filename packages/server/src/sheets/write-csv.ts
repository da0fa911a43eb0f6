import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { SheetToWrite, SheetValue } from './types.ts'
import { csvText } from './write-cell.ts'

const pieceUnits = 65_536

/**
 * Writes a .csv as Excel in China opens it: UTF-8 with a byte order mark, CRLF, fields quoted where they must be. Texts
 * that a spreadsheet would run get a `'` in front (formula-guard.ts). `out` is ended.
 * @throws what `rows` or `out` throw
 */
export async function writeCsv(out: Writable, sheet: SheetToWrite): Promise<void> {
  await pipeline(Readable.from(lines(sheet), { objectMode: true, highWaterMark: 4 }), out)
}

async function* lines(sheet: SheetToWrite): AsyncGenerator<Buffer> {
  const { columns, head = [], footer = [] } = sheet
  const text = (value: SheetValue | undefined, format?: string) =>
    value === null || value === undefined ? '' : quoted(csvText(value, format))
  let piece = '\uFEFF'
  for (const line of head) piece += `${text(line)}\r\n`
  piece += `${columns.map((column) => text(column.title)).join(',')}\r\n`
  for await (const row of sheet.rows) {
    piece += `${columns.map((column, index) => text(row[index], column.format)).join(',')}\r\n`
    if (piece.length < pieceUnits) continue
    yield Buffer.from(piece)
    piece = ''
  }
  for (const line of footer) piece += `${text(line)}\r\n`
  yield Buffer.from(piece)
}

function quoted(field: string): string {
  return /[",;\t\r\n]/.test(field) || field.startsWith(' ') ? `"${field.replace(/"/g, '""')}"` : field
}
