// The file again, with a column that says what became of each row. It is read from the file itself: what was left out
// of the match is in it too.
import type { Writable } from 'node:stream'
import type { Actor } from '../../db/actor.ts'
import type { House } from '../../house.ts'
import { readSheetInThread } from '../../sheets/read-in-thread.ts'
import type { SheetRow, SheetValue } from '../../sheets/types.ts'
import { writeWorkbook } from '../../sheets/write-workbook.ts'
import type { ImportRecord } from './import-row.ts'
import { outcomeOf } from './present-import.ts'
import { loadStaged, readStaging, type StagedRow } from './staging.ts'
import { textOf } from './staged-cell.ts'

export async function writeResult(house: House, actor: Actor, row: ImportRecord, out: Writable): Promise<void> {
  const last = Math.max(-1, ...row.columns.map((c) => c.index))
  const heads = Array.from({ length: last + 1 }, (_, i) => headOf(row, i))
  await writeWorkbook(out, [
    {
      name: '处理结果',
      columns: [...heads, '处理结果'].map((title) => ({ title })),
      rows: rowsOf(house, actor, row, last + 1),
    },
  ])
}

function headOf(row: ImportRecord, index: number): string {
  const column = row.columns.find((c) => c.index === index)
  return column ? `${column.head}${column.unit ? `（${column.unit}）` : ''}` : ''
}

async function* rowsOf(house: House, actor: Actor, row: ImportRecord, width: number): AsyncGenerator<SheetValue[]> {
  const from = row.header?.lastRow ?? 0
  const sheet = readSheetInThread(house.files.path(row.sm3), { sheet: row.sheet, name: row.file_name })
  for await (const batch of sheet) {
    const rows = batch.filter((r) => r.row > from)
    if (rows.length === 0) continue
    const staged = await outcomes(house, actor, row, rows)
    for (const one of rows) {
      const s = staged.get(one.row)
      const cells = Array.from({ length: width }, (_, i) => fixedText(s, i) ?? one.cells[i]?.text ?? '')
      yield [...cells, s ? outcomeOf(row, s) : '没有读这一行']
    }
  }
}

/** What the clerk has put in place of what the file says. */
const fixedText = (staged: StagedRow | undefined, index: number): string | undefined =>
  staged?.fixed ? textOf(staged.cells[index]) || undefined : undefined

async function outcomes(
  house: House,
  actor: Actor,
  row: ImportRecord,
  rows: readonly SheetRow[],
): Promise<Map<number, StagedRow>> {
  const staged = await house.db.withActor(actor, async (trx) =>
    loadStaged(trx, await readStaging(trx, actor.county, row.id, house.master), { rows: rows.map((r) => r.row) }),
  )
  return new Map(staged.map((s) => [s.row, s]))
}
