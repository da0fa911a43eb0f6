// Where the embedded database lives: in the data folder when its user can reach that, otherwise in a folder of its own
// that is printed once.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { canRun, copyNative, findNative } from './binaries.ts'
import { databaseUser, type DatabaseUser } from './database-user.ts'

export interface Place {
  readonly native: string
  readonly cluster: string
  /** Folder of the private socket. */
  readonly socket: string
  readonly log: string
  readonly user: DatabaseUser
  /** Set when the data folder was out of reach: what was taken instead, to be printed. */
  readonly notice: string | null
}

/** Unix sockets have room for 107 bytes of path, ".s.PGSQL.5432" included. */
const socketRoom = 90

export function choosePlace(dataDir: string): Place {
  const user = databaseUser()
  const data = resolve(dataDir)
  const tag = createHash('sha256').update(data).digest('hex').slice(0, 12)
  let root = join(data, 'postgres')
  let notice: string | null = null
  mkdirSync(data, { recursive: true })
  if (!reaches(root, user)) {
    root = join(existsSync('/var/lib') ? '/var/lib' : '/tmp', `yipanqi-${tag}`)
    notice = `数据库用户（uid ${user.uid}）进不了 ${data}，内置数据库改放在 ${root}`
    if (!reaches(root, user)) throw new Error(`内置数据库无处可放：uid ${user.uid} 进不了 ${data}，也进不了 ${root}`)
  }
  let native = findNative()
  if (!canRun(native, user)) native = copyNative(native, join(root, 'native'))
  const own = join(root, 'run')
  const socket = Buffer.byteLength(own) <= socketRoom ? own : join('/tmp', `yipanqi-${tag}-run`)
  hand(socket, user)
  return { native, cluster: join(root, 'cluster'), socket, log: join(root, 'postgres.log'), user, notice }
}

/** Makes the folder, hands it over and tries it as that user: permissions of every parent count. */
function reaches(folder: string, user: DatabaseUser): boolean {
  hand(folder, user)
  if (!user.other) return true
  const run = spawnSync('/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', folder], { ...user.spawn, cwd: '/' })
  return run.status === 0
}

function hand(folder: string, user: DatabaseUser): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!user.other) return
  chownSync(folder, user.uid, user.gid)
  chmodSync(folder, 0o700)
}
