import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '../actor.ts'
import { scratchCluster, type ScratchCluster } from '../testing/scratch-cluster.ts'
import { sealCounty } from './seal.ts'
import { headAppender, readSealKey, sealHeadsFile, type SealPlaces } from './seal-key.ts'
import { verifyAudit, verifyCounty } from './verify.ts'

let cluster: ScratchCluster
let places: SealPlaces
let key: Buffer
let county: string
let next = 100001

beforeAll(async () => {
  cluster = await scratchCluster()
  places = { dataDir: cluster.dataDir, sealKeyFile: null, sealHeadsFile: null }
  key = readSealKey(places)
})
afterAll(() => cluster.close())

// Each test has a county of its own with three sealed batches of its own.
beforeEach(async () => {
  county = String(next)
  next += 1
  await cluster.addCounty(county)
  for (const name of ['甲', '乙', '丙']) {
    await cluster.addLeaders(county, [`${name}一`, `${name}二`])
    await seal()
  }
})

const seal = () => sealCounty(cluster.db, county, key, headAppender(places))
const tamper = (statement: string, ...values: unknown[]) => cluster.owner.query(statement, [county, ...values])
const verdict = (heads = sealHeadsFile(places)) => verifyCounty(cluster.db, county, key, heads)
const kinds = async () => (await verdict()).problems.map((p) => `${p.kind} ${p.number}`)

describe('sealing', () => {
  it('covers what is committed, once, and finds nothing wrong with it', async () => {
    expect(await verdict()).toMatchObject({ ok: true, seals: 3, rows: 7, unsealed: 0, problems: [] })
    expect(await seal()).toEqual({ batches: 0, rows: 0 })
    await cluster.addLeaders(county, ['丁'])
    expect(await verdict()).toMatchObject({ ok: true, seals: 3, rows: 7, unsealed: 1 })
  })

  it('cuts a backlog between transactions, and gives a long transaction a batch of its own', async () => {
    const count = (n: number) => Array.from({ length: n }, (_, i) => `员${i}`)
    for (const size of [3, 3, 3, 25, 2]) await cluster.addLeaders(county, count(size))
    const run = await sealCounty(cluster.db, county, key, headAppender(places), { batchRows: 7 })
    expect(run).toEqual({ batches: 4, rows: 36 })
    const sizes = await tamper('select row_count from audit_seal where county = $1 and number > 3 order by number')
    expect(sizes.rows.map((r: { row_count: number }) => r.row_count)).toEqual([6, 3, 25, 2])
    expect((await verdict()).ok).toBe(true)
  })

  it('loses no row that commits later under an earlier transaction', async () => {
    const slow = new Client(cluster.embedded.owner)
    await slow.connect()
    try {
      await slow.query('begin')
      const insert = "insert into county_leader (county, name, post, valid_from) values ($1, '慢', '', '2026-01-01')"
      await slow.query(insert, [county])
      await cluster.addLeaders(county, ['快'])
      // The fast row has a higher transaction number: it waits until the slow one has ended.
      expect(await seal()).toEqual({ batches: 0, rows: 0 })
      await slow.query('commit')
    } finally {
      await slow.end()
    }
    expect(await seal()).toEqual({ batches: 1, rows: 2 })
    expect(await verdict()).toMatchObject({ ok: true, rows: 9, unsealed: 0 })
  })

  it('is done by one of two processes at once', async () => {
    await cluster.addLeaders(county, ['丁'])
    const runs = await Promise.all([seal(), seal(), seal()])
    expect(runs.reduce((sum, r) => sum + r.rows, 0)).toBe(1)
    expect(await verdict()).toMatchObject({ ok: true, seals: 4, rows: 8 })
  })

  it('goes on while verify looks, and verify is not misled', async () => {
    for (let i = 0; i < 20; i += 1) await cluster.addLeaders(county, [`员${i}`])
    const run = { busy: true }
    const sealing = (async () => {
      let rows = 0
      while (rows < 20) {
        rows += (await sealCounty(cluster.db, county, key, headAppender(places), { batchRows: 1 })).rows
      }
      run.busy = false
    })()
    const seen: boolean[] = []
    while (run.busy) seen.push((await verdict()).ok)
    await sealing
    expect(seen).not.toContain(false)
    expect(await verdict()).toMatchObject({ ok: true, seals: 23, unsealed: 0 })
  })

  it('refuses to go on under another key', async () => {
    await cluster.addLeaders(county, ['丁'])
    const other = Buffer.alloc(32, 7)
    await expect(sealCounty(cluster.db, county, other, () => undefined)).rejects.toThrow('请放回原来的密钥文件')
  })

  it('pages through rows that carry whole documents', async () => {
    const long = '长'.repeat(400_000)
    await tamper(
      `insert into audit (county, era, xid, at, tbl, op, row_key, after)
       select $1, 1, pg_current_xact_id()::text::bigint, now(), 'document', 'I', i::text, jsonb_build_object('text', $2::text || i)
       from generate_series(1, 40) i`,
      long,
    )
    expect(await seal()).toEqual({ batches: 1, rows: 40 })
    expect((await verdict()).ok).toBe(true)
  })
})

