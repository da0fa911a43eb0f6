// Rows on their way between threads: two million small objects cost more to clone than to read, five arrays and one
// string a batch do not.
import type { Cell, SheetRow } from './types.ts'

export interface PackedRows {
  /** row numbers, and how many cells each row has */
  readonly rows: Uint32Array<ArrayBuffer>
  readonly widths: Uint32Array<ArrayBuffer>
  /** the texts of all cells, one after the other */
  readonly text: string
  /** of each cell's text; -1 where there is no cell */
  readonly lengths: Int32Array<ArrayBuffer>
  readonly numbers: Float64Array<ArrayBuffer>
  readonly flags: Uint8Array<ArrayBuffer>
}

const flag = { number: 1, date: 2, noSuchDay: 4, formula: 8, error: 16, boolean: 32, yes: 64 } as const

export function packRows(batch: readonly SheetRow[]): PackedRows {
  const count = batch.reduce((sum, row) => sum + row.cells.length, 0)
  const packed = {
    rows: new Uint32Array(batch.length),
    widths: new Uint32Array(batch.length),
    lengths: new Int32Array(count),
    numbers: new Float64Array(count),
    flags: new Uint8Array(count),
  }
  let text = ''
  let at = 0
  for (const [index, row] of batch.entries()) {
    packed.rows[index] = row.row
    packed.widths[index] = row.cells.length
    for (const cell of row.cells) {
      packed.lengths[at] = cell ? cell.text.length : -1
      if (cell) {
        text += cell.text
        packed.numbers[at] = cell.number ?? 0
        packed.flags[at] = flagsOf(cell)
      }
      at++
    }
  }
  return { ...packed, text }
}

export function unpackRows(packed: PackedRows): SheetRow[] {
  const rows: SheetRow[] = []
  let at = 0
  let from = 0
  for (const [index, row] of packed.rows.entries()) {
    const cells: (Cell | null)[] = []
    for (const end = at + (packed.widths[index] ?? 0); at < end; at++) {
      const length = packed.lengths[at] ?? -1
      if (length < 0) cells.push(null)
      else {
        cells.push(cellOf(packed.text.slice(from, from + length), packed.numbers[at] ?? 0, packed.flags[at] ?? 0))
        from += length
      }
    }
    rows.push({ row, cells })
  }
  return rows
}

/** What may be handed over instead of copied. */
export function buffersOf(packed: PackedRows): ArrayBuffer[] {
  return [packed.rows, packed.widths, packed.lengths, packed.numbers, packed.flags].map((one) => one.buffer)
}

function flagsOf(cell: Cell): number {
  let flags = cell.number === undefined ? 0 : flag.number
  if (cell.date) flags |= flag.date
  if (cell.noSuchDay) flags |= flag.noSuchDay
  if (cell.formula) flags |= flag.formula
  if (cell.error) flags |= flag.error
  if (cell.boolean !== undefined) flags |= flag.boolean | (cell.boolean ? flag.yes : 0)
  return flags
}

function cellOf(text: string, number: number, flags: number): Cell {
  if (flags === 0) return { text }
  if (flags === flag.number) return { text, number }
  if (flags === (flag.number | flag.date)) return { text, number, date: true }
  return {
    text,
    ...(flags & flag.number ? { number } : {}),
    ...(flags & flag.date ? { date: true } : {}),
    ...(flags & flag.noSuchDay ? { noSuchDay: true } : {}),
    ...(flags & flag.formula ? { formula: true } : {}),
    ...(flags & flag.error ? { error: true } : {}),
    ...(flags & flag.boolean ? { boolean: (flags & flag.yes) !== 0 } : {}),
  }
}
