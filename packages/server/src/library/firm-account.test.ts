// An account of a firm, bound as the administrators bind it: its own record and requests, in every ledger what names it,
// of nobody else anything, and nothing to write.
import type { AccountCode, AccountFull } from '@yipanqi/model'
import type { LibraryItem, RecordDetail, RecordPage } from '@yipanqi/model/libraries/index.ts'
import { libraries } from '@yipanqi/model/libraries/definitions/index.ts'
import { mayInLibrary } from '@yipanqi/model/libraries/permissions.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientOf, testHouse, testPassword, type Client } from '../testing/harness.ts'
import { must } from '../testing/issued.ts'
import { openOwner, type Owner } from '../testing/snapshot.ts'
import { codeOf } from './testing/import-files.ts'
import { ledgerCounty, type LedgerCounty } from './testing/ledger-county.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let owner: Owner
let county: LedgerCounty
let office: Client
let firm: Client
let account: AccountFull
let [mine, other, request, foreignRequest] = [0, 0, 0, 0]

const made = async (library: string, values: object): Promise<number> =>
  (await must<RecordDetail>(office.post(`/libraries/${library}/records`, { values }), 201)).id
const secret = '邻厂甲乙丙'

beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
  county = await ledgerCounty(house)
  office = await county.client('dispatcher')
  const township = county.units.town.id
  mine = await made('enterprises', { name: '竹影机械厂', creditCode: codeOf(county.code, 1), township })
  other = await made('enterprises', { name: secret, creditCode: codeOf(county.code, 2), township })
  const ask = (enterprise: number, name: string) => ({ name, enterprise, township, theme: '融资' })
  request = await made('enterprise-requests', ask(mine, '竹影要贷款'))
  foreignRequest = await made('enterprise-requests', ask(other, `${secret}要用地`))
  for (const enterprise of [mine, other])
    await made('guarantees', {
      number: `担${enterprise}`,
      borrower: enterprise === mine ? '竹影机械厂' : secret,
      borrowerKind: '小微企业',
      enterprise,
      amount: 1_000_000,
      outstanding: 800_000,
    })
  const admin = await county.client('admin')
  const security = await county.client('security')
  const opened = await must<AccountCode>(
    admin.post('/accounts', {
      name: `firm-${county.code}`,
      display: '法人授权人',
      unit: township,
      post: 'enterprise',
    }),
    201,
  )
  account = await must<AccountFull>(
    security.post(`/accounts/${opened.account.id}/actions/grant`, {
      version: opened.account.version,
      post: 'enterprise',
      scope: 'enterprise',
      enterprise: codeOf(county.code, 1),
    }),
  )
  const nobody = await clientOf(house, null)
  await must(
    nobody.post('/accounts/first-password', { account: account.name, code: opened.code, password: testPassword }),
  )
  firm = await clientOf(house, account.name)
})
afterAll(async () => {
  await owner.close()
  await house.close()
})

