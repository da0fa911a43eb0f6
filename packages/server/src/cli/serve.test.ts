// One sample folder through its life: first start, a rival, work in hand while it stops, deaths, later starts.
import { systemClock } from '../clock.ts'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  build,
  cleanUp,
  command,
  isAlive,
  logIn,
  postmasterOf,
  scratchFolder,
  serve,
  superuser,
  type Account,
  type Server,
} from './testing/command.ts'

let data: string
let server: Server
let accounts: readonly Account[]

const credentials = (of: Server): [string, string] => {
  const { name, password } = of.accounts.find((a) => a.role === 'dispatcher') as Account
  return [name, password]
}
const today = () => systemClock().today()
const dispatcher = () => accounts.find((a) => a.role === 'dispatcher') as Account

beforeAll(async () => {
  build()
  data = join(scratchFolder(), 'data')
  server = await serve(['--sample', '--data', data])
  accounts = server.accounts
})
afterAll(() => cleanUp())

describe('first start', () => {
  it('prints accounts with passwords of their own, and keeps them for the owner’s eyes', async () => {
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(accounts.length).toBeGreaterThan(5)
    expect(new Set(accounts.map((a) => a.password)).size).toBe(accounts.length)
    expect(new Set(accounts.map((a) => a.role))).toContain('dispatcher')
    for (const file of ['sample-accounts.json', 'database.json', 'master.key'])
      expect(statSync(join(data, 'keys', file)).mode & 0o777).toBe(0o600)
    const { status, headers } = await logIn(server, dispatcher().name, dispatcher().password)
    expect(status).toBe(201)
    const me = await fetch(`${server.address}/api/v1/me`, { headers })
    expect(await me.json()).toMatchObject({ account: { post: 'dispatcher' } })
  })

  it('answers health, readiness and numbers', async () => {
    expect((await fetch(`${server.address}/health`)).status).toBe(200)
    expect((await fetch(`${server.address}/ready`)).status).toBe(200)
    expect((await fetch(server.metrics.replace('/metrics', '/ready'))).status).toBe(200)
    const numbers = await (await fetch(server.metrics)).text()
    expect(numbers).toMatch(/^yipanqi_db_connections \d+$/m)
    expect(numbers).toMatch(/^http_requests_total\{status="2xx"\} \d+$/m)
  })

  it('fills the ledgers behind the open door; one that was cut off goes on at the next start', async () => {
    const cut = join(scratchFolder(), 'data')
    const child = await serve(['--sample', '--data', cut], { untilListening: true })
    const { headers } = await logIn(child, ...credentials(child))
    // People are let in meanwhile.
    expect((await fetch(`${child.address}/api/v1/me`, { headers })).status).toBe(200)
    expect(child.output()).not.toContain('样例台账已备齐')
    expect(await child.stop()).toMatchObject({ code: 0 })
    const next = await serve(['--sample', '--data', cut])
    const again = await logIn(next, ...credentials(next))
    const list = await fetch(`${next.address}/api/v1/libraries/projects/records?limit=1&count=exact`, again)
    expect(((await list.json()) as { count: { value: number } }).count.value).toBeGreaterThan(100)
    expect(await next.stop()).toMatchObject({ code: 0 })
  })

  it('is refused where its passwords would be readable from outside', async () => {
    const run = await command(['serve', '--sample', '--port', '0', '--data', join(scratchFolder(), 'data')], {
      env: { HOST: '0.0.0.0' },
    })
    expect(run).toMatchObject({ code: 2, out: '' })
    expect(run.err).toContain('--sample 只能在本机用')
  })
})

