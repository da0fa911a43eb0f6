// pg-boss under the app role, two processes' worth of it, and what the jobs do once however often they are delivered.
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../clock.ts'
import { scratchCluster, type ScratchCluster } from '../db/testing/scratch-cluster.ts'
import { openDb, type Db } from '../db/with-actor.ts'
import type { House } from '../house.ts'
import { readConfig } from '../config/read-config.ts'
import { diskStore } from '../files/store.ts'
import { openLive, type Live } from '../live/live.ts'
import { startJobs } from './jobs.ts'

let cluster: ScratchCluster
let owner: pg.Pool
const closing: (() => Promise<void>)[] = []

beforeAll(async () => {
  cluster = await scratchCluster()
  owner = cluster.owner
  await cluster.addCounty('400001')
  await cluster.addCounty('400002')
  await cluster.addLeaders('400001', ['甲'])
})
afterAll(async () => {
  for (const close of closing.reverse()) await close()
  await cluster.close()
})

interface Heard {
  readonly house: House
  readonly lines: string[]
}

/** A server process' house, its log in hand. */
async function process(): Promise<Heard> {
  const lines: string[] = []
  const db: Db = openDb(cluster.embedded.app, 3)
  const live: Live = await openLive(cluster.embedded.app, () => undefined)
  closing.push(async () => {
    await live.close()
    await db.close()
  })
  const log = pino({ level: 'info', base: null }, { write: (line: string) => void lines.push(line) })
  const house: House = {
    config: readConfig({}, { dataDir: cluster.dataDir }),
    db,
    clock: fixedClock('2026-05-21'),
    log,
    live,
    files: diskStore(cluster.dataDir),
    master: new Uint8Array(32),
  }
  return { house, lines }
}

const ask = async <R extends pg.QueryResultRow>(text: string) => (await owner.query<R>(text)).rows

async function waitUntil(came: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 300; i += 1) {
    if (await came()) return
    await new Promise((settle) => setTimeout(settle, 100))
  }
  throw new Error('it did not come true in 30 seconds')
}

describe('startJobs', () => {
  it('under the app role: queues, schedules in Beijing time, the judging of the start; two processes do it once', async () => {
    const [one, two] = [await process(), await process()]
    const jobs = [startJobs(one.house, cluster.embedded.app), startJobs(two.house, cluster.embedded.app)]
    await Promise.all(jobs.map((j) => j.started))
    const schedules = await ask<{ name: string; timezone: string }>(
      'select name, timezone from pgboss.schedule order by 1',
    )
    expect(schedules).toEqual(
      ['imports', 'index', 'papers', 'relight', 'seal', 'sweep', 'sweep-imports', 'units'].map((name) => ({
        name,
        timezone: 'Asia/Shanghai',
      })),
    )
    await waitUntil(
      async () => (await ask(`select 1 from pgboss.job where name = 'relight' and state = 'completed'`)).length > 0,
    )
    // As its schedule would: once for both.
    await ask(`insert into pgboss.job (name, policy, data) values ('seal', 'exclusive', '{}')`)
    await waitUntil(async () => (await ask('select 1 from audit_seal')).length > 0)
    await waitUntil(
      async () => (await ask(`select 1 from pgboss.job where name = 'seal' and state = 'completed'`)).length > 0,
    )
    expect(await ask(`select county, count(*)::int as seals from audit_seal group by 1`)).toEqual([
      { county: '400001', seals: 1 },
      { county: '400002', seals: 1 },
    ])
    const errors = [...one.lines, ...two.lines].filter((line) => (JSON.parse(line) as { level: number }).level >= 40)
    expect(errors).toEqual([])
    await Promise.all(jobs.map((j) => j.stop()))
  })

  it('sweeps what has run out, under the app role', async () => {
    await ask(
      `insert into login_failure (name, address, failures, since) values ('x', '1.2.3.4', 1, now() - interval '2 days')`,
    )
    const { house } = await process()
    const jobs = startJobs(house, cluster.embedded.app)
    await jobs.started
    await ask(`insert into pgboss.job (name, policy, data) values ('sweep', 'exclusive', '{}')`)
    const left = () => ask(`select 1 from login_failure where name = 'x'`)
    await waitUntil(async () => (await left()).length === 0)
    await jobs.stop()
    expect(await left()).toEqual([])
  })

  it('a database that is away: tries again until stopped, and stops at once', async () => {
    const { house, lines } = await process()
    const jobs = startJobs(house, { ...cluster.embedded.app, host: '/nowhere' })
    await waitUntil(async () => lines.some((l) => l.includes('jobs did not start')))
    const began = performance.now()
    await jobs.stop()
    expect(performance.now() - began).toBeLessThan(3000)
  })
})
