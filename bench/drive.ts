// What the list benches share: starting both servers, logging in, driving them in turn, telling what came out.
import autocannon from 'autocannon'
import { spawn, type ChildProcess } from 'node:child_process'
import { cpus, loadavg, totalmem } from 'node:os'
import { processorTime } from './processor-time.ts'

export const CONNECTIONS = 20
export const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 6)
const WARM_SECONDS = 8
const RUNS = Number(process.env['BENCH_RUNS'] ?? 3)
export const COUNTY = '000999'

export interface Run {
  readonly rate: number
  readonly p97_5: number
  readonly failed: number
  /** Milliseconds of server and database a request. */
  readonly cpu: number
}

/** As `npm start` runs the product; the peer gets the same. */
const asStarted = ['--max-semi-space-size=32']

/** Starts a program and waits for the line that says where it listens. */
export function start(args: string[]): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [...asStarted, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((settle, reject) => {
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}`)))
    child.stdout?.on('data', (chunk: Buffer) => {
      const url = /listening (http:\S+)/.exec(chunk.toString())?.[1]
      if (url) settle({ child, url })
    })
  })
}

export async function signIn(url: string, account: string): Promise<{ token: string; unit: number }> {
  const headers = { 'Content-Type': 'application/json' }
  const body = JSON.stringify({ account, password: 'bench-password-1', token: true })
  const session = await fetch(`${url}/api/v1/sessions`, { method: 'POST', headers, body })
  const { token } = (await session.json()) as { token: string }
  const me = await fetch(`${url}/api/v1/me`, { headers: { Authorization: `Bearer ${token}` } })
  return { token, unit: ((await me.json()) as { unit: { id: number } }).unit.id }
}

export async function drive(
  url: string,
  headers: Record<string, string>,
  program: number,
  postmaster: number,
): Promise<Run> {
  const before = processorTime(program, postmaster)
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: SECONDS })
  const after = processorTime(program, postmaster)
  const cpu = before === null || after === null ? Number.NaN : (after - before) / Math.max(1, result.requests.total)
  return { cpu, rate: result.requests.average, p97_5: result.latency.p97_5, failed: result.non2xx + result.errors }
}

export interface Side {
  readonly url: string
  readonly headers: Record<string, string>
  readonly pid: number
}

/** Both sides turn about, so that a busy neighbour hits both; the median run of each. */
export async function inTurn(product: Side, peer: Side, postmaster: number): Promise<{ product: Run; peer: Run }> {
  // What a compiler has yet to see would be measured as the program's own.
  for (const side of [product, peer])
    await autocannon({ url: side.url, headers: side.headers, connections: CONNECTIONS, duration: WARM_SECONDS })
  const [mine, theirs]: [Run[], Run[]] = [[], []]
  for (let run = 0; run < RUNS; run += 1) {
    mine.push(await drive(product.url, product.headers, product.pid, postmaster))
    theirs.push(await drive(peer.url, peer.headers, peer.pid, postmaster))
  }
  return { product: middle(mine), peer: middle(theirs) }
}

export const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

function middle(runs: Run[]): Run {
  return {
    rate: median(runs.map((r) => r.rate)),
    p97_5: median(runs.map((r) => r.p97_5)),
    cpu: median(runs.map((r) => r.cpu)),
    failed: runs.reduce((sum, r) => sum + r.failed, 0),
  }
}

/** The machine and the rules of the run, in one line. */
export const conditions = (): string =>
  `${new Date().toISOString().slice(0, 10)}  Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ` +
  `${Math.round(totalmem() / 2 ** 30)} GB, load ${loadavg()[0]?.toFixed(1)} before; ` +
  `${CONNECTIONS} connections, ${WARM_SECONDS} s to warm up, ${SECONDS} s, median of ${RUNS}; driver, both servers and the database share the machine`
