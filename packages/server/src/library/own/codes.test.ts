// Industry and 行政区划 in a county's own ledger: the same trees as in shipped ones, in slots kept as Chinese text.
import type { LibraryShape, RecordDetail, RecordPage } from '@yipanqi/model/libraries/index.ts'
import type { OwnDetail } from '@yipanqi/model/libraries/own/index.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testHouse, type Client } from '../../testing/harness.ts'
import { ledgerCounty, type LedgerCounty } from '../testing/ledger-county.ts'
import { commit, upload } from '../testing/import-files.ts'
import { openLedger } from './testing.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let county: LedgerCounty
let keeper: Client
let own: OwnDetail
const because = '测试用的栏目，各本互不相干'

beforeAll(async () => {
  house = await testHouse()
  county = await ledgerCounty(house)
  keeper = await county.client('zhujianLiaison')
  own = await openLedger(keeper, await county.client('dispatcher'), {
    name: '小作坊台账',
    noun: '作坊',
    measure: '家',
    purpose: '登记小作坊做什么、在哪里',
    group: '民生与乡村',
    open: false,
    title: 'f1',
    key: ['f1'],
    columns: ['f1', 'f2', 'f3'],
    fields: [
      { name: 'f1', label: '作坊', kind: 'text', required: true, because },
      { name: 'f2', label: '作坊行业', kind: 'industry', because },
      { name: 'f3', label: '作坊所在区划', kind: 'division', because },
    ],
  })
  for (const [f1, f2, f3] of [
    ['豆腐坊', 'C139', '110109001'],
    ['油坊', '1331', '110109001002'],
    ['酒坊', 'C15', '110102'],
    ['铁铺', 'C', '120101'],
    ['客栈', 'H61', '110109'],
    ['空作坊', null, null],
  ])
    await keeper.post<RecordDetail>(`/libraries/${own.id}/records`, { values: { f1, f2, f3 } })
})
afterAll(() => house.close())

const found = async (field: string, is: string, value?: unknown) => {
  const filter = encodeURIComponent(JSON.stringify({ field, is, value }))
  const { body } = await keeper.get<RecordPage>(`/libraries/${own.id}/records?filter=${filter}&sort=f1`)
  return body.items.map((i) => i.values['f1']).sort()
}

it('has them as trees', async () => {
  const { fields } = (await keeper.get<LibraryShape>(`/libraries/${own.id}`)).body
  expect(fields.slice(1).map((f) => [f.kind, f.widget])).toEqual([
    ['industry', 'tree'],
    ['division', 'tree'],
  ])
})

it('finds a branch, also one whose code ends in a nine', async () => {
  expect(await found('f2', 'under', 'C13')).toEqual(['油坊', '豆腐坊'].sort())
  expect(await found('f2', 'under', 'C139')).toEqual(['豆腐坊'])
  expect(await found('f2', 'under', 'C')).toEqual(['油坊', '豆腐坊', '酒坊', '铁铺'].sort())
  expect(await found('f3', 'under', '110109')).toEqual(['客栈', '油坊', '豆腐坊'].sort())
  expect(await found('f3', 'under', '11')).toEqual(['客栈', '油坊', '豆腐坊', '酒坊'].sort())
  expect(await found('f2', 'empty')).toEqual(['空作坊'])
})

it('refuses a code that is none, and reads names from a sheet', async () => {
  const wrong = await keeper.post(`/libraries/${own.id}/records`, { values: { f1: '错坊', f2: '99' } })
  expect([wrong.status, JSON.stringify(wrong.body)]).toEqual([400, expect.stringContaining('大类')])
  const csv = new TextEncoder().encode('作坊,作坊行业,作坊所在区划\n面坊,农副食品加工业,110109\n')
  const done = await commit(keeper, await upload(keeper, own.id, csv, '作坊.csv'))
  expect(done.state).toBe('done')
  expect(await found('f2', 'eq', 'C13')).toEqual(['面坊'])
})
