// Ledgers of firms that stand in the enterprise ledger: a file's 统一社会信用代码 says which firm a row means.
import type { RecordDetail } from '@yipanqi/model/libraries/index.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testHouse, type Client } from '../testing/harness.ts'
import { codeOf, commit, csvOf, rowsIn, upload } from './testing/import-files.ts'
import { ledgerCounty, type LedgerCounty } from './testing/ledger-county.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let county: LedgerCounty
let office: Client
beforeAll(async () => {
  house = await testHouse()
  county = await ledgerCounty(house)
  office = await county.client('dispatcher')
})
afterAll(() => house.close())

async function made(library: string, values: object): Promise<number> {
  const answer = await office.post<RecordDetail>(`/libraries/${library}/records`, { values })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body.id
}

it.each([
  ['technology-firms', {}],
  ['listing-candidates', { board: '北交所', enteredOn: '2026-01-08' }],
])('%s: by the code first, by the name where there is none', async (library, asked) => {
  const place = ['technology-firms', 'listing-candidates'].indexOf(library) * 10
  const [code, other, nobody] = [place + 1, place + 2, place + 3].map((n) => codeOf(county.code, n)) as [
    string,
    string,
    string,
  ]
  const firm = await made('enterprises', { name: `${library}甲公司`, creditCode: code })
  const second = await made('enterprises', { name: `${library}乙公司`, creditCode: other })
  const tied = await made(library, { ...asked, name: '旧名公司', enterprise: firm })
  const bare = await made(library, { ...asked, name: '没连企业库的公司' })
  const file = csvOf([
    ['企业名称', '统一社会信用代码'],
    ['新名公司', code.toLowerCase()],
    ['没连企业库的公司', other],
    ['查不到的公司', nobody],
  ])
  const found = await upload(office, library, file, '名单.csv')
  expect(found.columns.map((c) => [c.head, c.field])).toEqual([
    ['企业名称', 'name'],
    ['统一社会信用代码', 'enterprise'],
  ])
  const { items } = await rowsIn(office, found)
  expect(items.map((r) => r.action)).toEqual(['change', 'change', 'invalid'])
  expect(JSON.stringify(items[2])).toContain(`找不到企业“${nobody}”`)
  await commit(office, found, 'valid')
  const read = async (id: number) => (await office.get<RecordDetail>(`/libraries/${library}/records/${id}`)).body.values
  await expect.poll(async () => (await read(tied))['name'], { timeout: 10_000 }).toBe('新名公司')
  expect(await read(tied)).toMatchObject({ enterprise: firm })
  expect(await read(bare)).toMatchObject({ name: '没连企业库的公司', enterprise: second })
})
