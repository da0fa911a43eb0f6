// What happens without anybody asking: lights every night, the audit sealed, old sessions swept. pg-boss delivers at
// least once; each job is safe to run twice.
import { PgBoss } from 'pg-boss'
import type pg from 'pg'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { systemActor } from '../db/actor.ts'
import type { House } from '../house.ts'
import { withdrawSettled } from '../library/stage/came-papers.ts'
import { draftOverduePapers } from '../library/stage/overdue-papers.ts'
import { eachCounty } from './each-county.ts'
import { relightCounty } from './relight-county.ts'
import { sealAll } from './seal.ts'
import { carryOutDue } from '../units/due.ts'
import { indexOldMatters } from '../loop/matter-search.ts'
import { resumeImports } from '../library/import/run.ts'

export interface Jobs {
  readonly started: Promise<void>
  stop(): Promise<void>
}

interface Job {
  readonly name: string
  /** Cron in Beijing time. */
  readonly cron: string
  readonly run: (house: House) => Promise<unknown>
}

const jobs: readonly Job[] = [
  { name: 'units', cron: '2 0 * * *', run: unitsAll },
  { name: 'relight', cron: '5 0 * * *', run: relightAll },
  { name: 'papers', cron: '15 0 * * *', run: papersAll },
  { name: 'seal', cron: '*/5 * * * *', run: sealAll },
  { name: 'index', cron: '40 3 * * *', run: indexAll },
  { name: 'sweep', cron: '20 * * * *', run: (house) => house.db.pool.query('select system_sweep()') },
  // What a server that was stopped left in the middle; those at work are passed over.
  { name: 'imports', cron: '*/5 * * * *', run: resumeImports },
  { name: 'sweep-imports', cron: '30 4 * * *', run: (house) => house.db.pool.query('select sweep_imports()') },
]

/**
 * Starts the jobs, again and again while the database is away: the door is open meanwhile. `started` settles when they
 * run (or were stopped before).
 */
export function startJobs(house: House, database: pg.PoolConfig): Jobs {
  const stopping = new AbortController()
  let boss: PgBoss | null = null
  const start = async () => {
    while (!stopping.signal.aborted) {
      try {
        boss = await startBoss(house, database)
        return
      } catch (error) {
        house.log.error({ error: (error as Error).message }, 'jobs did not start')
        await wait(2000, undefined, { signal: stopping.signal }).catch(() => undefined)
      }
    }
  }
  const started = start()
  return {
    started,
    async stop() {
      stopping.abort()
      await started
      await boss?.stop({ graceful: true, timeout: 5000 })
    },
  }
}

async function startBoss(house: House, database: pg.PoolConfig): Promise<PgBoss> {
  // The schema belongs to the owner (migrate): here nothing is created.
  const boss = new PgBoss({
    ...database,
    schema: 'pgboss',
    migrate: false,
    max: 2,
    application_name: 'yipanqi-jobs',
  } as ConstructorParameters<typeof PgBoss>[0] & object)
  boss.on('error', (error) => house.log.error({ error: error.message }, 'jobs'))
  try {
    await boss.start()
    for (const job of jobs) await register(boss, job, house)
    // A server that was off at midnight judges on start; on an up-to-date county this finds nothing to do.
    await boss.send('units', {})
    await boss.send('relight', {})
    await boss.send('index', {})
    await boss.send('imports', {})
    return boss
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined)
    throw error
  }
}

async function register(boss: PgBoss, job: Job, house: House): Promise<void> {
  await boss.createQueue(job.name, { policy: 'exclusive', retryLimit: 3, expireInSeconds: 3600 } as never)
  await boss.work(job.name, async () => {
    const began = performance.now()
    await job.run(house)
    house.log.info({ job: job.name, ms: Math.round(performance.now() - began) })
  })
  await boss.schedule(job.name, job.cron, {}, { tz: 'Asia/Shanghai' })
}

/** Promised papers that have not come become drafts of matters; drafts whose paper came are taken back. */
function papersAll(house: House): Promise<void> {
  return eachCounty(house, async (code) => {
    const actor = systemActor(code, `job:${randomUUID()}`)
    await withdrawSettled(house, actor)
    await draftOverduePapers(house, actor)
  })
}

/** As the named system actor of each county. */
function relightAll(house: House): Promise<void> {
  return eachCounty(house, (code) => relightCounty(house, systemActor(code, `job:${randomUUID()}`)))
}

/** Matters of before there was an index of their names; afterwards there is nothing to do. */
function indexAll(house: House): Promise<void> {
  return eachCounty(house, async (code) => {
    const batch = () =>
      house.db.withActor(systemActor(code, `job:${randomUUID()}`), (trx) => indexOldMatters(trx, code))
    while ((await batch()) > 0);
  })
}

function unitsAll(house: House): Promise<void> {
  return eachCounty(house, (code) => carryOutDue(house, systemActor(code, `job:${randomUUID()}`)))
}
