import { columnOf } from './address.ts'
import { cellOf, type CellTables } from './cell-of.ts'
import { scanPart } from './decode-xml.ts'
import { batchCells, batchRows, maxColumn, maxRow } from './limits.ts'
import { brokenSheet, longCell, tooManyColumns, tooManyRows } from './refusals.ts'
import { attributeOf, type XmlHandlers } from './scan-xml.ts'
import type { Cell, SheetRow } from './types.ts'

/**
 * The rows of one sheet in batches. The part is read to its end, for its check sum, also when rows are over.
 * @throws UploadError `too-large` with row and column, `broken`, `bomb`
 */
export async function* readRows(
  chunks: AsyncIterable<Uint8Array>,
  tables: CellTables,
  maxCellUnits: number,
): AsyncGenerator<SheetRow[]> {
  const rows = new RowGatherer(tables, maxCellUnits)
  for await (const _ of scanPart(chunks, rows)) {
    if (rows.full) yield* rows.take()
  }
  yield* rows.take()
}

class RowGatherer implements XmlHandlers {
  private gathered: SheetRow[] = []
  private cellsGathered = 0
  private inData = false
  private row = 0
  private cells: (Cell | null)[] = []
  private column = -1
  private type = ''
  private style = 0
  private value = ''
  private formula = false
  /** 0 nothing, 1 inside `v`, 2 inside `is` */
  private within = 0
  private inText = false
  private phonetic = 0
  private readonly tables: CellTables
  private readonly maxUnits: number

  constructor(tables: CellTables, maxUnits: number) {
    this.tables = tables
    this.maxUnits = maxUnits
  }

  get full(): boolean {
    return this.gathered.length >= batchRows || this.cellsGathered >= batchCells
  }

  /** One chunk may hold more rows than a batch. */
  *take(): Generator<SheetRow[]> {
    const rows = this.gathered
    this.gathered = []
    this.cellsGathered = 0
    for (let from = 0; from < rows.length; from += batchRows) yield rows.slice(from, from + batchRows)
  }

  open(name: string, attributes: string): void {
    if (!this.inData) {
      if (name === 'sheetData') this.inData = true
      return
    }
    switch (name) {
      case 'c':
        this.openCell(attributes)
        break
      case 'v':
        this.within = 1
        break
      case 'row':
        this.openRow(attributes)
        break
      case 'f':
        this.formula = true
        break
      case 'is':
        this.within = 2
        break
      case 't':
        this.inText = this.phonetic === 0
        break
      case 'rPh':
        this.phonetic++
        break
    }
  }

  close(name: string): void {
    if (!this.inData) return
    switch (name) {
      case 'c':
        this.closeCell()
        break
      case 'v':
      case 'is':
        this.within = 0
        break
      case 'row':
        this.closeRow()
        break
      case 't':
        this.inText = false
        break
      case 'rPh':
        this.phonetic--
        break
      case 'sheetData':
        this.inData = false
        break
    }
  }

  text(value: string): void {
    if (this.within === 0 || (this.within === 2 && !this.inText)) return
    this.value += value
    // Escapes stand seven for one; what is still too long without them is refused when the cell closes.
    if (this.value.length > this.maxUnits * 7) throw longCell(this.row, this.column, this.maxUnits)
  }

  private openRow(attributes: string): void {
    const at = attributeOf(attributes, 'r')
    const row = at === undefined ? this.row + 1 : Number(at)
    if (row > maxRow) throw tooManyRows(row)
    if (!Number.isInteger(row) || row <= this.row) throw brokenSheet(`第 ${this.row} 行之后的内容`)
    this.row = row
    this.cells = []
    this.column = -1
  }

  private closeRow(): void {
    if (this.cells.length === 0) return
    this.gathered.push({ row: this.row, cells: this.cells })
    this.cellsGathered += this.cells.length
  }

  private openCell(attributes: string): void {
    const reference = attributeOf(attributes, 'r')
    const column = reference === undefined ? this.column + 1 : columnOf(reference)
    if (column >= maxColumn) throw tooManyColumns(this.row, column + 1)
    if (column <= this.column) throw brokenSheet(`第 ${this.row} 行`)
    this.column = column
    this.type = attributeOf(attributes, 't') ?? 'n'
    this.style = Number(attributeOf(attributes, 's') ?? 0)
    this.value = ''
    this.formula = false
  }

  private closeCell(): void {
    const cell = cellOf(this.type, this.value, this.style, this.formula, this.tables)
    if (!cell) return
    if (cell.text.length > this.maxUnits) throw longCell(this.row, this.column, this.maxUnits)
    while (this.cells.length < this.column) this.cells.push(null)
    this.cells.push(cell)
  }
}
