// Many new records, batch after batch: while the database writes one, this thread makes the next. All that writeRecords
// promises of a new record holds; all of it in the caller's one transaction.
import { setImmediate as breathe } from 'node:timers/promises'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { Ledger } from '../ledger.ts'
import { prepareInsert, runInsert, takeIds, type PreparedInsert } from './insert-rows.ts'
import { addReason } from './reason.ts'
import { tellDatabase } from './refuse-record.ts'
import { tellRecords } from './tell-records.ts'
import { newRow, type RecordWrite, type WriteContext } from './write-records.ts'
import type { FullRow } from './write-rows.ts'
import { writeFileUses, writeSteps } from './write-traces.ts'

/** Records of a batch. Ids are taken for so many before it is known how few the last one has. */
const most = 1000

interface Loaded {
  readonly writes: readonly RecordWrite[]
  readonly ids: readonly number[]
}

interface Batch {
  readonly rows: readonly FullRow[]
  readonly prepared: PreparedInsert
}

/**
 * @param next the next batch of at most `most` records, empty at the end; what it asks is answered after the batch before
 * it was written
 * @param wrote told after each batch how many stand so far
 */
export async function insertStream(
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  next: () => Promise<readonly RecordWrite[]>,
  context: WriteContext,
  wrote: (records: number) => void,
): Promise<number> {
  const { library } = ledger
  // Asked behind the batch that is being written, so that the database never waits for this thread to ask.
  const load = async (): Promise<Loaded> => {
    const [writes, ids] = await Promise.all([next(), takeIds(trx, library.id, most)])
    if (writes.length > most) throw new Error(`a batch of ${writes.length} rows, at most ${most}`)
    return { writes, ids }
  }
  const prepare = async ({ writes, ids }: Loaded): Promise<Batch | null> => {
    if (writes.length === 0) return null
    // What was asked goes out first.
    await breathe()
    const rows = writes.map((write) => newRow(library, write, context))
    return { rows, prepared: await prepareInsert(actor, ledger, rows, ids.slice(0, rows.length), context.master) }
  }
  let done = 0
  try {
    let loaded = await load()
    for (let batch = await prepare(loaded); batch; ) {
      if (done === 0) loaded = await load()
      const running = write(trx, actor, ledger, batch, context)
      const loading = loaded.writes.length === 0 ? loaded : load()
      // A failure of one is the failure of all: the others are waited for, so that nothing is left under way.
      const [written, following, after] = await Promise.allSettled([running, prepare(loaded), loading])
      if (written.status === 'rejected') throw written.reason
      if (following.status === 'rejected') throw following.reason
      if (after.status === 'rejected') throw after.reason
      done += batch.prepared.ids.length
      wrote(done)
      batch = following.value
      loaded = after.value
    }
  } catch (error) {
    throw tellDatabase(error, library)
  }
  if (context.reason && done > 0) await addReason(trx, actor, context.reason)
  return done
}

async function write(
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  { rows, prepared }: Batch,
  context: WriteContext,
): Promise<void> {
  const { library } = ledger
  const traced = rows.map((row, i) => ({ ...row, id: prepared.ids[i] as number, from: null }))
  // Sent one behind the other and answered in that order: each trip between them would leave the database idle.
  await Promise.all([
    runInsert(trx, prepared),
    writeSteps(trx, actor, library, traced, context),
    writeFileUses(trx, actor, library, traced),
    tellRecords(trx, actor, ledger, prepared.ids),
  ])
}
