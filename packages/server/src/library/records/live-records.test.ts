// Who hears that a record changed: by form, stage, bulk edit and import, and nobody who may not see it.
import type { RecordDetail } from '@yipanqi/model/libraries/index.ts'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { systemActor } from '../../db/actor.ts'
import { testHouse, type Client } from '../../testing/harness.ts'
import { openListeningPost, type Ear, type Heard, type ListeningPost } from '../../testing/listening-post.ts'
import { idRoom } from '../../live/live.ts'
import { getLedger } from '../ledger.ts'
import { ledgerCounty, type LedgerCounty } from '../testing/ledger-county.ts'
import { contextOf } from './change-record.ts'
import { insertStream } from './insert-stream.ts'
import { writeRecords } from './write-records.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let county: LedgerCounty
let office: Client
let post: ListeningPost
const path = '/libraries/projects/records'

beforeAll(async () => {
  house = await testHouse()
  county = await ledgerCounty(house)
  office = await county.client('dispatcher')
  post = await openListeningPost(house)
})
afterEach(() => post.hush())
afterAll(async () => {
  await post.close()
  await house.close()
})

const listen = async (account: string): Promise<Ear> => post.listen(await post.tokenOf(account))
const changes = (ear: Ear): Heard[] => ear.heard.filter((h) => h.event === 'changed')

async function create(values: object): Promise<RecordDetail> {
  const answer = await office.post<RecordDetail>(path, {
    values: { track: '备案', owner: '某公司', total: 1_000_000, ...values },
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body
}

it('a record that is written is told, by its number alone, to those who see it', async () => {
  const gongxin = county.units.gongxin.id
  const whole = await listen(county.people.party)
  const mine = await listen(county.people.gongxinHead)
  const [town, admin] = [await listen(county.people.townHead), await listen(county.people.admin)]
  const elsewhere = await listen((await ledgerCounty(house)).people.dispatcher)
  const made = await create({ name: '直播项目', leadUnit: gongxin })
  const event = { event: 'changed', id: null, data: { kind: 'record', library: 'projects', ids: [made.id] } }
  await mine.until((h) => h.length > 1)
  await whole.until((h) => h.length > 1)
  expect(changes(mine)).toEqual([event])
  const patched = await office.patch<RecordDetail>(`${path}/${made.id}`, { version: 0, values: { name: '改了名' } })
  expect(patched.status).toBe(200)
  await mine.until((h) => h.length > 2)
  // A paper that comes changes no column, and is news all the same.
  const paper = { condition: 'intention', state: 'missing', basis: '在谈', promisedBy: '王主任', due: '2026-12-31' }
  const move = { version: 1, to: 'reserve', since: '2026-05-21', papers: [paper] }
  const moved = await office.post<RecordDetail>(`${path}/${made.id}/stage`, move)
  expect(moved.status, JSON.stringify(moved.body)).toBe(200)
  await mine.until((h) => h.length > 3)
  const came = { version: 2, to: 'reserve', since: '2026-05-21', papers: [{ condition: 'intention', state: 'waived' }] }
  expect(
    (await office.post(`${path}/${made.id}/stage`, { ...came, papers: [{ ...paper, basis: '又谈了' }] })).status,
  ).toBe(200)
  await mine.until((h) => h.length > 4)
  expect(changes(mine)).toEqual([event, event, event, event])
  // What is refused, and what changes nothing, is no news.
  expect((await office.patch(`${path}/${made.id}`, { version: 0, values: { name: '晚了' } })).status).toBe(409)
  await office.patch(`${path}/${made.id}`, { version: 2, values: { name: '改了名' } })
  await pause(300)
  expect(changes(mine)).toHaveLength(4)
  for (const ear of [town, admin, elsewhere]) expect(changes(ear)).toEqual([])
})

it('bulk edits and imports are an event for each audience, whatever their size', async () => {
  const { gongxin, fagai } = county.units
  const [mine, town] = [await listen(county.people.gongxinHead), await listen(county.people.townHead)]
  const whole = await listen(county.people.party)
  const ledger = getLedger('projects')
  const actor = systemActor(county.code, 'test')
  const n = idRoom * 2
  const rows = Array.from({ length: n }, (_, i) => ({
    values: { name: `导入项目${i}`, track: '备案', leadUnit: i % 2 ? gongxin.id : fagai.id },
  }))
  const context = contextOf(house, '导入“测试”')
  await house.db.withActor(actor, async (trx) => {
    const batches = [rows.slice(0, idRoom + 50), rows.slice(idRoom + 50, n), []]
    await insertStream(
      trx,
      actor,
      ledger,
      async () => batches.shift() ?? [],
      context,
      () => undefined,
    )
  })
  await mine.until((h) => h.length > 1)
  await whole.until((h) => h.length > 1)
  await pause(300)
  expect(changes(mine).length).toBeLessThanOrEqual(2)
  expect(changes(whole).length).toBeLessThanOrEqual(2)
  const seen = changes(mine).flatMap((h) => h.data.ids ?? [])
  const { items } = (await (await county.client('gongxinHead')).get<{ items: { id: number }[] }>(`${path}?limit=100`))
    .body
  expect(items.length).toBe(100)
  for (const id of seen) expect((await (await county.client('gongxinHead')).get(`${path}/${id}`)).status).toBe(200)

  const before = changes(mine).length
  await house.db.withActor(actor, async (trx) => {
    const { rows: all } = {
      rows: await trx
        .selectFrom('project' as never)
        .selectAll()
        .execute(),
    }
    const ids = (all as unknown as { id: number; county: string }[]).filter((r) => r.county === county.code)
    expect(ids.length).toBeGreaterThan(idRoom)
    await writeRecords(
      trx,
      actor,
      ledger,
      ids.map(({ id }) => ({ id, values: { progress: '一起改' } })),
      context,
    )
  })
  await mine.until((h) => h.length > before + 1)
  await pause(300)
  expect(changes(mine).length).toBe(before + 1)
  expect(changes(town)).toEqual([])
})
