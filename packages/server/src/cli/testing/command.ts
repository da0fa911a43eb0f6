// The product as an operator meets it: real processes, real folders, ended by pid.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

export const root = fileURLToPath(new URL('../../../../..', import.meta.url))
const bin = join(root, 'packages/server/bin/yipanqi.js')

export interface Setting {
  readonly env?: Record<string, string>
  readonly uid?: number
  readonly cwd?: string
  /** A sample's ledgers are not waited for. */
  readonly untilListening?: boolean
}

function options({ env = {}, uid, cwd = root }: Setting) {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([k]) => !/^(DATABASE_|YIPANQI_|HOST$|PORT$|VITEST|NODE_ENV)/.test(k)),
  )
  return { cwd, env: { ...inherited, ...env }, ...(uid === undefined ? {} : { uid, gid: uid }) }
}

/** Builds what is stale, so that no process of a test has to. */
export function build(): void {
  const run = spawnSync(
    process.execPath,
    ['-e', "import('./scripts/build.mjs').then(({ buildIfStale }) => buildIfStale())"],
    { cwd: root, encoding: 'utf8' },
  )
  if (run.status !== 0) throw new Error(`build: ${run.stderr}`)
}

export interface Outcome {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs a command to its end. */
export function command(args: readonly string[], setting: Setting = {}): Promise<Outcome> {
  const child = spawn(process.execPath, [bin, ...args], { ...options(setting), stdio: ['ignore', 'pipe', 'pipe'] })
  return outcomeOf(child)
}

function outcomeOf(child: ChildProcess): Promise<Outcome> {
  let out = ''
  let err = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text))
  return new Promise((settle) => child.once('close', (code) => settle({ code, out, err })))
}

export interface Account {
  readonly name: string
  readonly password: string
  readonly role: string
}

export interface Server {
  readonly pid: number
  /** `http://127.0.0.1:PORT` */
  readonly address: string
  readonly metrics: string
  readonly accounts: readonly Account[]
  /** Everything that stood on standard output and error so far. */
  output(): string
  /** Ends the reading of its output, as a closed terminal does. */
  closeEars(): void
  /** How it ended. */
  readonly ended: Promise<Outcome>
  /** SIGTERM, and its end. */
  stop(): Promise<Outcome>
  /** kill -9. */
  kill(): Promise<Outcome>
}

const running = new Set<ChildProcess>()
/** Less than a test may take, so that the test tells what the server said. */
const patience = 90_000

/**
 * Starts `serve --port 0` and waits for its `listening` line, and with --sample for its ledgers; throws with what it
 * said when it ends before.
 */
export async function serve(args: readonly string[], setting: Setting = {}): Promise<Server> {
  const child = spawn(process.execPath, [bin, 'serve', '--port', '0', ...args], {
    ...options(setting),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let text = ''
  const ended = outcomeOf(child)
  void ended.then(() => running.delete(child))
  const listening = new Promise<string>((settle) => {
    const look = (chunk: string) => {
      text += chunk
      const found = /^listening (\S+)$/m.exec(text)
      if (found?.[1] && (setting.untilListening || !args.includes('--sample') || text.includes('样例台账已备齐')))
        settle(found[1])
    }
    child.stdout?.on('data', look)
    child.stderr?.on('data', look)
  })
  const late = new Promise<never>((_, reject) =>
    setTimeout(
      () => reject(new Error(`serve is not ready after ${patience / 1000} s: ${text.slice(-2000)}`)),
      patience,
    ).unref(),
  )
  const address = await Promise.race([listening, ended.then((e) => e), late])
  if (typeof address !== 'string') throw new Error(`serve ended with ${address.code}: ${address.err}${address.out}`)
  const signal = (name: NodeJS.Signals) => () => {
    child.kill(name)
    return ended
  }
  return {
    pid: child.pid ?? 0,
    address,
    metrics: /^metrics (\S+)$/m.exec(text)?.[1] ?? '',
    accounts: [...text.matchAll(/^account (\S+) (\S+) (\S+)$/gm)].map(([, name = '', password = '', role = '']) => ({
      name,
      password,
      role,
    })),
    output: () => text,
    closeEars() {
      child.stdout?.destroy()
      child.stderr?.destroy()
    },
    ended,
    stop: signal('SIGTERM'),
    kill: signal('SIGKILL'),
  }
}

const folders: string[] = []

/** A folder of its own that the database's user may enter; `owner` gives it to an ordinary user. */
export function scratchFolder(mode = 0o755, owner?: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'yipanqi-cli-'))
  if (owner !== undefined) chownSync(folder, owner, owner)
  chmodSync(folder, mode)
  folders.push(folder)
  return folder
}

/** Ends what a failed test left: servers, databases of the folders made here, the folders. */
export async function cleanUp(more: readonly string[] = []): Promise<void> {
  for (const child of running) child.kill('SIGKILL')
  for (const folder of [...folders.splice(0), ...more]) {
    const pid = postmasterOf(folder)
    if (pid) await endProcess(pid)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The pid of the database in a data folder (or below the folder of one). */
export function postmasterOf(folder: string): number | null {
  for (const place of ['data/postgres', 'postgres', '.']) {
    try {
      const pid = Number(readFileSync(join(folder, place, 'cluster/postmaster.pid'), 'utf8').split('\n')[0])
      if (pid > 0 && isAlive(pid)) return pid
    } catch {
      // Not here.
    }
  }
  return null
}

async function endProcess(pid: number): Promise<void> {
  process.kill(pid, 'SIGQUIT')
  for (let i = 0; i < 200 && isAlive(pid); i += 1) await new Promise((settle) => setTimeout(settle, 20))
}

export function isAlive(pid: number): boolean {
  try {
    // A zombie is dead, whoever has not yet taken note of it.
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

/** Logs in over HTTP; answers the status and the token. */
export async function logIn(server: Server, account: string, password: string) {
  const response = await fetch(`${server.address}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ account, password, token: true }),
  })
  const body = (await response.json()) as { token?: string }
  return { status: response.status, headers: { Authorization: `Bearer ${body.token ?? ''}` } }
}

const roles = { superuser: 'postgres', owner: 'yipanqi_owner', app: 'yipanqi_app' } as const

/** How a role reaches the database of a data folder. */
export function connection(dataDir: string, role: keyof typeof roles): pg.PoolConfig {
  const secrets = JSON.parse(readFileSync(join(dataDir, 'keys/database.json'), 'utf8')) as Record<string, string>
  return {
    host: join(dataDir, 'postgres/run'),
    user: roles[role],
    password: secrets[role] ?? '',
    database: 'yipanqi',
  }
}

/** A superuser's connection to the database of a data folder: for tampering and for looking. */
export async function superuser(dataDir: string): Promise<pg.Client> {
  const client = new pg.Client(connection(dataDir, 'superuser'))
  client.on('error', () => undefined)
  await client.connect()
  return client
}
