// An account's life: opened, granted, moved, handed over, left. What one administrator does, the other two cannot.
import type { AccountCode, AccountFull, AccountItem, DocumentDetail, HandOverPreview, Page } from '@yipanqi/model'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '../db/actor.ts'
import type { House } from '../house.ts'
import { clientOf, testCounty, testHouse, testPassword, type Client, type TestCounty } from '../testing/harness.ts'
import { must } from '../testing/issued.ts'
import { openOwner, type Owner } from '../testing/snapshot.ts'
import { stageDocument, troupeOf } from '../testing/stage.ts'

type Refused = { error: { code: string; message: string; why: string } }
let house: House & { close(): Promise<void> }
let owner: Owner
let county: TestCounty
let admin: Client
let security: Client

beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
})
afterAll(async () => {
  await owner.close()
  await house.close()
})
beforeEach(async () => {
  county = await testCounty(house)
  admin = await clientOf(house, county.people.admin)
  security = await clientOf(house, county.people.security)
})

const newcomer = (extra: object = {}) => ({
  name: `xin-${county.code}`,
  display: '辛一',
  phone: '13900001234',
  unit: county.units.fagai.id,
  post: 'liaison',
  ...extra,
})
const open = (extra: object = {}) => must<AccountCode>(admin.post('/accounts', newcomer(extra)), 201)
const fresh = (client: Client, id: number) => must<AccountFull>(client.get(`/accounts/${id}`))
async function act<T = AccountFull>(client: Client, id: number, verb: string, body: object = {}, status = 200) {
  const { version } = await fresh(admin, id)
  return must<T>(client.post(`/accounts/${id}/actions/${verb}`, { version, ...body }), status)
}
const liaison = { post: 'liaison', scope: 'subtree' }
async function idOf(name: string): Promise<number> {
  const [row] = await owner.query<{ id: string }>('select id from account where name = $1', [name])
  return Number(row?.id)
}
const redeem = async (code: string, password = 'a-new-password-9') =>
  (await clientOf(house, null)).post<Refused>('/accounts/first-password', {
    account: `xin-${county.code}`,
    code,
    password,
  })
const logIn = async (account: string, password: string) =>
  (await clientOf(house, null)).post<Refused & { token: string }>('/sessions', { account, password, token: true })

describe('a new account', () => {
  it('works only once the security administrator has granted it; the person alone knows the password', async () => {
    const { account, code } = await open()
    expect(account).toMatchObject({ state: 'pending', phone: '139****1234', openedBy: '测admin', hasPassword: false })
    expect((await redeem(code ?? '')).status).toBe(401)
    const granted = await act(security, account.id, 'grant', liaison)
    expect(granted).toMatchObject({ state: 'active', grantedBy: '测security' })
    expect((await redeem(code ?? '')).status).toBe(200)
    expect((await redeem(code ?? '')).status).toBe(401)
    expect((await logIn(account.name, 'a-new-password-9')).status).toBe(201)
  })

  it('its code ends after seven days', async () => {
    const { account, code } = await open()
    await act(security, account.id, 'grant', liaison)
    await owner.query(`update credential set invitation_until = now() - interval '1 second' where account = $1`, [
      account.id,
    ])
    expect((await redeem(code ?? '')).status).toBe(401)
  })

  it('refuses a name that somebody has, also in another county, and a unit that has ended', async () => {
    const elsewhere = await testCounty(house)
    for (const name of [county.people.leader, elsewhere.people.leader]) {
      const answer = await admin.post<Refused>('/accounts', newcomer({ name }))
      expect([answer.status, answer.body.error.code]).toEqual([409, 'name-taken'])
    }
    const foreign = await admin.post('/accounts', newcomer({ unit: elsewhere.units.fagai.id }))
    expect(foreign.status).toBe(404)
  })

  it('retried with the same key is opened once, and its code stands nowhere', async () => {
    const key = { 'Idempotency-Key': 'open' }
    const one = await must<AccountCode>(admin.post('/accounts', newcomer(), key), 201)
    expect(one.code).toMatch(/^.{12}$/)
    expect(await must<AccountCode>(admin.post('/accounts', newcomer(), key), 201)).toEqual({ ...one, code: null })
  })
})

