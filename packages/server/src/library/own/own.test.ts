// A county's own ledger from draft to end: the same list, form, history and search as a shipped one.
import type {
  Change,
  Groups,
  LibraryItem,
  LibraryShape,
  RecordDetail,
  RecordPage,
} from '@yipanqi/model/libraries/index.ts'
import type { OwnDetail } from '@yipanqi/model/libraries/own/index.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testHouse, type Client } from '../../testing/harness.ts'
import { ledgerCounty, type LedgerCounty } from '../testing/ledger-county.ts'
import { openLedger } from './testing.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let county: LedgerCounty
let office: Client
let keeper: Client
let town: Client
let own: OwnDetail

beforeAll(async () => {
  house = await testHouse()
  county = await ledgerCounty(house)
  office = await county.client('dispatcher')
  keeper = await county.client('zhujianLiaison')
  town = await county.client('townLiaison')
  own = await openLedger(keeper, office)
})
afterAll(() => house.close())

const records = (path = '') => `/libraries/${own.id}/records${path}`

describe('a ledger of the county’s own', () => {
  it('is named by its initials and stands among the others once approved', async () => {
    expect(own.id).toBe('own-lhdzztz')
    expect(own.state).toBe('active')
    const { items } = (await town.get<{ items: LibraryItem[] }>('/libraries')).body
    expect(items.find((i) => i.id === own.id)).toMatchObject({
      origin: 'own',
      name: '撂荒地整治台账',
      keepers: ['住房和城乡建设局'],
    })
  })

  it('has the shape of its definition', async () => {
    const shape = (await keeper.get<LibraryShape>(`/libraries/${own.id}`)).body
    expect(shape.fields.map((f) => f.label)).toContain('撂荒亩数')
    expect(shape.can).toContain('create')
  })

  it('keeps, lists, finds, filters, sorts and tells what changed', async () => {
    const values = {
      f1: '东坡三号',
      f2: county.units.town.id,
      f3: 12_500_000,
      f4: '2024-03',
      f5: '缺水源',
      f6: ['流转'],
      f7: false,
      f8: '去年旱',
      f9: 120_000,
      f10: '王测试',
      f12: '2026-05-01',
    }
    const made = await keeper.post<RecordDetail>(records(), { values })
    expect([made.status, made.body]).toEqual([201, expect.anything()])
    const record = made.body
    expect(record.values).toMatchObject({ ...values, f10: '王测试' })
    await keeper.post(records(), { values: { f1: '西坡一号', f3: 1_000_000, f7: true } })
    const list = async (client: Client, query: string) =>
      (await client.get<RecordPage>(`${records()}?columns=f1,f3&count=capped${query}`)).body.items.map(
        (i) => i.values['f1'],
      )
    expect(await list(keeper, '&sort=f1')).toEqual(['东坡三号', '西坡一号'])
    expect(await list(keeper, '&sort=-f3')).toEqual(['东坡三号', '西坡一号'])
    expect(await list(keeper, `&search=${encodeURIComponent('东坡')}`)).toEqual(['东坡三号'])
    expect(await list(keeper, '&search=xpyh')).toEqual(['西坡一号'])
    for (const filter of [
      { field: 'f5', is: 'eq', value: '缺水源' },
      { field: 'f6', is: 'in', value: ['流转'] },
      { field: 'f7', is: 'eq', value: false },
      { field: 'f3', is: 'from', value: 2_000_000 },
      { field: 'f4', is: 'filled' },
      { field: 'f2', is: 'eq', value: county.units.town.id },
      { field: 'f1', is: 'contains', value: '三号' },
    ])
      expect(await list(keeper, `&filter=${encodeURIComponent(JSON.stringify(filter))}`)).toEqual(['东坡三号'])
    // The township sees what names it, and no more.
    expect(await list(town, '')).toEqual(['东坡三号'])
    const changed = await keeper.patch(records(`/${record.id}`), {
      version: 0,
      values: { f3: 13_000_000 },
      reason: '复测',
    })
    expect(changed.status).toBe(200)
    const { body: history } = await keeper.get<{ items: Change[] }>(records(`/${record.id}/history`))
    expect(history.items[0]).toMatchObject({
      reason: '复测',
      fields: [{ label: '撂荒亩数', before: '12.5 亩', after: '13 亩' }],
    })
    expect(history.items).toHaveLength(2)
  })

  it('keeps its key to itself', async () => {
    const again = await keeper.post(records(), { values: { f1: '东坡三号' } })
    expect(again.status).toBe(409)
    expect(JSON.stringify(again.body)).toContain('东坡三号')
  })

  it('groups, counts and sums', async () => {
    const { body: groups } = await keeper.get<Groups>(`/libraries/${own.id}/groups?by=f7`)
    expect(groups.total).toMatchObject({ count: 2, sums: { f3: 14_000_000 } })
  })
})
