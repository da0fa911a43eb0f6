// The search box of 单位 and 账号: it finds for those who list them, and shows nobody more than the list does.
import type { Found, RecordPage } from '@yipanqi/model/libraries/index.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testHouse } from '../../testing/harness.ts'
import { openOwner } from '../../testing/snapshot.ts'
import { ledgerCounty, type LedgerCounty } from '../testing/ledger-county.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let county: LedgerCounty
let elsewhere: LedgerCounty
beforeAll(async () => {
  house = await testHouse()
  county = await ledgerCounty(house)
  elsewhere = await ledgerCounty(house)
  const owner = await openOwner()
  await owner.query(`update unit set aliases = '["发改委","县计委"]' where county = $1 and code = 'fagai'`, [
    county.code,
  ])
  await owner.close()
})
afterAll(() => house.close())

type Who = Parameters<LedgerCounty['client']>[0]
const names = async (who: Who, library: string, words: string): Promise<string[]> => {
  const client = await county.client(who)
  const query = `search=${encodeURIComponent(words)}&limit=200&count=exact`
  const { status, body } = await client.get<RecordPage>(`/libraries/${library}/records?${query}`)
  expect(status, JSON.stringify(body)).toBe(200)
  expect(body.count).toEqual({ value: body.items.length, exact: true })
  return body.items.map((i) => String(i.values['name']))
}
const administrators = ['admin', 'security', 'auditor'] as const

describe.each(administrators)('%s', (who) => {
  it.each(['发展和改革', '发改', 'xfzhggj', 'FAGAI', '县计委', ' 发 改 委 '])('finds a unit by “%s”', async (words) => {
    expect(await names(who, 'units', words)).toEqual(['县发展和改革局'])
  })

  it('finds accounts by fragments of their login, signs left out or not, of this county alone', async () => {
    const own = county.people.townHead
    for (const words of [own, own.replaceAll('-', ''), county.code])
      expect(await names(who, 'accounts', words)).toContain(own)
    expect(await names(who, 'accounts', elsewhere.people.townHead)).toEqual([])
    expect(await names(who, 'accounts', 'nobody-of-that-name')).toEqual([])
  })

  it('finds nothing of the county’s business', async () => {
    const client = await county.client(who)
    for (const path of ['enterprises', 'projects', 'matters'])
      expect((await client.get(`/libraries/${path}/records?search=a`)).status).toBe(404)
  })
})

it('a unit finds units, and is told of no accounts', async () => {
  expect(await names('townLiaison', 'units', 'fagai')).toEqual(['县发展和改革局'])
  for (const who of ['dispatcher', 'townLiaison', 'leader'] as const)
    expect((await (await county.client(who)).get('/libraries/accounts/records?search=town')).status).toBe(404)
})

it('the box of a reference finds them by initials, those that begin so first', async () => {
  const found = await (await county.client('admin')).get<{ items: Found[] }>('/libraries/units/find?q=fzh')
  expect(
    found.body.items?.map((i) => i.title),
    JSON.stringify(found.body),
  ).toEqual(['县发展和改革局'])
})