describe('rights', () => {
  it('a scope must fit the post; a custom one names units; the last administrator of a kind stays', async () => {
    const { account } = await open()
    const refused = async (body: object) => (await act<Refused>(security, account.id, 'grant', body, 400)).error.message
    expect(await refused({ post: 'liaison', scope: 'all' })).toContain('不能是“全县”')
    expect(await refused({ post: 'audit-admin', scope: 'all' })).toContain('不能是“全县”')
    expect(await refused({ post: 'liaison', scope: 'custom' })).toContain('没有指定单位')
    expect(await refused({ ...liaison, leader: county.leader })).toContain('只有县领导')
    expect(await refused({ post: 'enterprise', scope: 'enterprise' })).toContain('绑定企业')
    const units = [{ unit: county.units.town.id, below: true }]
    const granted = await act(security, account.id, 'grant', { post: 'liaison', scope: 'custom', units })
    expect(granted.units).toMatchObject([{ unit: { id: county.units.town.id }, below: true }])
    const last = await act<Refused>(security, await idOf(county.people.auditor), 'grant', liaison, 409)
    expect(last.error.code).toBe('last-administrator')
  })

  it('nobody changes their own, whichever way', async () => {
    const own = await idOf(county.people.security)
    const body = { post: 'security-admin', scope: 'none' }
    expect((await act<Refused>(security, own, 'grant', body, 403)).error.message).toContain('只能由别人办')
    expect((await act<Refused>(security, own, 'reset-second-factor', {}, 403)).error.code).toBe('forbidden')
    const mine = await idOf(county.people.admin)
    expect((await act<Refused>(admin, mine, 'leave', {}, 403)).error.code).toBe('forbidden')
    expect((await act<Refused>(admin, mine, 'reset-password', {}, 403)).error.code).toBe('forbidden')
  })

  it('a suspended account is out at once, and waits for a grant', async () => {
    const leader = await clientOf(house, county.people.leader)
    expect((await leader.get('/me')).status).toBe(200)
    const id = await idOf(county.people.leader)
    const after = await act(security, id, 'suspend', { note: '手机丢失' })
    expect(after).toMatchObject({ state: 'pending', note: '手机丢失' })
    expect((await leader.get('/me')).status).toBe(401)
    expect((await logIn(county.people.leader, testPassword)).status).toBe(401)
  })

  it('unlocks after five wrong passwords', async () => {
    const name = county.people.townHead
    for (let i = 0; i < 5; i += 1) await logIn(name, 'wrong-password')
    expect((await logIn(name, testPassword)).status).toBe(429)
    const { items } = await must<Page<AccountItem>>(security.get('/accounts?locked=true'))
    expect(items.map((i) => i.name)).toEqual([name])
    await act(security, items[0]?.id ?? 0, 'unlock')
    expect((await logIn(name, testPassword)).status).toBe(201)
    expect((await act<Refused>(security, items[0]?.id ?? 0, 'unlock', {}, 409)).error.code).toBe('not-locked')
  })
})

