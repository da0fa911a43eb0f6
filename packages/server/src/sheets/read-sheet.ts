// Reading a table of any kind, where it is called. Servers call `readSheetInThread`, which keeps the event loop free.
import { countLines } from './csv-encoding.ts'
import { readCsv } from './read-csv.ts'
import { readRows } from './read-xlsx.ts'
import { openTable } from './open-table.ts'
import { defaultSheetLimits } from './limits.ts'
import { lookThrough } from './look-through.ts'
import { asRefusal } from './refusals.ts'
import type { ReadOptions, SheetHead, SheetInfo, SheetRow } from './types.ts'
import { chooseSheet, readTables, readWorkbook } from './workbook.ts'

/** What a .csv's only sheet is called. */
export const csvSheet = '表格'

/**
 * The sheets of a file; a .csv has one.
 * @throws UploadError in Chinese: old formats, passwords, other kinds of file, bombs, damage
 */
export async function listSheets(path: string, options: ReadOptions = {}): Promise<SheetInfo[]> {
  return refusing(async () => {
    const table = await openTable(path, options.name, { ...defaultSheetLimits, ...options.limits })
    if (table.format === 'csv') return [{ name: csvSheet, hidden: false }]
    try {
      const { sheets } = await readWorkbook(table.archive)
      return sheets.map(({ name, hidden }) => ({ name, hidden }))
    } finally {
      table.archive.close()
    }
  })
}

/**
 * The rows of one sheet, in batches of at most 500. Rows without content do not come. Leaving the loop closes the file.
 * @throws UploadError while iterating, possibly after some batches: nothing of a file counts before its end is reached
 */
export async function* readSheet(path: string, options: ReadOptions = {}): AsyncGenerator<SheetRow[]> {
  const limits = { ...defaultSheetLimits, ...options.limits }
  try {
    const table = await openTable(path, options.name, limits)
    if (table.format === 'csv') {
      yield* readCsv(path, limits)
      return
    }
    try {
      const workbook = await readWorkbook(table.archive)
      const sheet = chooseSheet(workbook, options.sheet)
      const tables = await readTables(table.archive, workbook, limits)
      yield* readRows(table.archive.part(sheet.part), { ...tables, date1904: workbook.date1904 }, limits.maxCellUnits)
    } finally {
      table.archive.close()
    }
  } catch (error) {
    throw asRefusal(error)
  }
}

/**
 * The first rows of a sheet with its merged ranges, and the list of sheets. Merged ranges stand at the end of a sheet,
 * so all of it is inflated once (a tenth of what reading it takes).
 * @param count rows with content, at most 500
 */
export async function readHead(path: string, options: ReadOptions = {}, count = 50): Promise<SheetHead> {
  return refusing(async () => {
    const limits = { ...defaultSheetLimits, ...options.limits }
    const table = await openTable(path, options.name, limits)
    if (table.format === 'csv') {
      const rows = await first(readCsv(path, limits), count)
      const rowsAbout = await countLines(path)
      return {
        format: 'csv',
        sheets: [{ name: csvSheet, hidden: false }],
        sheet: csvSheet,
        rows,
        rowsAbout,
        merges: [],
      }
    }
    const { archive } = table
    try {
      const workbook = await readWorkbook(archive)
      const sheet = chooseSheet(workbook, options.sheet)
      const tables = { ...(await readTables(archive, workbook, limits)), date1904: workbook.date1904 }
      const rows = await first(readRows(archive.part(sheet.part), tables, limits.maxCellUnits), count)
      const last = rows.at(-1)?.row ?? 0
      const seen = await lookThrough(archive.part(sheet.part), last)
      const sheets = workbook.sheets.map(({ name, hidden }) => ({ name, hidden }))
      return { format: 'xlsx', sheets, sheet: sheet.name, rows, rowsAbout: seen.rows, merges: seen.merges }
    } finally {
      archive.close()
    }
  })
}

async function first(batches: AsyncIterable<SheetRow[]>, count: number): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const batch of batches) {
    rows.push(...batch)
    if (rows.length >= count) break
  }
  return rows.slice(0, count)
}

async function refusing<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    throw asRefusal(error)
  }
}
