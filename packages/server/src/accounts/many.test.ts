// Accounts by the hundred: brought in by a file, granted together by one administrator, their codes taken by another.
import type { AccountFull, AccountItem, Page, SetupSlips } from '@yipanqi/model'
import type { Import } from '@yipanqi/model/libraries/index.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commit, csvOf, upload } from '../library/testing/import-files.ts'
import type { House } from '../house.ts'
import { clientOf, testCounty, testHouse, type Client, type TestCounty } from '../testing/harness.ts'
import { must } from '../testing/issued.ts'
import { openOwner, type Owner } from '../testing/snapshot.ts'

type Refused = { error: { code: string; message: string; why: string } }
let house: House & { close(): Promise<void> }
let owner: Owner
let county: TestCounty
let admin: Client
let security: Client
let waiting: AccountItem[]

beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
  county = await testCounty(house)
  admin = await clientOf(house, county.people.admin)
  security = await clientOf(house, county.people.security)
  const rows = Array.from({ length: 60 }, (_, i) => [`p${i}-${county.code}`, `人员${i}`, '青田镇', '乡镇经发办'])
  const found: Import = await upload(
    admin,
    'accounts',
    csvOf([['登录名', '姓名', '所在单位', '角色'], ...rows]),
    '人员.csv',
  )
  const done = await commit(admin, found)
  if (done.state !== 'done') throw new Error(JSON.stringify(done))
  waiting = await listed('state=pending')
})
afterAll(async () => {
  await owner.close()
  await house.close()
})

const listed = async (query: string) => (await must<Page<AccountItem>>(admin.get(`/accounts?limit=200&${query}`))).items
const those = (items: readonly AccountItem[]) => ({ accounts: items.map(({ id, version }) => ({ id, version })) })
const grant = (client: Client, items: readonly AccountItem[]) =>
  client.post<{ items: AccountItem[] } & Refused>('/accounts/actions/grant', those(items))
const codes = (items: readonly AccountItem[], key?: Record<string, string>) =>
  admin.post<SetupSlips & Refused>('/accounts/actions/setup-codes', those(items), key)
const redeem = async (account: string, code: string) =>
  (await clientOf(house, null)).post('/accounts/first-password', { account, code, password: 'a-new-password-9' })

describe('a batch', () => {
  it('no code opens what is not granted, and who opened it cannot grant it', async () => {
    expect(waiting).toHaveLength(60)
    expect(waiting.every((a) => a.invitedUntil === null)).toBe(true)
    expect((await codes(waiting)).body.error).toMatchObject({
      code: 'no-code',
      why: expect.stringContaining('没有审批'),
    })
    expect((await grant(admin, waiting)).status).toBe(403)
    expect(await listed('unset=true')).toEqual([])
  })

  it('is granted whole or not at all', async () => {
    const leader = await must<{ account: AccountFull }>(
      admin.post('/accounts', {
        name: `l-${county.code}`,
        display: '领',
        unit: county.units.office.id,
        post: 'leader',
      }),
      201,
    )
    const mixed = await grant(security, [...waiting, leader.account])
    expect([mixed.status, mixed.body.error.code]).toEqual([409, 'alone'])
    expect(mixed.body.error.why).toContain('县领导')
    const [first] = waiting as [AccountItem]
    const stale = await grant(security, [{ ...first, version: 7 }, ...waiting.slice(1)])
    expect([stale.status, stale.body.error.code]).toEqual([409, 'stale'])
    expect(stale.body.error.why).toContain(first.name)
    expect((await listed('state=pending')).length).toBe(61)
    const twice = await security.post('/accounts/actions/grant', { accounts: [first, first] })
    expect(twice.status).toBe(400)
    const { status, body } = await grant(security, waiting)
    expect(status, JSON.stringify(body)).toBe(200)
    expect(new Set(body.items.map((a) => [a.state, a.scope].join()))).toEqual(new Set(['active,subtree']))
    expect((await grant(security, body.items)).body.error.code).toBe('wrong-state')
  })

  it('its codes are shown once to who opened it, open each its own account once, and stand nowhere', async () => {
    const unset = await listed('unset=true')
    expect(unset.map((a) => a.id).sort()).toEqual(waiting.map((a) => a.id).sort())
    const key = { 'Idempotency-Key': 'codes' }
    const { body } = await codes(unset, key)
    expect(body.items).toHaveLength(60)
    const seen = body.items.map((s) => s.code as string)
    expect(new Set(seen).size).toBe(60)
    for (const slip of body.items) expect(Date.parse(slip.validUntil)).toBeGreaterThan(Date.now() + 6 * 86_400_000)
    const again = await codes(unset, key)
    expect(new Set(again.body.items.map((s) => s.code))).toEqual(new Set([null]))
    const kept = await owner.query<{ text: string }>(
      `select coalesce(string_agg(t, ' '), '') as text from (
         select c::text as t from credential c where county = $1 union all select i::text from idempotency i where county = $1
         union all select a::text from audit a where county = $1) x`,
      [county.code],
    )
    for (const code of seen) expect(kept[0]?.text).not.toContain(code)
    const [one, two] = body.items as [SetupSlips['items'][number], SetupSlips['items'][number]]
    expect((await redeem(two.name, one.code ?? '')).status).toBe(401)
    expect((await redeem(one.name, one.code ?? '')).status).toBe(200)
    expect((await redeem(one.name, one.code ?? '')).status).toBe(401)
  })

  it('a code that was taken anew voids the one before; who has a password is not among them', async () => {
    const unset = await listed('unset=true')
    expect(unset).toHaveLength(59)
    const [target] = unset as [AccountItem]
    const first = (await codes([target])).body.items[0]
    const next = (await codes(await listed(`unset=true&text=${target.name}`))).body.items[0]
    expect((await redeem(target.name, first?.code ?? '')).status).toBe(401)
    expect((await redeem(target.name, next?.code ?? '')).status).toBe(200)
    const has = await listed(`text=${target.name}`)
    expect((await codes(has)).body.error).toMatchObject({
      code: 'no-code',
      why: expect.stringContaining('已经设过密码'),
    })
  })

  it('who took and who granted stands in the audit', async () => {
    const rows = await owner.query<{ post: string; n: string }>(
      `select post, count(*) as n from audit where county = $1 and tbl = 'account' and op = 'U' and row_key = $2 group by post order by post`,
      [county.code, String((await listed('unset=true'))[0]?.id)],
    )
    expect(rows.map((r) => [r.post, Number(r.n)])).toEqual([
      ['security-admin', 1],
      ['system-admin', 1],
    ])
  })
})
