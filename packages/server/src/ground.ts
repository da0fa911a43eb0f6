// Opens the house: configuration → database → keys → files → live. Commands open as much of it as they need.
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { pino } from 'pino'
import { systemClock, type Clock } from './clock.ts'
import type { Config } from './config/keys.ts'
import { ConfigError } from './config/read-config.ts'
import { startDatabase, type Embedded } from './db/launcher/start-database.ts'
import { migrate, type MigrationResult, type RoleNames } from './db/migrate.ts'
import { readMasterKey } from './db/personal/master-key.ts'
import { openDb } from './db/with-actor.ts'
import { diskStore } from './files/store.ts'
import type { House } from './house.ts'
import { openLive } from './live/live.ts'

/** Where the database is: ours, or a real server's two URLs. */
export interface Ground {
  readonly embedded: Embedded | null
  readonly app: pg.PoolConfig
  /** Null for a server process on a real server: only migrate, backup and restore hold the owner's URL. */
  readonly owner: pg.PoolConfig | null
  readonly roles: RoleNames
}

export async function openGround(config: Config): Promise<Ground> {
  mkdirSync(resolve(config.dataDir), { recursive: true })
  if (config.databaseUrl === null) {
    if (config.databaseOwnerUrl !== null)
      throw new ConfigError('设了 DATABASE_OWNER_URL 却没有设 DATABASE_URL：两个要一起设，或者都不设（用内置数据库）')
    const embedded = await startDatabase(resolve(config.dataDir))
    return {
      embedded,
      app: embedded.app,
      owner: embedded.owner,
      roles: { app: 'yipanqi_app', reader: 'yipanqi_reader' },
    }
  }
  const external = (connectionString: string) => ({ connectionString, connectionTimeoutMillis: 10_000 })
  const app = external(config.databaseUrl)
  // The driver's own reading: a URL with a socket (postgres://user@/db?host=/run) has no host that URL would take.
  const user = new pg.Client(app).user ?? 'yipanqi_app'
  return {
    embedded: null,
    app,
    owner: config.databaseOwnerUrl === null ? null : external(config.databaseOwnerUrl),
    roles: { app: user, reader: 'yipanqi_reader' },
  }
}

export function ownerOf(ground: Ground): pg.PoolConfig {
  if (ground.owner) return ground.owner
  throw new Error('这个命令要用属主角色：请设置 DATABASE_OWNER_URL 后再运行')
}

export function migrateGround(ground: Ground): Promise<MigrationResult> {
  return migrate(ownerOf(ground), ground.roles)
}

/** @param ground What of it a house stands on: the application's way to the database. */
export async function openHouse(
  config: Config,
  ground: Pick<Ground, 'app'>,
  clock: Clock = systemClock(),
): Promise<House> {
  const data = resolve(config.dataDir)
  const log = openLog(config.logLevel)
  const files = join(data, 'files')
  mkdirSync(files, { recursive: true, mode: 0o700 })
  const master = readMasterKey(data)
  const live = await openLive(ground.app, (error) => log.warn({ error: error.message }, 'live'))
  return { config, db: openDb(ground.app, config.poolSize), clock, log, live, files: diskStore(files), master }
}

/**
 * Lines are gathered for at most a quarter of a second (a write each cost an eighth of a request); warnings and worse
 * go out at once, and all at exit. Several processes write to one pipe: up to 4,096 bytes arrive whole, so what is
 * gathered stays below it by the length of a line.
 */
function openLog(level: Config['logLevel']): pino.Logger {
  const destination = pino.destination({ dest: 1, sync: false, minLength: 3072 })
  setInterval(() => destination.flush(), 250).unref()
  const hooks: pino.LoggerOptions['hooks'] = {
    logMethod(args, method, severity) {
      method.apply(this, args)
      if (severity >= pino.levels.values['warn']!) destination.flush()
    },
  }
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, hooks }, destination)
}

/** Closes what the house holds; a statement that hangs is not waited for longer than 2 seconds. */
export async function closeHouse(house: House): Promise<void> {
  await house.live.close()
  await Promise.race([house.db.close(), wait(2000, undefined, { ref: false })])
}
