import { spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, writeFileSync, chownSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { withFolderLock } from './folder-lock.ts'
import { joinUsers } from './in-use.ts'
import { clearStalePid } from './clear-stale-pid.ts'
import { choosePlace, type Place } from './place.ts'
import { readSecrets, type DatabaseSecrets } from './secrets.ts'

export interface Embedded {
  readonly place: Place
  /** True when a database was already running there (an orphan of a killed process, or a server at work). */
  readonly adopted: boolean
  readonly app: pg.PoolConfig
  readonly owner: pg.PoolConfig
  readonly superuser: pg.PoolConfig
  /** Starts it again after it died underneath us. */
  revive(): Promise<void>
  /** Leaves the database; stops it when no other process is at work on it. */
  stop(): Promise<void>
}

const roles = { superuser: 'postgres', owner: 'yipanqi_owner', app: 'yipanqi_app', reader: 'yipanqi_reader' } as const
const database = 'yipanqi'

/**
 * Starts the embedded PostgreSQL of a data folder, or adopts the one that runs there. No TCP, a private socket, its own
 * process group (a Ctrl-C in the terminal reaches us first, so that we can drain before it stops).
 */
export async function startDatabase(dataDir: string): Promise<Embedded> {
  return withFolderLock(dataDir, async () => {
    const place = choosePlace(dataDir)
    const secrets = readSecrets(dataDir)
    if (!existsSync(join(place.cluster, 'PG_VERSION'))) initialise(place, secrets)
    const adopted = runningPid(place) !== null
    const connection = (role: keyof typeof roles, db = database): pg.PoolConfig => ({
      host: place.socket,
      user: roles[role],
      password: secrets[role],
      database: db,
    })
    await untilReady(connection('superuser', 'postgres'), place)
    await ensureRoles(connection('superuser', 'postgres'), secrets)
    let use = await joinUsers(connection('superuser', 'postgres'))
    return {
      place,
      adopted,
      app: connection('app'),
      owner: connection('owner'),
      superuser: connection('superuser'),
      revive: () =>
        withFolderLock(dataDir, async () => {
          await untilReady(connection('superuser', 'postgres'), place)
          use = await joinUsers(connection('superuser', 'postgres'))
        }),
      stop: () =>
        withFolderLock(dataDir, async () => {
          if (await use.leave().catch(() => true)) await stop(place)
        }),
    }
  })
}

function initialise(place: Place, secrets: DatabaseSecrets): void {
  const passwordFile = `${place.cluster}.pw`
  rmSync(place.cluster, { recursive: true, force: true })
  writeFileSync(passwordFile, secrets.superuser, { mode: 0o600 })
  if (place.user.other) chownSync(passwordFile, place.user.uid, place.user.gid)
  try {
    const run = spawnSync(
      join(place.native, 'bin', 'initdb'),
      // C.UTF-8: under lc_ctype C the text tools drop Chinese; ICU collations are named where order is wanted.
      [
        '-D',
        place.cluster,
        '-U',
        roles.superuser,
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--locale=C.UTF-8',
        '--encoding=UTF8',
        '--no-sync',
      ],
      { ...place.user.spawn, cwd: '/', encoding: 'utf8' },
    )
    if (run.status !== 0) throw new Error(`内置数据库初始化失败：${run.stderr || run.error?.message || ''}`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

/** Starts the postmaster; answers whether it has ended meanwhile. */
function launch(place: Place): () => boolean {
  const log = openSync(place.log, 'a', 0o600)
  const settings = {
    listen_addresses: '',
    unix_socket_directories: place.socket,
    unix_socket_permissions: '0700',
    timezone: 'Asia/Shanghai',
    log_timezone: 'Asia/Shanghai',
    max_connections: '100',
    // For a county's server of 4 to 8 GB: an import of 100,000 rows with its indexes and its audit fits, so that it does
    // not wait for pages to be written out. Taken from the machine only as it fills.
    shared_buffers: '512MB',
    // Such an import writes some 700 MB of log. A checkpoint in its middle would write every page a second time; more
    // than this would have to be read again after a crash.
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    wal_compression: 'on',
    jit: 'off',
    log_min_messages: 'warning',
    // Details and statements of errors carry rows and values: what people wrote belongs in no log.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    // A statement that hangs must not hold a clerk's row for ever.
    idle_in_transaction_session_timeout: '60s',
  }
  const args = ['-D', place.cluster, ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`])]
  const child = spawn(join(place.native, 'bin', 'postgres'), args, {
    ...place.user.spawn,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  })
  let ended = false
  for (const event of ['exit', 'error'] as const) child.once(event, () => (ended = true))
  child.unref()
  closeSync(log)
  return () => ended
}

/** The postmaster's pid when one lives, null otherwise (a pid file left by a crash does not count). */
export function runningPid(place: Place): number | null {
  let pid: number
  try {
    pid = Number(readFileSync(join(place.cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    // None there, or it went away this moment with a database that stopped.
    return null
  }
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return null
  // The number may belong to another program by now.
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(place.cluster) ? pid : null
  } catch {
    return pid
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Launches the database where none runs, and asks until it lets us in: after a crash it says "starting up" for some
 * seconds; one that was just stopping when we came is launched anew when it is gone.
 */
async function untilReady(config: pg.PoolConfig, place: Place): Promise<void> {
  const until = Date.now() + 60_000
  let launches = 0
  let ended = () => true
  for (;;) {
    if (ended() && runningPid(place) === null) {
      // Killed hard, its last sessions may hold its memory for a moment longer.
      if (launches > 0) await wait(300)
      if (launches === 10) throw new Error(`内置数据库起不来：${lastLines(place.log)}（日志：${place.log}）`)
      launches += 1
      clearStalePid(place.cluster)
      ended = launch(place)
    }
    const client = new pg.Client(config)
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      await client.end().catch(() => undefined)
      if (Date.now() > until) {
        throw new Error(`内置数据库 60 秒没有就绪：${(error as Error).message}（日志：${place.log}）`, { cause: error })
      }
      await wait(20)
    }
  }
}

function lastLines(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').slice(-2).join(' ').slice(-400) : '没有日志'
}

async function ensureRoles(config: pg.PoolConfig, secrets: DatabaseSecrets): Promise<void> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    const known = await client.query<{ datname: string }>('select datname from pg_database where datname = $1', [
      database,
    ])
    if (known.rowCount) return
    for (const role of ['owner', 'app', 'reader'] as const) {
      // A first start that died half-way has some of them.
      await client.query(`drop role if exists ${roles[role]}`)
      await client.query(
        `create role ${roles[role]} login nosuperuser nobypassrls nocreatedb nocreaterole password ${client.escapeLiteral(secrets[role])}`,
      )
    }
    await client.query(
      `create database ${database} owner ${roles.owner} template template0 encoding 'UTF8' locale 'C.UTF-8'`,
    )
  } finally {
    await client.end()
  }
}

/** Fast shutdown: sessions are ended, everything committed is kept. Returns when the postmaster is gone. */
async function stop(place: Place): Promise<void> {
  const pid = runningPid(place)
  if (pid === null) return
  process.kill(pid, 'SIGINT')
  for (let i = 0; i < 600 && runningPid(place) === pid; i += 1) await wait(20)
}
