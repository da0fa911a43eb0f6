// The product itself, as `npm start` runs it: built, started on a free port over a folder of its own, and stopped by
// the signal that an operator would send.
import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

export interface Server {
  readonly url: string
  /** Passwords by account name, as the console printed them. */
  readonly passwords: Readonly<Record<string, string>>
  readonly log: string
  readonly stop: () => Promise<void>
}

/**
 * Starts the sample county, and waits for its ledgers. Rejects with the log's end when that takes two minutes
 * (a stale build is made anew first). */
export async function startServer(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'yipanqi-e2e-'))
  // The embedded database runs under an unprivileged user, who must reach the folder.
  chmodSync(folder, 0o755)
  const log = join(folder, 'server.log')
  const out = openSync(log, 'a')
  // Not under the test runner's own marks, and never on somebody's real database.
  const { DATABASE_URL: _app, DATABASE_OWNER_URL: _owner, NODE_ENV: _mode, VITEST: _runner, ...env } = process.env
  const child = spawn(
    process.execPath,
    ['packages/server/bin/yipanqi.js', 'serve', '--sample', '--port', '0', '--data', join(folder, 'data')],
    { cwd: root, env: { ...env, HOST: '127.0.0.1' }, stdio: ['ignore', out, out] },
  )
  closeSync(out)
  const stop = async (): Promise<void> => {
    await end(child)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const printed = await waitForLine(log, child, /^样例台账已备齐$/m)
    const passwords = Object.fromEntries(
      [...printed.matchAll(/^account (\S+) (\S+) \S+$/gm)].map(([, name, password]) => [name, password]),
    ) as Record<string, string>
    return { url: /^listening (http:\S+)$/m.exec(printed)?.[1] ?? '', passwords, log, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function waitForLine(log: string, child: ChildProcess, line: RegExp): Promise<string> {
  for (let waited = 0; waited < 120_000; waited += 100) {
    const text = existsSync(log) ? readFileSync(log, 'utf8') : ''
    if (line.test(text)) return text
    if (child.exitCode !== null) throw new Error(`服务没有启动：\n${text.slice(-2000)}`)
    await new Promise((settle) => setTimeout(settle, 100))
  }
  throw new Error(`两分钟内没有启动：\n${readFileSync(log, 'utf8').slice(-2000)}`)
}

/** SIGTERM as an operator sends it; only a server that does not end in time is killed. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise<void>((settle) => child.once('exit', () => settle()))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 20_000)
  await ended
  clearTimeout(timer)
}

/** What went wrong on the server: the lines of warning and worse, newest last. */
export function troubles(log: string): string {
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : []
  return lines
    .filter(
      (line) =>
        /"level":(4|5|6)0/.test(line) || (line.length > 0 && !/^(\{|account |metrics |listening |样例台账)/.test(line)),
    )
    .slice(-20)
    .join('\n')
}
