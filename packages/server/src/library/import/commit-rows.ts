// committing → done: the chosen rows into the ledger, in one transaction that also says done. One such transaction at a
// time in a ledger; what the preview showed is what is written, or nothing is.
import type { ImportCounts } from '@yipanqi/model/libraries/index.ts'
import { mayInLibrary } from '@yipanqi/model/libraries/index.ts'
import { sql } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import { Fault } from '../../http/fault.ts'
import type { House } from '../../house.ts'
import type { Ledger } from '../ledger.ts'
import { writeRecords, type RecordWrite } from '../records/write-records.ts'
import { announceImport } from './announce.ts'
import { countRows } from './clashes.ts'
import { holdImport } from './hold-import.ts'
import { moveImport, type ImportRecord } from './import-row.ts'
import type { Progress } from './progress.ts'
import { ownWay } from './own-way.ts'
import { movedRows, replan } from './replan.ts'
import { eraseKey, loadStaged, readStaging, type StagedRow } from './staging.ts'

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
    const written = await writeAll(house, trx, actor, ledger, row, progress)
    // Never done and not done: what was counted on the screen stands in the ledger now.
    if (written.new !== counts.new || written.change !== counts.change)
      throw new Error(`import ${row.id} wrote ${JSON.stringify(written)} of ${JSON.stringify(counts)}`)
    await eraseKey(trx, actor.county, row.id)
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

/** Plans anew the rows whose record has changed since; where the plan is another one, throws. */
async function requireAsShown(house: House, trx: Trx, actor: Actor, ledger: Ledger, row: ImportRecord): Promise<void> {
  const rows = await movedRows(trx, actor, ledger, row)
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
  const context = { today: house.clock.today(), master: house.master, reason: reasonOf(row) }
  const out = { new: 0, change: 0 }
  const own = ownWay(ledger.library.id)
  for (let after = 0; ; ) {
    const rows = await loadStaged(trx, staging, { after, limit: batch, actions: ['new', 'change'] })
    const last = rows.at(-1)
    if (!last) return out
    if (own) {
      await own.write({ house, trx, actor, reason: context.reason }, rows)
      out.new += rows.filter((r) => r.target === null).length
      out.change += rows.filter((r) => r.target !== null).length
    } else {
      const written = await writeRecords(trx, actor, ledger, rows.map(writeOf), context)
      for (const { done } of written) {
        if (done === 'created') out.new += 1
        else if (done === 'changed') out.change += 1
      }
    }
    progress.signal.throwIfAborted()
    progress.tell(last.row)
    after = last.row
  }
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
