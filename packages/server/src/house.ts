import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import type { Config } from './config/keys.ts'
import type { Db } from './db/with-actor.ts'
import type { FileStore } from './files/store.ts'
import type { Live } from './live/live.ts'

/** What every room of the server needs, passed by hand: no globals. */
export interface House {
  readonly config: Config
  readonly db: Db
  readonly clock: Clock
  readonly log: Logger
  readonly live: Live
  readonly files: FileStore
  /** Master key of personal facts. */
  readonly master: Uint8Array
}