describe('the processes that answer the web', () => {
  const answering = () =>
    readdirSync('/proc')
      .filter((pid) => /^\d+$/.test(pid) && isAlive(Number(pid)))
      .filter((pid) => read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ')[1] === String(server.pid))
      .filter((pid) => read(`/proc/${pid}/cmdline`).includes('web-process'))
      .map(Number)
  const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : '')
  /** On a connection of its own: the next process answers. */
  const ask = async (path: string, headers: Record<string, string>) =>
    (await fetch(`${server.address}${path}`, { headers: { ...headers, Connection: 'close' } })).json()

  it('are as many as there are processors, at most four; one that is killed is replaced', async () => {
    const wanted = Math.min(4, availableParallelism())
    const [first = 0, ...others] = answering()
    expect(others).toHaveLength(wanted - 1)
    process.kill(first, 'SIGKILL')
    await waitUntil(async () => answering().length === wanted && !answering().includes(first))
    expect(server.output()).toContain('a web process died')
    await waitUntil(async () => (await fetch(`${server.address}/ready`)).status === 200)
    const numbers = await (await fetch(server.metrics)).text()
    expect(Number(/^yipanqi_db_connections (\d+)$/m.exec(numbers)?.[1])).toBeGreaterThan(0)
  })

  it('tell one another what a name is now', async () => {
    const admin = accounts.find((a) => a.role === 'system-admin') as Account
    const [keeper, reader] = await Promise.all(
      [admin, dispatcher()].map((a) => logIn(server, a.name, a.password).then((l) => l.headers)),
    )
    const { items: units } = (await ask('/api/v1/units/history', keeper as Record<string, string>)) as {
      items: { id: number; version: number; name: string; short: string }[]
    }
    const list = '/api/v1/libraries/enterprises/records?limit=50&columns=name,township'
    const shown = async () => JSON.stringify(await ask(list, reader as Record<string, string>))
    const page = await shown()
    const unit = units.find((u) => page.includes(u.name)) as (typeof units)[number]
    for (let i = 0; i < 8; i += 1) await shown()
    const ordered = await fetch(`${server.address}/api/v1/unit-changes`, {
      method: 'POST',
      headers: { ...keeper, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        kind: 'rename',
        unit: unit.id,
        version: unit.version,
        name: '县试名局',
        short: '试名局',
        basis: '试编〔2026〕1号',
        effectiveOn: today(),
      }),
    })
    expect(ordered.status).toBe(201)
    for (let i = 0; i < 8; i += 1) expect(await shown()).toContain('县试名局')
  })
})

describe('a second server on the folder', () => {
  it('is told who has it; the first goes on', async () => {
    const rival = await command(['serve', '--port', '0', '--data', data])
    expect(rival.code).toBe(1)
    expect(rival.err).toContain(data)
    expect(rival.err).toContain(`pid ${server.pid}`)
    expect(rival.out).not.toContain('listening')
    expect((await fetch(`${server.address}/ready`)).status).toBe(200)
    expect((await logIn(server, dispatcher().name, dispatcher().password)).status).toBe(201)
  })
})

