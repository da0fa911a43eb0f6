import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appConfig, testCounty, testHouse } from '../testing/harness.ts'
import { keysOf, systemActor, type Actor } from './actor.ts'
import { openDb, type Db, type Trx } from './with-actor.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let db: Db
let counties: string[]

beforeAll(async () => {
  house = await testHouse()
  counties = [(await testCounty(house)).code, (await testCounty(house)).code, (await testCounty(house)).code]
  // Fewer connections than actors at work: each is handed on again and again.
  db = openDb(appConfig(), 3)
})
afterAll(async () => {
  await db.close()
  await house.close()
})

const settingsNow = `select coalesce(current_setting('app.county', true), '') as county,
  coalesce(current_setting('app.account', true), '') as account, coalesce(current_setting('app.scope', true), '') as scope,
  coalesce(current_setting('app.post', true), '') as post, coalesce(current_setting('app.keys', true), '') as keys,
  coalesce(current_setting('app.request', true), '') as request`

/** What each pooled connection says when nobody acts. */
async function leftBehind(): Promise<string[]> {
  const clients = await Promise.all([db.pool.connect(), db.pool.connect(), db.pool.connect()])
  const left = []
  for (const client of clients) {
    const { rows } = await client.query<Record<string, string>>(settingsNow)
    left.push(...Object.values(rows[0] ?? {}))
    client.release()
  }
  return left.filter((v) => v !== '')
}

const leaders = (trx: Trx) => trx.selectFrom('county_leader').select(['county', 'name']).execute()
const addLeader = (trx: Trx, county: string, name: string) =>
  trx.insertInto('county_leader').values({ county, name, post: '副县长', valid_from: '2026-01-01' }).execute()

describe('withActor', () => {
  it('without an actor there are no rows', async () => {
    for (const table of ['county', 'unit', 'account', 'matter', 'document', 'county_leader']) {
      const { rows } = await db.pool.query(`select 1 from ${table} limit 1`)
      expect(rows, table).toEqual([])
    }
  })

  it('the actor ends with the transaction', async () => {
    await db.withActor(systemActor(counties[0] ?? '', 'req-1'), async (trx) => {
      const { rows } = await sql.raw<Record<string, string>>(settingsNow).execute(trx)
      expect(rows[0]).toEqual({
        county: counties[0],
        account: '',
        scope: 'system',
        post: 'system',
        keys: '{}',
        request: 'req-1',
      })
    })
    expect(await leftBehind()).toEqual([])
  })

  it('an error rolls everything back, and the connection serves the next', async () => {
    const county = counties[0] ?? ''
    const before = await db.withActor(systemActor(county, 't'), leaders)
    for (const end of [
      async () => {
        throw new Error('mine')
      },
      (trx: Trx) => sql`select 1 / 0`.execute(trx),
      (trx: Trx) => addLeader(trx, counties[1] ?? '', '别县'),
    ]) {
      const work = db.withActor(systemActor(county, 't'), async (trx) => {
        await addLeader(trx, county, '不该在')
        await end(trx)
      })
      await expect(work).rejects.toThrow(/mine|division by zero|row-level security/)
    }
    expect(await db.withActor(systemActor(county, 't'), leaders)).toEqual(before)
    expect(await leftBehind()).toEqual([])
  })

  it('a connection that the database ends costs one transaction', async () => {
    const work = db.withActor(systemActor(counties[0] ?? '', 't'), async (trx) => {
      // Only itself: the app role may end its own sessions.
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(trx)
    })
    await expect(work).rejects.toThrow(/terminat/i)
    expect((await db.withActor(systemActor(counties[0] ?? '', 't'), leaders)).length).toBeGreaterThan(0)
  })

  it('a hostile value in an actor’s field is a value, not SQL', async () => {
    const nasty = `x'; reset role; select set_config('app.county', '${counties[1]}', true); --`
    const seen = await db.withActor({ ...systemActor(counties[0] ?? '', nasty) }, async (trx) => {
      const { rows } = await sql<{ r: string }>`select current_setting('app.request') as r`.execute(trx)
      return { request: rows[0]?.r, leaders: await leaders(trx) }
    })
    expect(seen.request).toBe(nasty)
    expect(new Set(seen.leaders.map((l) => l.county))).toEqual(new Set([counties[0]]))
  })

  it('many actors at once over few connections: each sees its own county and writes there alone', async () => {
    const step = fc.record({
      county: fc.nat({ max: 2 }),
      pauses: fc.array(fc.nat({ max: 3 }), { maxLength: 3 }),
      end: fc.constantFrom('commit', 'throw', 'sql-error'),
    })
    let run = 0
    const property = fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), async (steps) => {
      run += 1
      const mark = `并${run}-`
      const outcomes = await Promise.allSettled(
        steps.map(({ county, pauses, end }, i) => {
          const code = counties[county] ?? ''
          return db.withActor(systemActor(code, `${mark}${i}`), async (trx) => {
            await addLeader(trx, code, `${mark}${i}`)
            for (const ms of pauses) {
              await sql`select pg_sleep(${ms / 1000})`.execute(trx)
              const { rows } = await sql<{ c: string; r: string }>`
                select actor_county() as c, current_setting('app.request') as r`.execute(trx)
              expect(rows[0]).toEqual({ c: code, r: `${mark}${i}` })
              expect((await leaders(trx)).every((l) => l.county === code)).toBe(true)
            }
            if (end === 'throw') throw new Error('mine')
            if (end === 'sql-error') await sql`select 1 / 0`.execute(trx)
          })
        }),
      )
      expect(outcomes.map((o) => o.status)).toEqual(steps.map((s) => (s.end === 'commit' ? 'fulfilled' : 'rejected')))
      for (const [n, code] of counties.entries()) {
        const kept = (await db.withActor(systemActor(code, 'look'), leaders)).map((l) => l.name)
        const wanted = steps.flatMap((s, i) => (s.county === n && s.end === 'commit' ? [`${mark}${i}`] : []))
        expect(kept.filter((name) => name.startsWith(mark)).sort()).toEqual(wanted.sort())
      }
      expect(await leftBehind()).toEqual([])
    })
    await fc.assert(property, { numRuns: 15 })
  })
})

it('keysOf: what each scope may look at', () => {
  expect(keysOf('unit', 5, [1])).toEqual([5])
  expect(keysOf('subtree', 5, [])).toEqual([-5])
  expect(keysOf('custom', 5, [7, -9])).toEqual([7, -9])
  for (const scope of ['all', 'own', 'enterprise', 'none'] satisfies Exclude<Actor['scope'], 'system' | 'audit'>[])
    expect(keysOf(scope, 5, [7])).toEqual([])
})