describe('a firm', () => {
  it('is bound by its credit code, and opens its own record and requests', async () => {
    expect(account).toMatchObject({
      state: 'active',
      scope: 'enterprise',
      enterprise: { id: mine, name: '竹影机械厂' },
    })
    const own = await firm.get<RecordDetail>(`/libraries/enterprises/records/${mine}`)
    expect([own.status, own.body.title, own.body.can]).toEqual([200, '竹影机械厂', []])
    const asked = await firm.get<RecordDetail>(`/libraries/enterprise-requests/records/${request}`)
    expect([asked.status, asked.body.title, asked.body.can]).toEqual([200, '竹影要贷款', []])
  })

  it('is told of the ledgers that firms have a part in, with the count of its own', async () => {
    const { items } = (await firm.get<{ items: LibraryItem[] }>('/libraries')).body
    const allowed = libraries.filter((l) => l.audience.enterprise !== undefined && !l.audience.posts).map((l) => l.id)
    expect(items.map((l) => l.id).sort()).toEqual([...allowed].sort())
    for (const item of items) {
      expect([item.id, item.can]).toEqual([item.id, []])
      expect(item.count?.value, item.id).toBe(
        ['enterprises', 'enterprise-requests', 'guarantees'].includes(item.id) ? 1 : 0,
      )
    }
  })

  it.each(libraries.map((l) => [l.id, l] as const))(
    '%s: nothing of its neighbour’s, by any way in',
    async (id, library) => {
      const actor = { post: 'enterprise', scope: 'enterprise', libraries: [] } as const
      const may = mayInLibrary(actor, library, 'read')
      const words = encodeURIComponent(secret)
      for (const path of [
        '/records?limit=200',
        `/records?search=${words}`,
        `/count?search=${words}`,
        `/find?q=${words}`,
      ]) {
        const answer = await firm.raw(`/libraries/${id}${path}`)
        expect([path, answer.status]).toEqual([path, may ? 200 : 404])
        expect(await answer.text()).not.toContain(secret)
      }
      if (!may) return
      const page = await firm.get<RecordPage>(`/libraries/${id}/records?limit=200`)
      const key = library.audience.enterprise ?? ''
      for (const item of page.body.items) {
        const record = await firm.get<RecordDetail>(`/libraries/${id}/records/${item.id}`)
        expect(key === 'id' ? record.body.id : record.body.values[key]).toBe(mine)
        expect(record.body.can).toEqual([])
      }
    },
  )

  it.each([
    () => `/libraries/enterprises/records/${other}`,
    () => `/libraries/enterprises/records/${other}/history`,
    () => `/libraries/enterprises/records/${other}/matters`,
    () => `/libraries/enterprise-requests/records/${foreignRequest}`,
    () => `/libraries/enterprise-requests/records/${foreignRequest}/history`,
  ])('asked for its neighbour’s record there is none: %s', async (path) => {
    const answer = await firm.raw(path())
    expect([path(), answer.status]).toEqual([path(), 404])
  })

  it('writes nothing, not even in its own record', async () => {
    const before = await owner.snapshot(county.code)
    const values = { name: '冒名' }
    const file = new FormData()
    file.set('file', new File(['企业名称\r\n冒名厂'], '企业.csv'))
    const answers = [
      await firm.post('/libraries/enterprises/records', { values }),
      await firm.patch(`/libraries/enterprises/records/${mine}`, { version: 0, values }),
      await firm.post('/libraries/enterprise-requests/records', { values: { ...values, enterprise: mine } }),
      await firm.patch(`/libraries/enterprise-requests/records/${request}`, {
        version: 0,
        values: { verdict: '满意' },
      }),
      await firm.post(`/libraries/enterprise-requests/records/${request}/stage`, { version: 0, to: 'assigned' }),
      await firm.raw('/libraries/enterprises/imports', { method: 'POST', body: file }),
      await firm.raw('/libraries/enterprises/export?format=csv'),
    ]
    for (const [i, { status }] of answers.entries()) expect([i, status]).toEqual([i, expect.toBeOneOf([400, 403, 404])])
    expect(await owner.snapshot(county.code)).toEqual(before)
  })

  it('has no part in matters, documents, people and the audit', async () => {
    for (const path of ['/accounts', '/audit', '/units/history', '/unit-changes'])
      expect([path, (await firm.get(path)).status]).toEqual([path, 403])
    for (const path of ['/matters', '/documents']) {
      const answer = await firm.get<{ items?: unknown[] }>(path)
      expect([path, answer.body.items ?? []]).toEqual([path, []])
    }
  })

  it('sees nothing any more once it is bound to another, or to none', async () => {
    const security = await county.client('security')
    const fresh = await must<AccountFull>(security.get(`/accounts/${account.id}`))
    await must(
      security.post(`/accounts/${account.id}/actions/grant`, {
        version: fresh.version,
        post: 'enterprise',
        scope: 'none',
      }),
    )
    expect((await firm.get(`/libraries/enterprises/records/${mine}`)).status).toBe(401)
    const again = await clientOf(house, account.name)
    expect((await again.get(`/libraries/enterprises/records/${mine}`)).status).toBe(404)
    expect((await again.get<{ items: LibraryItem[] }>('/libraries')).body.items).toEqual([])
  })
})
