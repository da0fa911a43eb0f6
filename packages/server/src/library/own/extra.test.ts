// A county's additional fields on a shipped ledger: in its form, list, history, search and bulk edit like its own.
import type { Change, LibraryShape, RecordDetail, RecordPage } from '@yipanqi/model/libraries/index.ts'
import type { OwnDetail } from '@yipanqi/model/libraries/own/index.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testHouse, type Client } from '../../testing/harness.ts'
import { ledgerCounty, type LedgerCounty } from '../testing/ledger-county.ts'
import { approve, draftOf, openLedger } from './testing.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let county: LedgerCounty
let office: Client
let keeper: Client
let own: OwnDetail

const field = (n: number, label: string, kind: string, more: object = {}) => ({ name: `f${n}`, label, kind, ...more })
const fields = [
  field(1, '霍坊工坊类别', 'choice', { choices: ['非遗', '手作'] }),
  field(2, '霍坊产值', 'money', { measure: '万元' }),
  field(3, '霍坊挂牌日', 'date'),
  field(4, '霍坊匠人', 'person'),
  field(5, '霍坊特色', 'choices', { choices: ['蓝染', '竹编', '陶艺'] }),
  field(6, '霍坊简介', 'long-text'),
  field(7, '霍坊帮扶单位', 'unit'),
]

beforeAll(async () => {
  house = await testHouse()
  county = await ledgerCounty(house)
  office = await county.client('dispatcher')
  keeper = await county.client('gongxinLiaison')
  own = await openLedger(keeper, office, { fields }, { base: 'enterprises' })
})
afterAll(() => house.close())

it('stand behind the shipped ones, under names of their own', async () => {
  expect(own).toMatchObject({ id: 'enterprises', base: 'enterprises', state: 'active' })
  const { body } = await keeper.get<LibraryShape>('/libraries/enterprises')
  const added = body.fields.filter((f) => f.name.startsWith('xf'))
  expect(added.map((f) => f.label)).toEqual(fields.map((f) => f.label))
  expect(added[0]).toMatchObject({ section: '县里增加的栏目', sortable: true })
  expect(body.origin).toBe('shipped')
})

it('are written, shown, filtered, sorted, grouped and remembered', async () => {
  const root = '/libraries/enterprises/records'
  const values = {
    xf1: '非遗',
    xf2: 1_234_500_000,
    xf3: '2026-04-01',
    xf4: '石匠人',
    xf5: ['蓝染'],
    xf6: '三代传承',
    xf7: county.units.fagai.id,
  }
  const { status, body: record } = await keeper.post<RecordDetail>(root, { values: { name: '霍坊甲', ...values } })
  expect([status, record.values]).toEqual([201, expect.objectContaining(values)])
  await keeper.post(root, { values: { name: '霍坊乙', xf2: 100 } })
  await keeper.post(root, { values: { name: '霍坊丙' } })
  const list = async (query: string) =>
    (await keeper.get<RecordPage>(`${root}?columns=name,xf2${query}`)).body.items.map((i) => i.values['name'])
  expect(await list('&sort=-xf2')).toEqual(['霍坊甲', '霍坊乙', '霍坊丙'])
  expect(await list('&sort=xf1')).toHaveLength(3)
  for (const filter of [
    { field: 'xf1', is: 'eq', value: '非遗' },
    { field: 'xf2', is: 'from', value: 1000 },
    { field: 'xf3', is: 'filled' },
    { field: 'xf5', is: 'in', value: ['蓝染'] },
    { field: 'xf7', is: 'eq', value: county.units.fagai.id },
  ])
    expect(await list(`&filter=${encodeURIComponent(JSON.stringify(filter))}`)).toEqual(['霍坊甲'])
  await keeper.patch(`${root}/${record.id}`, { version: 0, values: { xf1: '手作' } })
  const { body: history } = await keeper.get<{ items: Change[] }>(`${root}/${record.id}/history`)
  expect(history.items[0]?.fields).toEqual([
    expect.objectContaining({ label: '霍坊工坊类别', before: '非遗', after: '手作' }),
  ])
})

it('end with their definition: shown, asked no more; the shipped fields go on', async () => {
  const shown = (await keeper.get<OwnDetail>('/own-libraries/enterprises')).body
  await office.post('/own-libraries/enterprises/stop', { version: shown.version, reason: '工坊已撤' })
  const refused = await keeper.post('/libraries/enterprises/records', { values: { name: '霍坊丁', xf1: '非遗' } })
  expect(refused.status).toBe(400)
  expect((await keeper.post('/libraries/enterprises/records', { values: { name: '霍坊丁' } })).status).toBe(201)
  const again = (await keeper.get<OwnDetail>('/own-libraries/enterprises')).body
  const { body: drafted } = await keeper.patch<OwnDetail>(
    '/own-libraries/enterprises/draft',
    draftOf({ fields }, { version: again.version }),
  )
  await approve(keeper, office, 'enterprises', drafted.version)
  expect(
    (await keeper.post('/libraries/enterprises/records', { values: { name: '霍坊戊', xf1: '非遗' } })).status,
  ).toBe(201)
})

it('do not reach another county', async () => {
  const other = await ledgerCounty(house)
  const { body } = await (await other.client('dispatcher')).get<LibraryShape>('/libraries/enterprises')
  expect(body.fields.filter((f) => f.name.startsWith('xf'))).toEqual([])
})

it('are refused on what the system defines, and where they double a head', async () => {
  expect((await office.post('/own-libraries', draftOf({ fields }, { base: 'matters' }))).status).toBe(400)
  const doubled = { fields: [field(1, '企业名称', 'text')] }
  const there = await keeper.post<{ error: { message: string } }>('/own-libraries/review', {
    base: 'projects',
    definition: doubled,
  })
  expect(JSON.stringify(there.body)).toContain('企业库')
})
