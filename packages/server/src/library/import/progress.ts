// How far an import has come, told while its transaction is still open; and the one way to hear that it was cancelled.
import { systemActor } from '../../db/actor.ts'
import type { House } from '../../house.ts'
import { announceImport } from './announce.ts'

export interface Progress {
  readonly signal: AbortSignal
  /** Rows done so far; written at most once a second, by a connection of its own. */
  tell(done: number): void
  stop(): void
  /** When the last word is written. */
  settled(): Promise<void>
}

/** The reason of an import that was stopped by its clerk. */
export class Cancelled extends Error {}

const everyMs = 1000

export function openProgress(
  house: House,
  county: string,
  id: number,
  state: 'reading' | 'committing',
  controller: AbortController,
): Progress {
  let last = performance.now()
  let writing: Promise<void> = Promise.resolve()
  const write = async (before: Promise<void>, done: number) => {
    await before
    const stands = await house.db.withActor(systemActor(county, `import:${id}`), async (trx) => {
      const moved = await trx
        .updateTable('library_import')
        .set({ done })
        .where('county', '=', county)
        .where('id', '=', id)
        .where('state', '=', state)
        .executeTakeFirst()
      if (moved.numUpdatedRows === 0n) return false
      await announceImport(trx, county, id)
      return true
    })
    // Cancelled, perhaps through another process.
    if (!stands) controller.abort(new Cancelled('cancelled'))
  }
  return {
    signal: controller.signal,
    tell(done) {
      if (performance.now() - last < everyMs) return
      last = performance.now()
      writing = write(writing, done).catch(() => undefined)
    },
    stop: () => controller.abort(new Cancelled('cancelled')),
    settled: () => writing,
  }
}