describe('the database guards beside the server', () => {
  const as = (post: 'system-admin' | 'security-admin' | 'audit-admin' | 'dispatcher', account: number) => ({
    ...systemActor(county.code, 'test'),
    account,
    post,
    scope: 'none' as const,
  })
  const write = (post: Parameters<typeof as>[0], account: number, id: number, set: object) =>
    house.db.withActor(as(post, account), (trx) =>
      trx.updateTable('account').set(set).where('county', '=', county.code).where('id', '=', id).execute(),
    )

  it('each administrator writes only their own part, nobody their own account, nobody holds business and keys', async () => {
    const [sys, sec, aud, head] = [
      await idOf(county.people.admin),
      await idOf(county.people.security),
      await idOf(county.people.auditor),
      await idOf(county.people.fagaiHead),
    ]
    await expect(write('system-admin', sys, head, { scope: 'all' })).rejects.toThrow('系统管理员不赋权')
    await expect(write('system-admin', sys, head, { unit: county.units.town.id })).rejects.toThrow('系统管理员不赋权')
    await expect(write('security-admin', sec, head, { unit: county.units.town.id })).rejects.toThrow('由系统管理员办')
    await expect(write('security-admin', sec, head, { state: 'left' })).rejects.toThrow('由系统管理员办')
    await expect(write('security-admin', sec, sec, { post: 'dispatcher', scope: 'all' })).rejects.toThrow('自己的角色')
    await expect(write('audit-admin', aud, head, { scope: 'all' })).rejects.toThrow('账号由系统管理员和安全管理员办')
    await expect(write('dispatcher', head, aud, { scope: 'all' })).rejects.toThrow('账号由系统管理员和安全管理员办')
    await write('system-admin', sys, head, { state: 'pending' })
    await expect(write('system-admin', sys, head, { state: 'active' })).rejects.toThrow('由安全管理员审批')
    await expect(owner.query(`update account set scope = 'all' where id = $1`, [aud])).rejects.toThrow(
      'account_administrator',
    )
    const insert = house.db.withActor(as('security-admin', sec), (trx) =>
      trx
        .insertInto('account')
        .values({
          county: county.code,
          name: `fake-${county.code}`,
          person: Buffer.from('x'),
          unit: county.units.town.id,
          post: 'leader',
          scope: 'all',
          leader: null,
          enterprise: null,
          opened_by: null,
          granted_by: null,
        })
        .execute(),
    )
    await expect(insert).rejects.toThrow('账号由系统管理员开')
  })

  it('the app role cannot read codes or secrets', async () => {
    for (const table of ['second_factor', 'recovery_code', 'credential'])
      await expect(house.db.pool.query(`select * from ${table}`)).rejects.toThrow('permission denied')
  })
})

