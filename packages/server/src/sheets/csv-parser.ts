import type { Delimiter } from './csv-delimiter.ts'
import { unguardFormula } from './formula-guard.ts'
import { maxColumn, maxRow } from './limits.ts'
import { longCell, openQuote, tooManyColumns, tooManyRows } from './refusals.ts'
import type { Cell, SheetRow } from './types.ts'

const quote = 34
const lineFeed = 10
const carriageReturn = 13

/**
 * Records of a .csv (RFC 4180), fed in chunks: quoted fields hold line ends, `""` is one `"`, what follows a closing
 * quotation mark is kept as it stands. A record is a row, also when it spans lines; an empty line is an empty row.
 * Memory: one field and the rows not yet taken.
 * @throws UploadError `too-large`, `broken`, with row and column
 */
export class CsvParser {
  private rows: SheetRow[] = []
  private row = 1
  private cells: (Cell | null)[] = []
  private column = 0
  private field = ''
  private state: 'start' | 'bare' | 'quoted' | 'closed' = 'start'
  /** The last sign was a carriage return outside quotation marks: a line feed after it belongs to it. */
  private returned = false
  private readonly delimiter: number
  private readonly maxUnits: number

  constructor(delimiter: Delimiter, maxUnits: number) {
    this.delimiter = delimiter.charCodeAt(0)
    this.maxUnits = maxUnits
  }

  get waiting(): number {
    return this.rows.length
  }

  take(): SheetRow[] {
    const rows = this.rows
    this.rows = []
    return rows
  }

  write(text: string): void {
    let from = 0
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (this.state === 'quoted') {
        if (code !== quote) continue
        this.add(text, from, at)
        from = at + 1
        this.state = 'closed'
      } else if (code === this.delimiter || code === lineFeed || code === carriageReturn) {
        this.add(text, from, at)
        from = at + 1
        if (code === this.delimiter) this.endField()
        else if (code === carriageReturn || !this.returned) this.endRow()
        this.returned = code === carriageReturn
        continue
      } else if (code === quote && this.state !== 'bare') {
        // Right behind a closing mark: the pair stands for one, which is the start of what is added next.
        from = this.state === 'closed' ? at : at + 1
        this.state = 'quoted'
      } else if (this.state !== 'closed') this.state = 'bare'
      this.returned = false
    }
    this.add(text, from, text.length)
  }

  end(): void {
    if (this.state === 'quoted') throw openQuote(this.row, this.column)
    if (this.state !== 'start' || this.column > 0) this.endRow()
  }

  private add(text: string, from: number, to: number): void {
    if (to > from) this.field += text.slice(from, to)
    if (this.field.length > this.maxUnits) throw longCell(this.row, this.column, this.maxUnits)
  }

  private endField(): void {
    if (this.field !== '') {
      if (this.column >= maxColumn) throw tooManyColumns(this.row, this.column + 1)
      while (this.cells.length < this.column) this.cells.push(null)
      this.cells.push({ text: unguardFormula(this.field) })
      this.field = ''
    }
    this.column++
    this.state = 'start'
  }

  private endRow(): void {
    this.endField()
    if (this.cells.length > 0) {
      if (this.row > maxRow) throw tooManyRows(this.row)
      this.rows.push({ row: this.row, cells: this.cells })
      this.cells = []
    }
    this.row++
    this.column = 0
  }
}
