// The shapes that everything which touches a spreadsheet shares. No library and no database is known here.
import type { Writable } from 'node:stream'

/**
 * What stands in a cell, as the file says it. Nothing is trimmed and no invisible character is taken out: what to make
 * of them is the business of the field that the cell is meant for.
 */
export interface Cell {
  /**
   * As a person sees it. Numbers in the general format stand with all digits that are still exact (up to 15); longer
   * ones as `9.13501E+17`, because what stood there is lost.
   */
  readonly text: string
  /** The number behind the text. Of a date: the day's serial in the 1900 system, whichever the file uses. */
  readonly number?: number
  /** The number format shows a day. */
  readonly date?: boolean
  /** 1900-02-29, a day that exists in Excel alone (serial 60). */
  readonly noSuchDay?: boolean
  /** The value is what the formula gave when the file was saved; no formula is ever computed. */
  readonly formula?: boolean
  /** `#N/A` and its like. */
  readonly error?: boolean
  readonly boolean?: boolean
}

/** `row` is 1-based, as Excel shows it; rows without any content are left out. `cells[0]` is column A. */
export interface SheetRow {
  readonly row: number
  readonly cells: readonly (Cell | null)[]
}

export interface SheetInfo {
  readonly name: string
  readonly hidden: boolean
}

/** A merged range, 1-based rows and 0-based columns, ends included. */
export interface MergedRange {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** The beginning of a file: enough to choose a sheet and to find its head. */
export interface SheetHead {
  readonly format: 'xlsx' | 'csv'
  readonly sheets: readonly SheetInfo[]
  /** The sheet that `rows` are of. */
  readonly sheet: string
  readonly rows: readonly SheetRow[]
  /** How many rows the sheet has, nearly: for a progress bar. */
  readonly rowsAbout: number
  /** Those that begin in `rows`. */
  readonly merges: readonly MergedRange[]
}

export interface ReadOptions {
  /** Default: the first sheet that is not hidden. */
  readonly sheet?: string
  /** The file's name as its sender called it: only for wording, the content decides. */
  readonly name?: string
  readonly limits?: Partial<SheetLimits>
}

/** What reading one workbook may cost. */
export interface SheetLimits {
  maxFileBytes: number
  /** Real bytes that come out of the archive, all parts that are read together. They pass by, they are not kept. */
  maxInflatedBytes: number
  /** Inflated bytes per byte sent, looked at beyond `ratioFloorBytes`. */
  maxRatio: number
  ratioFloorBytes: number
  maxEntries: number
  /** UTF-8 bytes of the table of shared strings, the only part that is kept while reading. */
  maxSharedBytes: number
  /** UTF-16 units of one cell; Excel itself holds no more. */
  maxCellUnits: number
  /** Milliseconds that one reading thread may work, without the time it waits for its reader. */
  timeoutMs: number
  /** V8 heap of the reading thread. */
  heapMb: number
}

export interface SheetColumn {
  readonly title: string
  /** In characters of Excel's standard font; default by the title. */
  readonly width?: number
  /**
   * `text` (default for strings), `date` (values are ISO days) or a number format of Excel such as `#,##0.00`; there a
   * string of plain digits is written as the number that it spells.
   */
  readonly format?: string
  /** Offered as a drop-down list under the head. */
  readonly choices?: readonly string[]
  /** Shown beside a cell of the column when it is chosen. */
  readonly note?: string
}

export type SheetValue = string | number | null

export interface SheetToWrite {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: AsyncIterable<readonly SheetValue[]>
  /** Lines above the column heads: the first is the title. */
  readonly head?: readonly string[]
  /** Lines below the rows: who exported, when. */
  readonly footer?: readonly string[]
}

export type WriteWorkbook = (out: Writable, sheets: readonly SheetToWrite[]) => Promise<void>
