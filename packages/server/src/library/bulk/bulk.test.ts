// Bulk edit: what was shown is what is done, or nothing.
import type { BulkPreview, Change, RecordDetail } from '@yipanqi/model/libraries/index.ts'
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
const path = '/libraries/enterprises'

beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
  county = await ledgerCounty(house)
  office = await county.client('dispatcher')
})
afterAll(async () => {
  await owner.close()
  await house.close()
})

async function seed(n: number, values: object): Promise<number[]> {
  const rows = Array.from({ length: n }, (_, i) => ({ values: { name: `批量企业${i}`, ...values } }))
  const written = await house.db.withActor(systemActor(county.code, 'seed'), (trx) =>
    writeRecords(trx, systemActor(county.code, 'seed'), getLedger('enterprises'), rows, {
      today: '2026-05-21',
      master: house.master,
    }),
  )
  return written.map((w) => w.id)
}
const filterOf = (value: string) => JSON.stringify({ field: 'operation', is: 'eq', value })

it('carries out exactly what it showed, with one reason for all', async () => {
  const ids = await seed(5, { operation: '筹建', township: county.units.town.id })
  const edit = {
    filter: filterOf('筹建'),
    values: { operation: '在营', serviceOfficer: '周专员', serviceUnit: county.units.jinrong.id },
    reason: '开业核实',
  }
  const shown = await office.post<BulkPreview>(`${path}/bulk/preview`, edit)
  expect(shown.status, JSON.stringify(shown.body)).toBe(200)
  expect(shown.body).toMatchObject({ count: 5, unchanged: 0, refused: [] })
  expect(shown.body.examples[0]).toMatchObject({
    title: '批量企业0',
    before: { operation: '筹建', serviceOfficer: null },
    after: { operation: '在营', serviceOfficer: '周专员' },
  })
  expect(shown.body.names['units']?.[county.units.jinrong.id]).toBe('县金融发展服务中心')
  const { token } = shown.body
  const other = await office.post<{ error: { code: string } }>(`${path}/bulk`, {
    ...edit,
    values: { operation: '停产' },
    token,
  })
  expect([other.status, other.body.error.code]).toEqual([409, 'changed-meanwhile'])
  await office.patch(`${path}/records/${ids[2]}`, { version: 0, values: { tax: 1 } })
  const moved = await office.post<{ error: { code: string } }>(`${path}/bulk`, { ...edit, token })
  expect([moved.status, moved.body.error.code]).toEqual([409, 'changed-meanwhile'])
  const fresh = (await office.post<BulkPreview>(`${path}/bulk/preview`, edit)).body.token
  const done = await office.post(`${path}/bulk`, { ...edit, token: fresh })
  expect(done.body).toEqual({ changed: 5, unchanged: 0 })
  const record = (await office.get<RecordDetail>(`${path}/records/${ids[0]}`)).body
  expect(record).toMatchObject({ version: 1, values: { operation: '在营', serviceOfficer: '周专员' } })
  const history = (await office.get<{ items: Change[] }>(`${path}/records/${ids[0]}/history`)).body
  expect(history.items[0]).toMatchObject({ reason: '开业核实', who: '测dispatcher' })
  const again = (await office.post<BulkPreview>(`${path}/bulk/preview`, { ...edit, filter: undefined, ids })).body
  expect(again).toMatchObject({ count: 0, unchanged: 5 })
})

it('leaves out what the actor may not change and says why; keys and numbers are nobody’s to change in bulk', async () => {
  const mine = await seed(2, { operation: '歇业', township: county.units.town.id })
  await seed(2, { operation: '歇业', township: county.units.zhujian.id })
  const town = await county.client('townLiaison')
  const away = { filter: filterOf('歇业'), values: { township: county.units.zhujian.id }, reason: '划转' }
  const shown = (await town.post<BulkPreview>(`${path}/bulk/preview`, away)).body
  expect(shown.count).toBe(0)
  expect(shown.refused.map((r) => [r.id, r.why])).toEqual(mine.map((id) => [id, '改了以后就不在您的范围内了']))
  for (const values of [
    { creditCode: '91110000802100433B' },
    { contactPhone: '13812341234' },
    { name: null },
    {},
    { township: 999_999 },
  ]) {
    const answer = await office.post(`${path}/bulk/preview`, { ids: mine, values, reason: '试' })
    expect([answer.status, JSON.stringify(values)]).toEqual([400, JSON.stringify(values)])
  }
  const body = { ids: mine, values: { operation: '停产' }, reason: '试' }
  const statuses: Record<string, number> = {}
  for (const who of ['leader', 'auditor', 'admin'] as const) {
    statuses[who] = (await (await county.client(who)).post(`${path}/bulk/preview`, body)).status
    expect((await (await county.client(who)).post(`${path}/bulk`, { ...body, token: 'x' })).status).toBe(statuses[who])
  }
  expect(statuses).toEqual({ leader: 403, auditor: 404, admin: 404 })
  // Another county's ids are simply not there; another unit's neither.
  const elsewhere = await (await ledgerCounty(house)).client('dispatcher')
  expect((await elsewhere.post<BulkPreview>(`${path}/bulk/preview`, body)).body).toMatchObject({
    count: 0,
    unchanged: 0,
    refused: [],
  })
})

it('changes ten thousand in one go, and no more', { timeout: 240_000 }, async () => {
  const add = (n: number) =>
    owner.query(
      `insert into enterprise (county, name, township, operation, search_text) select $1, '批量' || i, $2, '注销', '批量' || i from generate_series(1, $3) i`,
      [county.code, county.units.town.id, n],
    )
  await add(10_000)
  const edit = { filter: filterOf('注销'), values: { remarks: '已注销，不再统计' }, reason: '清理' }
  const shown = await office.post<BulkPreview>(`${path}/bulk/preview`, edit)
  expect(shown.body.count).toBe(10_000)
  const done = await office.post(`${path}/bulk`, { ...edit, token: shown.body.token })
  expect(done.body).toEqual({ changed: 10_000, unchanged: 0 })
  await add(1)
  const over = await office.post<{ error: { code: string } }>(`${path}/bulk/preview`, edit)
  expect([over.status, over.body.error.code]).toEqual([422, 'too-many'])
})
