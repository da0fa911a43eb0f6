// committing → done: the chosen rows into the ledger, in one transaction that also says done. One such transaction at a
// time in a ledger; what the preview showed is what is written, or nothing is.
import type { ImportAction, ImportCounts } from '@yipanqi/model/libraries/index.ts'
import { mayInLibrary } from '@yipanqi/model/libraries/index.ts'
import { sql } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import { Fault } from '../../http/fault.ts'
import type { House } from '../../house.ts'
import type { Ledger } from '../ledger.ts'
import { insertStream } from '../records/insert-stream.ts'
import { writeRecords, type RecordWrite } from '../records/write-records.ts'
import { announceImport } from './announce.ts'
import { countRows } from './clashes.ts'
import { holdImport } from './hold-import.ts'
import { moveImport, type ImportRecord } from './import-row.ts'
import type { Progress } from './progress.ts'
import { ownWay } from './own-way.ts'
import { movedRows, replan } from './replan.ts'
import { loadStaged, readStaging, type StagedRow } from './staging.ts'

/** Rows a statement: of more, the texts of two batches at once fill the memory and save the database nothing. */
const batch = 1000

/** Rows stand otherwise than the preview showed; nothing was written. */
export class MovedOn extends Error {
  readonly rows: readonly number[]
  constructor(rows: readonly number[]) {
    super('the ledger has moved on')
    this.rows = rows
  }
}

/** @throws MovedOn, Cancelled, Fault; whatever is thrown, nothing was written */
export async function commitRows(
  house: House,
  actor: Actor,
  ledger: Ledger,
  row: ImportRecord,
  progress: Progress,
): Promise<void> {
  const { library } = ledger
  await house.db.withActor(actor, async (trx) => {
    await holdImport(trx, actor.county, row.id)
    await sql`select pg_advisory_xact_lock(hashtextextended(${`ledger/${actor.county}/${library.id}`}, 0))`.execute(trx)
    if (!mayInLibrary(actor, library, 'import'))
      throw new Fault(403, 'not-yours', `您不能再导入${library.name}`, { why: '您的角色或单位变了' })
    await requireAsShown(house, trx, actor, ledger, row)
    const counts = await countRows(trx, actor.county, row.id)
    if (row.chosen === 'all' && counts.invalid > 0) throw new MovedOn([])
    await trustMemory(trx)
    const written = await writeAll(house, trx, actor, ledger, row, progress)
    // Never done and not done: what was counted on the screen stands in the ledger now.
    if (written.new !== counts.new || written.change !== counts.change)
      throw new Error(`import ${row.id} wrote ${JSON.stringify(written)} of ${JSON.stringify(counts)}`)
    const moved = await moveImport(trx, actor.county, row.id, ['committing'], {
      state: 'done',
      counts: JSON.stringify(counts),
      problem: null,
      done: counts.total,
      finished_at: house.clock.now().toISOString(),
    })
    if (!moved) progress.stop()
    progress.signal.throwIfAborted()
    await announceImport(trx, actor.county, row.id)
  })
}

/**
 * Search tokens of new rows wait in a list until it is full and are then sorted into the index together: the longer the
 * list, the fewer the visits to each token. What is left in it at the end is sorted in by library_settle().
 */
async function trustMemory(trx: Trx): Promise<void> {
  await sql`select set_config('gin_pending_list_limit', '65536', true), set_config('work_mem', '65536', true)`.execute(
    trx,
  )
}

/** Plans anew the rows whose record has changed since; where the plan is another one, throws. */
async function requireAsShown(house: House, trx: Trx, actor: Actor, ledger: Ledger, row: ImportRecord): Promise<void> {
  const rows = await movedRows(house, trx, actor, ledger, row)
  if (rows.length === 0) return
  const differing = await replan(house, trx, actor, ledger, row, rows)
  if (differing.length > 0) throw new MovedOn(differing)
}

async function writeAll(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  row: ImportRecord,
  progress: Progress,
): Promise<Pick<ImportCounts, 'new' | 'change'>> {
  const staging = await readStaging(trx, actor.county, row.id, house.master)
  // A reader shows such rows empty; written they would be records of nothing.
  if (!staging.key)
    throw new Fault(409, 'erased', '文件里的内容已经销毁，没有写入任何一条', { why: '请重新上传这份文件' })
  const context = { today: house.clock.today(), master: house.master, reason: reasonOf(row) }
  const own = ownWay(ledger.library.id)
  const tell = (done: number) => {
    progress.signal.throwIfAborted()
    progress.tell(done)
  }
  const batches = (actions: readonly ImportAction[]) => {
    let after = 0
    return async () => {
      const rows = await loadStaged(trx, staging, { after, limit: own?.whole ?? batch, actions })
      after = rows.at(-1)?.row ?? after
      return rows
    }
  }
  if (own) {
    const out = { new: 0, change: 0 }
    const next = batches(['new', 'change'])
    for (let rows = await next(); rows.length > 0; rows = await next()) {
      await own.write({ house, trx, actor, reason: context.reason }, rows)
      out.new += rows.filter((r) => r.target === null).length
      out.change += rows.filter((r) => r.target !== null).length
      tell(out.new + out.change)
    }
    return out
  }
  const nextNew = batches(['new'])
  const made = await insertStream(trx, actor, ledger, async () => (await nextNew()).map(writeOf), context, tell)
  let changed = 0
  const nextChange = batches(['change'])
  for (let rows = await nextChange(); rows.length > 0; rows = await nextChange()) {
    const written = await writeRecords(trx, actor, ledger, rows.map(writeOf), context)
    changed += written.filter((w) => w.done === 'changed').length
    tell(made + changed)
  }
  return { new: made, change: changed }
}

/** Why, in the history of every record. */
const reasonOf = (row: ImportRecord): string =>
  `导入“${row.file_name}”${row.reason ? `：${row.reason}` : ''}`.slice(0, 500)

const writeOf = (row: StagedRow): RecordWrite => ({
  ...(row.target === null ? {} : { id: row.target, version: row.targetVersion ?? 0 }),
  values: row.values,
  ...(row.stage === undefined ? {} : { stage: row.stage }),
  ...(row.stageSince === undefined ? {} : { stageSince: row.stageSince }),
})
