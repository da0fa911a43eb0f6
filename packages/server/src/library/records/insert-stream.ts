// Many new records, batch after batch: while the database writes one, this thread makes the next. All that writeRecords
// promises of a new record holds; all of it in the caller's one transaction.
import { setImmediate as breathe } from 'node:timers/promises'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { Ledger } from '../ledger.ts'
import { idRoom } from '../../live/live.ts'
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
 * Two batches are on their way at a time: the database goes on to the second while this thread still makes room for the
 * third.
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
  const prepare = async ({ writes, ids }: Loaded): Promise<Batch> => {
    // What was asked goes out first.
    await breathe()
    const rows = writes.map((write) => newRow(library, write, context))
    return { rows, prepared: await prepareInsert(actor, ledger, rows, ids.slice(0, rows.length), context.master) }
  }
  const spokesmen = openSpokesmen(ledger)
  const under: Promise<number>[] = []
  let done = 0
  const settleOldest = async () => {
    done += (await under.shift()) ?? 0
    wrote(done)
  }
  let loading = load()
  try {
    for (let loaded = await loading; loaded.writes.length > 0; loaded = await loading) {
      const batch = await prepare(loaded)
      // Asked before the batch is sent: it is answered while that is being written.
      loading = quietly(load())
      under.push(quietly(write(trx, actor, ledger, batch, context)))
      spokesmen.add(batch)
      if (under.length > 1) await settleOldest()
    }
    while (under.length > 0) await settleOldest()
    if (done > 0) await tellRecords(trx, actor, ledger, spokesmen.ids())
  } catch (error) {
    // A failure of one is the failure of all: the others are waited for, so that nothing is left under way. What
    // failed first is what is told, and not that those behind it found the transaction ended.
    const others = await Promise.allSettled([...under, loading])
    const reasons = [error, ...others.flatMap((r): unknown[] => (r.status === 'rejected' ? [r.reason] : []))]
    throw tellDatabase(reasons.find((reason) => !isAborted(reason)) ?? error, library)
  }
  if (context.reason && done > 0) await addReason(trx, actor, context.reason)
  return done
}

/** Its failure is told where it is waited for, which may be later than it fails. */
function quietly<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}

/** "current transaction is aborted": the answer of a statement that was sent before the failure was known. */
const isAborted = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === '25P02'

/** Records of which one stands for all that the same units see; while they are few, each is named. */
function openSpokesmen({ library }: Ledger) {
  const few: number[] = []
  const byUnits = new Map<string, number>()
  let all = 0
  return {
    add({ rows, prepared: { ids } }: Batch) {
      all += ids.length
      for (const [i, { values }] of rows.entries()) {
        const id = ids[i] as number
        if (few.length <= idRoom) few.push(id)
        const units = library.audience.units.map((name) => values[name] ?? '').join('/')
        if (!byUnits.has(units)) byUnits.set(units, id)
      }
    },
    ids: (): readonly number[] => (all <= idRoom ? few : [...byUnits.values()]),
  }
}

/** Answers how many records it wrote. */
async function write(
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  { rows, prepared }: Batch,
  context: WriteContext,
): Promise<number> {
  const { library } = ledger
  const traced = rows.map((row, i) => ({ ...row, id: prepared.ids[i] as number, from: null }))
  // Sent one behind the other and answered in that order: each trip between them would leave the database idle.
  await Promise.all([
    runInsert(trx, prepared),
    writeSteps(trx, actor, library, traced, context),
    writeFileUses(trx, actor, library, traced),
  ])
  return prepared.ids.length
}
