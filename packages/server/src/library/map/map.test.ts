// The map's window equals plain arithmetic over the rows that its reader sees.
import type { MapAnswer } from '@yipanqi/model/libraries/index.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemActor } from '../../db/actor.ts'
import { testHouse, type Client } from '../../testing/harness.ts'
import { openOwner, type Owner } from '../../testing/snapshot.ts'
import { getLedger } from '../ledger.ts'
import { writeRecords } from '../records/write-records.ts'
import { ledgerCounty, type LedgerCounty } from '../testing/ledger-county.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let owner: Owner
let county: LedgerCounty
let office: Client
const at = (i: number): [number, number] => [116_000_000 + (i % 40) * 5000, 39_000_000 + Math.floor(i / 40) * 5000]

beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
  county = await ledgerCounty(house)
  office = await county.client('dispatcher')
  const actor = systemActor(county.code, 'seed')
  const rows = Array.from({ length: 1600 }, (_, i) => ({
    values: {
      name: `图上企业${i}`,
      township: i % 20 === 0 ? county.units.town.id : county.units.zhujian.id,
      operation: i % 2 === 0 ? '在营' : '停产',
      position: { point: at(i) },
    },
  }))
  const context = { today: '2026-05-21', master: house.master }
  await house.db.withActor(actor, async (trx) => {
    await writeRecords(trx, actor, getLedger('enterprises'), rows, context)
    const outline = {
      county: county.code,
      unit: county.units.town.id,
      rings: JSON.stringify([
        [
          [1, 1],
          [2, 1],
          [2, 2],
          [1, 1],
        ],
      ]),
    }
    await trx.insertInto('outline').values(outline).execute()
  })
})
afterAll(async () => {
  await owner.close()
  await house.close()
})

const ask = async (client: Client, box: string, more = '') => {
  const [west, south, east, north] = box.split(',')
  return client.get<MapAnswer>(
    `/libraries/enterprises/map?west=${west}&south=${south}&east=${east}&north=${north}&zoom=9${more}`,
  )
}

it('gathers many and shows few, each point once', async () => {
  const whole = (await ask(office, '115.9,38.9,116.3,39.3')).body
  expect(whole).toMatchObject({ total: 1600, points: [], outlines: [] })
  expect(whole.clusters.reduce((n, c) => n + c.n, 0)).toBe(1600)
  const small = (await ask(office, '116,39,116.02,39.01')).body
  // 5 × 3 points lie on a step of 0.005 degrees, edges included.
  expect(small).toMatchObject({ total: 15, clusters: [] })
  expect(small.points.map((p) => [p.x, p.y]).sort()).toEqual(
    [0, 1, 2].flatMap((y) => [0, 1, 2, 3, 4].map((x) => at(y * 40 + x))).sort(),
  )
  const filter = `&filter=${encodeURIComponent(JSON.stringify({ field: 'operation', is: 'eq', value: '停产' }))}`
  expect((await ask(office, '115.9,38.9,116.3,39.3', filter)).body.total).toBe(800)
  expect((await ask(office, '115.9,38.9,116.3,39.3', '&search=图上企业159')).body.points.length).toBe(11)
})

it('shows a township its own, a stranger nothing, and refuses windows that are none', async () => {
  const town = await county.client('townLiaison')
  expect((await ask(town, '115.9,38.9,116.3,39.3')).body.total).toBe(80)
  const elsewhere = await (await ledgerCounty(house)).client('dispatcher')
  expect((await ask(elsewhere, '115.9,38.9,116.3,39.3')).body).toMatchObject({ total: 0, points: [] })
  expect((await elsewhere.get<{ items: unknown[] }>('/outlines')).body.items).toEqual([])
  expect((await office.get<{ items: unknown[] }>('/outlines')).body.items).toMatchObject([
    { unit: county.units.town.id, name: '青田镇' },
  ])
  for (const who of ['admin', 'auditor'] as const)
    expect((await ask(await county.client(who), '115.9,38.9,116.3,39.3')).status).toBe(404)
  for (const box of ['116,39,115,40', '116,39,117,39', '1,2,3', 'a,b,c,d', '-999,0,999,9'])
    expect((await ask(office, box)).status).toBe(400)
  expect((await office.get('/libraries/policy-clauses/map?west=1&south=1&east=2&north=2&zoom=3')).status).toBe(404)
})

it('gives the outlines of parcels where they are few', async () => {
  const ring = [
    [115_000_000, 27_000_000],
    [115_001_000, 27_000_000],
    [115_001_000, 27_001_000],
    [115_000_000, 27_000_000],
  ]
  const values = { name: '图上宗地', outline: { polygon: [ring] } }
  const made = await office.post<{ id: number }>('/libraries/land-parcels/records', { values })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const shown = await office.get<MapAnswer>('/libraries/land-parcels/map?west=114&south=26&east=116&north=28&zoom=9')
  expect(shown.body).toMatchObject({
    total: 1,
    points: [{ id: made.body.id }],
    outlines: [{ id: made.body.id, rings: [ring] }],
  })
})

it('a unit that sees most of a ledger reads the same map as one that sees few, row by row under row security', async () => {
  const town = await county.client('townLiaison')
  const { id } = county.units.zhujian
  const most = await county.client('zhujianLiaison')
  const box = '115.9,38.9,116.3,39.3'
  const [few, many] = [(await ask(town, box)).body, (await ask(most, box)).body]
  // More rows than the bar, almost all of one department.
  await owner.query(
    `insert into enterprise (county, name, township, operation, position_x, position_y)
     select $1, '众企业' || n, case when n % 60 = 0 then $2::bigint else $3::bigint end, '在营', 116050000 + n % 90 * 100, 39050000 + n % 77 * 100
     from generate_series(1, 6000) n`,
    [county.code, county.units.town.id, id],
  )
  await owner.query('analyze enterprise')
  const now = (await ask(most, box)).body
  expect(now.total).toBe(many.total + 5900)
  expect(now.clusters.reduce((n, c) => n + c.n, 0)).toBe(now.total)
  expect((await ask(town, box)).body.total).toBe(few.total + 100)
  const filter = `&filter=${encodeURIComponent(JSON.stringify({ field: 'operation', is: 'eq', value: '停产' }))}`
  expect((await ask(most, box, filter)).body.total).toBe(800)
  const small = (await ask(most, '116,39,116.02,39.01')).body
  expect(small.points).toHaveLength(small.total)
})