describe('moving and leaving', () => {
  it('another unit or post waits for a grant, and is out meanwhile', async () => {
    const head = await clientOf(house, county.people.fagaiHead)
    const id = await idOf(county.people.fagaiHead)
    const moved = await act(admin, id, 'transfer', { unit: county.units.jiaoyu.id, post: 'unit-deputy' })
    expect(moved).toMatchObject({ state: 'pending', unit: { id: county.units.jiaoyu.id }, post: 'unit-deputy' })
    expect((await head.get('/me')).status).toBe(401)
    await act(security, id, 'grant', { post: 'unit-deputy', scope: 'unit' })
    expect((await logIn(county.people.fagaiHead, testPassword)).status).toBe(201)
  })

  it('says truthfully what goes with the person and what stays with the unit', async () => {
    const troupe = await troupeOf(house, county)
    await stageDocument(troupe, '在办', 'issued')
    await stageDocument(troupe, '初拆', 'draft')
    await must(
      troupe.office.post('/documents', {
        text: '（根据录音整理，未经本人审阅）\n一、项目\n发改局要建好项目库，年底前入库项目不少于120个。',
        scope: 'internal',
        declarer: '陈测',
        confirmed: true,
      }),
      201,
    )
    const dispatcher = await idOf(county.people.dispatcher)
    const seen = await must<HandOverPreview>(admin.get(`/accounts/${dispatcher}/hand-over`))
    expect(seen.moves.map((m) => [m.what, m.count])).toEqual([
      ['没有印发的拟稿', 1],
      ['未经本人审阅的记录稿', 1],
    ])
    expect(seen.warnings.join()).toContain('没有别的在用财经办调度员账号')
    expect(JSON.stringify(seen)).not.toContain('初拆')
    const head = await must<HandOverPreview>(admin.get(`/accounts/${await idOf(county.people.fagaiHead)}/hand-over`))
    expect(head.moves).toEqual([])
    expect(head.stays).toMatchObject([{ what: '本单位牵头的在办事项', count: 1 }])
  })

  it('whoever leaves hands over first: drafts go on with the heir, private ones too; nothing opens any more', async () => {
    const troupe = await troupeOf(house, county)
    const draft = await stageDocument(troupe, '交接', 'draft')
    const id = await idOf(county.people.dispatcher)
    const first = await act<Refused>(admin, id, 'leave', { note: '退休' }, 409)
    expect(first.error).toMatchObject({ code: 'hand-over-first', why: expect.stringContaining('没有印发的拟稿 1 份') })
    const { account, code } = await open({ unit: county.units.office.id, post: 'dispatcher' })
    const inactive = await act<Refused>(admin, id, 'leave', { to: account.id }, 400)
    expect(inactive.error.message).toContain('接手人不对')
    await act(security, account.id, 'grant', { post: 'dispatcher', scope: 'all' })
    const other = await act<Refused>(admin, id, 'leave', { to: await idOf(county.people.leader) }, 409)
    expect(other.error.code).toBe('other-post')
    const left = await act(admin, id, 'leave', { to: account.id, note: '退休' })
    expect(left).toMatchObject({ state: 'left', note: '退休', hasPassword: false, lastLogin: expect.any(String) })
    expect((await troupe.office.get('/me')).status).toBe(401)
    expect((await logIn(county.people.dispatcher, testPassword)).status).toBe(401)
    await redeem(code ?? '')
    const token = (await logIn(account.name, 'a-new-password-9')).body.token
    const heir = await clientOf(house, null)
    const document = await must<DocumentDetail>(
      heir.get(`/documents/${draft.id}`, { Authorization: `Bearer ${token}` }),
    )
    expect(document.version).toBe(draft.version + 1)
    const [event] = await owner.query<{ details: object }>(
      `select details from event where county = $1 and document = $2 and action = 'hand-over'`,
      [county.code, draft.id],
    )
    expect(event?.details).toEqual({ from: id, to: account.id })
    expect((await act<Refused>(admin, id, 'leave', {}, 409)).error.code).toBe('wrong-state')
    expect((await act<Refused>(security, id, 'grant', liaison, 409)).error.code).toBe('wrong-state')
  })

  it('reset: the old password is gone with its sessions, a new code opens', async () => {
    const head = await clientOf(house, county.people.fagaiHead)
    const id = await idOf(county.people.fagaiHead)
    const reset = await act<AccountCode>(admin, id, 'reset-password')
    expect((await head.get('/me')).status).toBe(401)
    expect((await logIn(county.people.fagaiHead, testPassword)).status).toBe(401)
    const nobody = await clientOf(house, null)
    const set = await nobody.post('/accounts/first-password', {
      account: county.people.fagaiHead,
      code: reset.code,
      password: 'another-password-1',
    })
    expect(set.status).toBe(200)
    expect((await logIn(county.people.fagaiHead, 'another-password-1')).status).toBe(201)
  })
})

it('lists by state, post, unit, name and page, each account once', async () => {
  const page = (query: string) => must<Page<AccountItem>>(admin.get(`/accounts?${query}`))
  expect((await page('post=unit-head')).items).toHaveLength(2)
  expect((await page(`unit=${county.units.fagai.id}`)).items).toHaveLength(2)
  expect((await page(`text=${encodeURIComponent('测fagaihead')}`)).items.map((i) => i.name)).toEqual([
    county.people.fagaiHead,
  ])
  const all = (await page('limit=200')).items.map((i) => i.id)
  const walked: number[] = []
  for (let after = ''; ; ) {
    const got = await page(`limit=4${after}`)
    walked.push(...got.items.map((i) => i.id))
    if (!got.next) break
    after = `&after=${got.next}`
  }
  expect(walked).toEqual(all)
  expect((await page('state=left')).items).toEqual([])
})

it('changes one’s own password: the old one must be known, every session ends', async () => {
  const head = await clientOf(house, county.people.gongxinHead)
  const set = (current: string, password: string) => head.post<Refused>('/me/password', { current, password })
  expect((await set('wrong-password', 'long-enough-12')).status).toBe(401)
  expect((await set(testPassword, 'short')).body.error.message).toBe('密码太弱')
  expect((await set(testPassword, testPassword)).body.error.why).toContain('和旧密码一样')
  expect((await set(testPassword, 'long-enough-12')).status).toBe(200)
  expect((await head.get('/me')).status).toBe(401)
  expect((await logIn(county.people.gongxinHead, 'long-enough-12')).status).toBe(201)
})
