// What may happen to an import while it is written: its clerk, its connection, its key or a second import come between.
// Whatever it is, all of its rows stand in the ledger or none.
import type { Import } from '@yipanqi/model/libraries/index.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testHouse, type Client } from '../../testing/harness.ts'
import { openOwner, type Owner } from '../../testing/snapshot.ts'
import { codeOf, commit, csvOf, rowsIn, settled, upload } from '../testing/import-files.ts'
import { ledgerCounty, type LedgerCounty } from '../testing/ledger-county.ts'
import { importsInHand, resumeImports } from './run.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let owner: Owner
let county: LedgerCounty
let keeper: Client
beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
})
beforeEach(async () => {
  county = await ledgerCounty(house)
  keeper = await county.client('gongxinLiaison')
})
afterAll(async () => {
  await owner.close()
  await house.close()
})

/** More than a batch of the writing, and several chunks. */
const many = 1300
const code = (n: number) => codeOf(county.code, n)
const firms = (n = many, revenue = 1) =>
  csvOf([
    ['企业名称', '统一社会信用代码', '所属乡镇', '营业收入（万元）', '法定代表人'],
    ...Array.from({ length: n }, (_, i) => [`青禾第${i}厂`, code(i), '青田镇', String(i + revenue), '周明远']),
  ])
const bring = (bytes = firms()) => upload(keeper, 'enterprises', bytes, '企业.csv')
const written = async () =>
  (await owner.query<{ n: number }>('select count(*)::int as n from enterprise where county = $1', [county.code]))[0]?.n
const order = (read: Import) =>
  keeper.post<Import>(`/libraries/enterprises/imports/${read.id}/commit`, { version: read.version, rows: 'all' })
// A role sees what its own sessions do, and may end them.
const blocked = `select pid from pg_stat_activity where wait_event_type = 'Lock' and query like '%insert into "enterprise"%'`

/** Holds the key of a row in the second batch, so that the import stands in the middle of its writing meanwhile. */
async function inTheMiddle(read: Import, meanwhile: () => Promise<unknown>): Promise<Import> {
  await owner.query('begin')
  try {
    await owner.query(`insert into enterprise (county, name, credit_code) values ($1, '占位', $2)`, [
      county.code,
      code(many - 100),
    ])
    expect((await order(read)).status).toBe(200)
    const waiting = async () => (await house.db.pool.query(blocked)).rows.length
    await expect.poll(waiting, { timeout: 30_000 }).toBe(1)
    await meanwhile()
  } finally {
    await owner.query('rollback')
  }
  return settled(keeper, 'enterprises', read.id)
}

describe('in the middle of the writing', () => {
  it('the connection is lost: nothing stands, and the next attempt writes all', async () => {
    const read = await bring()
    const after = await inTheMiddle(read, async () => {
      await house.db.pool.query(`select pg_terminate_backend(pid) from (${blocked}) b`)
    })
    expect(after).toMatchObject({ state: 'preview', problem: { message: '系统出错，没有写入任何一条' } })
    expect(await written()).toBe(0)
    const done = await commit(keeper, after)
    expect(done).toMatchObject({ state: 'done', counts: { new: many } })
    expect(await written()).toBe(many)
  })

  it('the clerk calls it off: nothing stands, and what it said is gone', async () => {
    const read = await bring()
    const after = await inTheMiddle(read, async () => {
      const called = await keeper.post<Import>(`/libraries/enterprises/imports/${read.id}/cancel`, {})
      expect([called.status, called.body.state]).toEqual([200, 'cancelled'])
    })
    expect(after.state).toBe('cancelled')
    await expect.poll(written).toBe(0)
    expect((await rowsIn(keeper, read)).items[0]?.cells ?? {}).toEqual({})
  })
})

it('left behind by a process that was killed: told, and nothing stands', async () => {
  const read = await bring()
  // Who read it would take the order below for a clerk's.
  await expect.poll(importsInHand).toBe(0)
  // As kill -9 leaves it: the order stands, what was being written went with its connection.
  await owner.query(`update library_import set state = 'committing', chosen = 'all' where county = $1 and id = $2`, [
    county.code,
    read.id,
  ])
  await resumeImports(house)
  const after = await settled(keeper, 'enterprises', read.id)
  expect(after).toMatchObject({ state: 'preview', problem: { message: '写入途中系统停过一次，一条也没有写入' } })
  expect(await written()).toBe(0)
  expect((await commit(keeper, after)).state).toBe('done')
  expect(await written()).toBe(many)
})

it('its key is gone: refused instead of written as empty records', async () => {
  const read = await bring()
  await owner.query('delete from subject_key where county = $1 and subject = $2', [county.code, `import:${read.id}`])
  const after = await commit(keeper, read)
  expect(after).toMatchObject({ state: 'preview', problem: { message: '文件里的内容已经销毁，没有写入任何一条' } })
  expect(await written()).toBe(0)
})

it('a row that was corrected in the middle of a chunk is written so, its neighbours as they were', async () => {
  const read = await bring()
  const fixed = await keeper.patch<{ version: number }>(`/libraries/enterprises/imports/${read.id}/rows/702`, {
    cells: { 3: '99.5' },
  })
  expect(fixed.status).toBe(200)
  expect((await commit(keeper, { ...read, version: fixed.body.version })).state).toBe('done')
  const stored = await owner.query<{ name: string; revenue: string }>(
    'select name, revenue from enterprise where county = $1 and credit_code = any ($2) order by id',
    [county.code, [699, 700, 701].map(code)],
  )
  expect(stored).toEqual([
    { name: '青禾第699厂', revenue: '700000000' },
    { name: '青禾第700厂', revenue: '99500000' },
    { name: '青禾第701厂', revenue: '702000000' },
  ])
})

it('two at once of the same firms: one writes, the other is shown anew what it would do', async () => {
  const reads = await Promise.all([bring(firms(many, 1)), bring(firms(many, 2))])
  await Promise.all(reads.map((read) => order(read)))
  const after = await Promise.all(reads.map((read) => settled(keeper, 'enterprises', read.id)))
  expect(after.map((a) => a.state).sort()).toEqual(['done', 'preview'])
  expect(await written()).toBe(many)
  const other = after.find((a) => a.state === 'preview') as Import
  expect(other).toMatchObject({ problem: { code: 'moved-on' }, counts: { new: 0, change: many } })
  expect((await commit(keeper, other)).state).toBe('done')
  expect(await written()).toBe(many)
})

it('many rows in one statement leave the same audit as one', async () => {
  await commit(keeper, await bring(firms(1)))
  const again = await ledgerCounty(house)
  const first = county
  county = again
  keeper = await county.client('gongxinLiaison')
  await commit(keeper, await bring())
  const auditOf = async (code: string) =>
    (
      await owner.query<{ after: Record<string, unknown>; row_key: string; account: string; request: string }>(
        `select after, row_key, account, request from audit where county = $1 and tbl = 'enterprise' order by id limit 1`,
        [code],
      )
    )[0]
  const [one, many_] = [await auditOf(first.code), await auditOf(again.code)]
  expect(Object.keys(many_?.after ?? {}).sort()).toEqual(Object.keys(one?.after ?? {}).sort())
  expect(many_?.after).toMatchObject({ name: '青禾第0厂', revenue: one?.after['revenue'] })
  expect(many_?.row_key).toBe(String(many_?.after['id']))
  expect(many_?.account).not.toBeNull()
  expect(many_?.request).toMatch(/^import:/)
})