describe('SIGTERM', () => {
  it('refuses new work, ends streams, finishes what is in hand, stops the database, ends with 0', async () => {
    const { headers } = await logIn(server, dispatcher().name, dispatcher().password)
    const stream = await fetch(`${server.address}/api/v1/events`, { headers })
    const streamEnd = stream.text()
    const postmaster = postmasterOf(data) as number
    const blocker = await superuser(data)
    await blocker.query('begin; lock table matter in access exclusive mode')
    const slow = fetch(`${server.address}/api/v1/matters?limit=1`, { headers })
    await waitUntil(async () => {
      const { rows } = await blocker.query(`select 1 from pg_stat_activity where wait_event_type = 'Lock'`)
      return rows.length > 0
    })

    const began = performance.now()
    const end = server.stop()
    await waitUntil(async () => server.output().includes('正在停机'))
    expect(await streamEnd).toContain('event: ready')
    const late = await fetch(`${server.address}/health`).then(
      (r) => r.status,
      () => 'refused',
    )
    expect([503, 'refused']).toContain(late)
    expect(isAlive(server.pid)).toBe(true)
    await blocker.query('commit')
    await blocker.end()
    expect((await slow).status).toBe(200)

    expect(await end).toMatchObject({ code: 0 })
    expect(performance.now() - began).toBeLessThan(20_000)
    expect(server.output()).toContain('已停机')
    expect(isAlive(postmaster)).toBe(false)
  })

  it('waits no longer than it is told to', async () => {
    server = await serve(['--sample', '--data', data], { env: { YIPANQI_DRAIN_SECONDS: '1' } })
    const { headers } = await logIn(server, dispatcher().name, dispatcher().password)
    const blocker = await superuser(data)
    await blocker.query('begin; lock table matter in access exclusive mode')
    const slow = fetch(`${server.address}/api/v1/matters?limit=1`, { headers }).then(
      (r) => r.status,
      () => 'cut',
    )
    await new Promise((settle) => setTimeout(settle, 300))
    const began = performance.now()
    const { code } = await server.stop()
    expect(code).toBe(0)
    expect(performance.now() - began).toBeLessThan(20_000)
    expect(await slow).toBe('cut')
    await blocker.end().catch(() => undefined)
    expect(postmasterOf(data)).toBeNull()
  })
})

describe('nobody reads what it prints any more', () => {
  it('stops as ever, and its database with it', async () => {
    const away = join(scratchFolder(), 'data')
    const deaf = await serve(['--data', away])
    const postmaster = postmasterOf(away) as number
    deaf.closeEars()
    await logIn(deaf, 'nobody', 'nothing')
    expect((await deaf.stop()).code).toBe(0)
    expect(isAlive(postmaster)).toBe(false)
  })
})

describe('later starts', () => {
  it('have the same accounts and no second sample', async () => {
    server = await serve(['--sample', '--data', data])
    expect(server.accounts).toEqual(accounts)
    expect((await logIn(server, dispatcher().name, dispatcher().password)).status).toBe(201)
  })

  it('after kill -9 of the server: the orphan database is taken over', async () => {
    const postmaster = postmasterOf(data)
    await server.kill()
    expect(postmaster).not.toBeNull()
    expect(isAlive(postmaster as number)).toBe(true)
    server = await serve(['--sample', '--data', data])
    expect(postmasterOf(data)).toBe(postmaster)
    expect((await logIn(server, dispatcher().name, dispatcher().password)).status).toBe(201)
  })

  it('after kill -9 of both: what was committed is there', async () => {
    const postmaster = postmasterOf(data) as number
    const { headers } = await logIn(server, dispatcher().name, dispatcher().password)
    process.kill(postmaster, 'SIGKILL')
    await server.kill()
    server = await serve(['--sample', '--data', data])
    expect(postmasterOf(data)).not.toBe(postmaster)
    // The session was committed a moment before the crash.
    expect((await fetch(`${server.address}/api/v1/me`, { headers })).status).toBe(200)
  })

  it('after kill -9 of the database alone: the server says that it is away, and brings it back', async () => {
    const killed = postmasterOf(data) as number
    process.kill(killed, 'SIGKILL')
    // Its pid file and its last backends outlive it by a moment: only another postmaster is the one brought back.
    const another = () => ![null, killed].includes(postmasterOf(data))
    await waitUntil(async () => another() && (await fetch(`${server.address}/ready`)).status === 200)
    expect((await fetch(`${server.address}/health`)).status).toBe(200)
    expect((await logIn(server, dispatcher().name, dispatcher().password)).status).toBe(201)
    expect(await server.stop()).toMatchObject({ code: 0 })
    expect(postmasterOf(data)).toBeNull()
    expect(existsSync(join(data, 'starting.lock'))).toBe(false)
  })
})

async function waitUntil(came: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 400; i += 1) {
    if (await came()) return
    await new Promise((settle) => setTimeout(settle, 50))
  }
  throw new Error('it did not come true in 20 seconds')
}