describe('tampering as the owner of the tables', () => {
  it('a changed row is found', async () => {
    await tamper(`update audit set after = after || '{"name":"改"}' where county = $1 and after->>'name' = '乙一'`)
    expect(await kinds()).toEqual(['changed 2'])
  })

  it('a changed instant is found', async () => {
    await tamper(`update audit set at = at + interval '1 microsecond' where county = $1 and after->>'name' = '丙二'`)
    expect(await kinds()).toEqual(['changed 3'])
  })

  it('a deleted row is found', async () => {
    await tamper(`delete from audit where county = $1 and after->>'name' = '甲一'`)
    expect(await kinds()).toEqual(['missing 1'])
  })

  it('an inserted row is found', async () => {
    await tamper(
      `insert into audit (county, era, xid, at, account, tbl, op, row_key, after)
       select county, era, xid, at, 9, tbl, op, '999', '{"name":"插"}' from audit where county = $1 and after->>'name' = '乙二'`,
    )
    expect(await kinds()).toEqual(['inserted 2'])
  })

  it('a changed seal is found', async () => {
    await tamper('update audit_seal set row_count = row_count + 1 where county = $1 and number = 2')
    expect((await kinds()).at(0)).toBe('missing 2')
    await tamper(
      'update audit_seal set row_count = row_count - 1, to_xid = to_xid + 1 where county = $1 and number = 2',
    )
    expect(await kinds()).toContain('changed 2')
  })

  it('a seal taken out of the middle is found', async () => {
    await tamper('delete from audit_seal where county = $1 and number = 2')
    expect(await kinds()).toContain('gap 3')
  })

  it('a cut tail is found, by the heads alone', async () => {
    await tamper(
      'delete from audit where county = $1 and (era, xid) >= (select from_era, from_xid from audit_seal where county = $1 and number = 3)',
    )
    await tamper('delete from audit_seal where county = $1 and number = 3')
    expect(await kinds()).toEqual(['cut-tail 3'])
  })

  it('a county that vanished is found', async () => {
    for (const table of ['county_leader', 'audit_seal', 'county', 'audit']) {
      await tamper(`delete from ${table} where ${table === 'county' ? 'code' : 'county'} = $1`)
    }
    const all = await verifyAudit(cluster.db, key, sealHeadsFile(places))
    expect(all.find((v) => v.county === county)?.problems.map((p) => p.kind)).toEqual(['cut-tail'])
  })

  it('a chain rewritten with the key, but without the heads file, is found', async () => {
    await tamper(`update audit set after = after || '{"name":"改"}' where county = $1 and after->>'name' = '乙一'`)
    const seals = await tamper('delete from audit_seal where county = $1 and number >= 2 returning number')
    expect(seals.rowCount).toBe(2)
    await sealCounty(cluster.db, county, key, () => undefined)
    expect(await kinds()).toContain('rewritten 2')
    // Later seals in good faith do not wash it clean.
    await cluster.addLeaders(county, ['丁'])
    await seal()
    await cluster.addLeaders(county, ['戊'])
    await seal()
    expect(await kinds()).toContain('rewritten 2')
  })

  it('heads that are gone are said to be gone', async () => {
    expect((await verdict(join(cluster.dataDir, 'nowhere.jsonl'))).problems.map((p) => p.kind)).toEqual(['gap'])
  })

  it('one line lost in a crash is made good by the next', async () => {
    const file = join(cluster.dataDir, 'short-heads.jsonl')
    const lines = readFileSync(sealHeadsFile(places), 'utf8').trim().split('\n')
    const own = lines.filter((line) => line.includes(`"${county}"`))
    writeFileSync(file, `${[own[0], own[2]].join('\n')}\n`)
    expect((await verdict(file)).ok).toBe(true)
    writeFileSync(file, `${[own[0], own[1]].join('\n')}\n`)
    expect((await verdict(file)).ok).toBe(true)
    writeFileSync(file, `${own[0]}\n`)
    expect((await verdict(file)).problems.map((p) => p.kind)).toEqual(['gap'])
  })
})

describe('the app role', () => {
  it.each([
    "update audit set op = 'X'",
    'delete from audit',
    'truncate audit',
    "insert into audit (county, era, xid, at, tbl, op, row_key) values ('100001', 1, 1, now(), 't', 'I', '1')",
    'update audit_seal set row_count = 0',
    'delete from audit_seal',
    'truncate audit_seal',
    'insert into audit_era (era) values (9)',
  ])('cannot: %s', async (statement) => {
    const attempt = cluster.db.withActor(systemActor(county, 'test'), (trx) => sql.raw(statement).execute(trx))
    await expect(attempt).rejects.toThrow(/permission denied/)
  })
})
