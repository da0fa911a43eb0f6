import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Embedded } from '../db/launcher/start-database.ts'
import { holdFolder, type Hold } from '../single.ts'

/**
 * Watches the embedded database of a running server: when it dies (killed, out of memory), it is started again and the
 * folder is held anew; meanwhile requests are answered 503. Stops watching on release.
 */
export function keepDatabase(embedded: Embedded, first: Hold, log: Logger): { release(): Promise<void> } {
  let hold = first
  const stopping = new AbortController()
  const isStopping = () => stopping.signal.aborted
  const bringBack = async (): Promise<Hold> => {
    await embedded.revive()
    const next = await holdFolder(embedded.superuser)
    if ('release' in next) return next
    throw new Error(`the folder was taken by pid ${next.heldBy}`)
  }
  const watch = async () => {
    await hold.lost
    log.error({ place: embedded.place.cluster }, 'the database died')
    while (!isStopping()) {
      try {
        hold = await bringBack()
        log.warn('the database is back')
        void watch()
        return
      } catch (error) {
        log.error({ error: (error as Error).message }, 'the database is away')
        await wait(2000, undefined, { signal: stopping.signal }).catch(() => undefined)
      }
    }
  }
  void watch()
  return {
    async release() {
      stopping.abort()
      await hold.release()
    },
  }
}
