// uploaded → reading → preview: the file's rows, read and planned under the rights of who brought it, in one
// transaction, so that a reading that stops leaves the rows of the one before.
import { type ImportColumn, type Library } from '@yipanqi/model/libraries/index.ts'
import type { Actor } from '../../db/actor.ts'
import type { ImportHead } from '../../db/schema-library.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import { refuse } from '../../files/upload-error.ts'
import { findHeader, type FoundHeader } from '../../sheets/find-header.ts'
import { misnamedNote } from '../../sheets/misnamed.ts'
import { readHeadInThread, readSheetInThread } from '../../sheets/read-in-thread.ts'
import type { SheetHead, SheetRow } from '../../sheets/types.ts'
import type { Ledger } from '../ledger.ts'
import { countRows, tellClashes } from './clashes.ts'
import { openFinder, type Finder } from './finder.ts'
import { holdImport } from './hold-import.ts'
import { moveImport, type ImportRecord } from './import-row.ts'
import { knownTitles, matchColumns, type KnownHeads } from './match-columns.ts'
import { ownWay } from './own-way.ts'
import { planRows, type PlannedRow } from './plan-rows.ts'
import type { Progress } from './progress.ts'
import { lookupsOf, passedOver, readingsOf, readRow, stagedCells, type Reading } from './read-row.ts'
import { samplesOf } from './sample.ts'
import { openStaging, stageRows } from './staging.ts'

/** Rows that are looked at to find the head and to tell columns by what they hold. */
export const headRows = 200
/** Rows planned at once: few enough to be forgotten soon, or memory fills with them. */
const batch = 500
const mostNotes = 20

export interface Layout {
  readonly head: ImportHead
  readonly columns: ImportColumn[]
}

/** Where the head stands and which field each column fills. A head row that the clerk named is taken as it is. */
export async function layOut(
  trx: Trx,
  actor: Actor,
  library: Library,
  sheet: SheetHead,
  today: string,
  chosenRow?: number,
): Promise<Layout | null> {
  const heads = await knownHeads(trx, actor.county, library.id)
  const rows = chosenRow === undefined ? sheet.rows : sheet.rows.filter((r) => r.row === chosenRow)
  const found = findHeader(rows, knownTitles(library, heads), chosenRow === undefined ? sheet.merges : [])
  if (!found) return null
  const sample = await samplesOf(trx, actor, library, below(sheet.rows, found), today)
  return {
    head: { row: found.row, firstRow: found.firstRow, lastRow: found.lastHeadRow },
    columns: await matchColumns(library, found, heads, sample),
  }
}

const below = (rows: readonly SheetRow[], { lastHeadRow }: FoundHeader) => rows.filter((r) => r.row > lastHeadRow)

export async function knownHeads(trx: Trx, county: string, library: string): Promise<KnownHeads> {
  const setting = await trx
    .selectFrom('library_setting')
    .select('heads')
    .where('county', '=', county)
    .where('library', '=', library)
    .executeTakeFirst()
  return setting?.heads ?? {}
}

export const readHeadOf = (
  house: House,
  row: Pick<ImportRecord, 'sm3' | 'file_name' | 'sheet'>,
  signal?: AbortSignal,
) =>
  readHeadInThread(
    house.files.path(row.sm3),
    { name: row.file_name, ...(row.sheet ? { sheet: row.sheet } : {}), ...(signal ? { signal } : {}) },
    headRows,
  )

export const noHead = () =>
  refuse(
    'empty',
    '没有找到表头，没有读取。',
    '前 40 行里没有一行像台账的表头。请下载模板对照，把表头放在数据上面一行，或在本页指定表头在第几行。',
  )

/** Reads the whole sheet into staging and says preview; throws UploadError, or `cancelled` where somebody stopped it. */
export async function readFile(
  house: House,
  actor: Actor,
  ledger: Ledger,
  row: ImportRecord,
  progress: Progress,
): Promise<void> {
  const { library } = ledger
  const head = row.header as ImportHead
  const readings = readingsOf(library, row.columns)
  await house.db.withActor(actor, async (trx) => {
    await holdImport(trx, actor.county, row.id)
    for (const table of ['import_row', 'import_chunk'] as const)
      await trx.deleteFrom(table).where('county', '=', actor.county).where('import', '=', row.id).execute()
    const staging = await openStaging(trx, actor.county, row.id, house.master)
    const finder = await openFinder(trx, actor, house.clock.today())
    const path = house.files.path(row.sm3)
    const misnamed = await misnamedNote(path, row.file_name)
    const notes: string[] = misnamed === null ? [] : [misnamed]
    let done = 0
    const rows = readSheetInThread(path, { sheet: row.sheet, name: row.file_name, signal: progress.signal })
    // While the database stages one batch, this thread reads the next.
    let staged: Promise<void> = Promise.resolve()
    try {
      if (readings.length > 0)
        for await (const some of inBatches(rows, head.lastRow, readings, notes, ownWay(library.id)?.whole ?? null)) {
          const planned = await planBatch(house, trx, actor, ledger, { finder, readings }, some)
          await staged
          staged = stageRows(trx, staging, planned)
          // Told where it is waited for.
          staged.catch(() => undefined)
          done += some.length
          progress.tell(done)
        }
      await staged
    } finally {
      // Nothing is left under way, and what ended the reading is what is told.
      await staged.catch(() => undefined)
    }
    await tellClashes(trx, actor.county, row.id, library, readings)
    const counts = await countRows(trx, actor.county, row.id)
    if (counts.total === 0)
      notes.unshift(readings.length === 0 ? '一列也没有对上栏目，请先指定各列对应的栏目' : '表头下面没有数据')
    const moved = await moveImport(trx, actor.county, row.id, ['reading'], {
      state: 'preview',
      counts: JSON.stringify(counts),
      notes: JSON.stringify(notes.slice(0, mostNotes)),
      done: counts.total,
      total: counts.total,
    })
    if (!moved) progress.stop()
    progress.signal.throwIfAborted()
  })
}

/** Rows of data, some hundred at a time, or `whole` the file, which may hold so many; what is none is noted. */
async function* inBatches(
  batches: AsyncIterable<SheetRow[]>,
  lastHeadRow: number,
  readings: readonly Reading[],
  notes: string[],
  whole: number | null,
): AsyncGenerator<SheetRow[]> {
  let some: SheetRow[] = []
  for await (const rows of batches) {
    for (const row of rows) {
      if (row.row <= lastHeadRow) continue
      const why = passedOver(row, readings)
      if (why === null) some.push(row)
      else if (why !== '' && notes.length < mostNotes) notes.push(`第 ${row.row} 行是${why}，没有读`)
    }
    if (whole !== null && some.length > whole)
      throw refuse('too-large', `这份表超过 ${whole} 行，没有读取。`, '请拆成几份，上级单位在前、下级在后，分次导入。')
    if (some.length < batch || whole !== null) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}

interface Tools {
  readonly finder: Finder
  readonly readings: readonly Reading[]
}

async function planBatch(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  { finder, readings }: Tools,
  rows: readonly SheetRow[],
): Promise<PlannedRow[]> {
  const cells = rows.map((row) => stagedCells(readings, row))
  if (readings.some((r) => r.field?.lookup))
    await finder.gather(
      trx,
      cells.flatMap((c) => [...lookupsOf(readings, c)]),
    )
  const read = rows.map((row, i) => readRow(ledger.library, readings, row.row, cells[i] ?? {}, finder))
  return planRows({ trx, actor, ledger, master: house.master, today: house.clock.today(), readings }, read)
}
