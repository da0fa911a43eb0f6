// Many new records, batch after batch: while the database writes one, this thread makes the next. All that writeRecords
// promises of a new record holds; all of it in the caller's one transaction.
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

interface Batch {
  readonly rows: readonly FullRow[]
  readonly prepared: PreparedInsert
}

/**
 * @param next the next batch, empty at the end; asked while nothing else is under way in the transaction
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
  const load = async () => {
    const writes = await next()
    return { writes, ids: writes.length === 0 ? [] : await takeIds(trx, library.id, writes.length) }
  }
  const prepare = async ({ writes, ids }: Awaited<ReturnType<typeof load>>): Promise<Batch | null> => {
    if (writes.length === 0) return null
    const rows = writes.map((write) => newRow(library, write, context))
    return { rows, prepared: await prepareInsert(actor, ledger, rows, ids, context.master) }
  }
  let done = 0
  try {
    for (let batch = await prepare(await load()); batch; ) {
      const loaded = await load()
      const running = write(trx, actor, ledger, batch, context)
      // A failure of either is one failure: the other is waited for, so that nothing is left under way.
      const [written, following] = await Promise.allSettled([running, prepare(loaded)])
      if (written.status === 'rejected') throw written.reason
      if (following.status === 'rejected') throw following.reason
      done += batch.prepared.ids.length
      wrote(done)
      batch = following.value
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
  await runInsert(trx, prepared)
  const traced = rows.map((row, i) => ({ ...row, id: prepared.ids[i] as number, from: null }))
  await writeSteps(trx, actor, library, traced, context)
  await writeFileUses(trx, actor, library, traced)
  await tellRecords(trx, actor, ledger, prepared.ids)
}
