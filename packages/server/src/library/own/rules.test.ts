// The county's own rules of its own ledgers: set by the office alone, in force at once, on record.
import type { Home } from '@yipanqi/model'
import type { OwnDetail, OwnList, OwnRules } from '@yipanqi/model/libraries/own/index.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from 'kysely'
import { clientOf, testHouse, type Client } from '../../testing/harness.ts'
import { openOwner, type Owner } from '../../testing/snapshot.ts'
import { ledgerCounty, type LedgerCounty } from '../testing/ledger-county.ts'
import { openLedger } from './testing.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let county: LedgerCounty
let owner: Owner
let office: Client
const path = '/own-library-rules'
const wanted = {
  approvers: ['establishment', 'unit-head'],
  longestDays: 100,
  remindDays: [3, 45, 3],
  basis: '县委办〔2026〕12号',
}

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
const read = async (client = office) => (await client.get<OwnRules>(path)).body

it.each(['townLiaison', 'zhujianLiaison', 'gongxinHead', 'leader', 'party', 'admin', 'security', 'auditor'] as const)(
  '%s reads them and may not set them',
  async (who) => {
    const client = await county.client(who)
    const before = await owner.snapshot(county.code)
    const rules = await read(client)
    expect(rules).toMatchObject({ preset: true, longestDays: 366, remindDays: [30, 7], mayChange: false })
    const refused = await client.patch<{ error: { why: string } }>(path, { ...wanted, version: rules.version })
    expect([refused.status, refused.body.error.why]).toEqual([403, expect.stringContaining('财经办')])
    expect(await owner.snapshot(county.code)).toEqual(before)
  },
)

it('neither a firm nor a stranger meets them', async () => {
  expect((await (await county.firm(1)).get(path)).status).toBe(404)
  expect((await (await county.firm(2)).patch(path, { ...wanted, version: 0 })).status).toBe(404)
  expect((await (await clientOf(house, null)).get(path)).status).toBe(401)
})

it('row security asks the post again, whatever code forgets', async () => {
  const actor = {
    county: county.code,
    account: 1,
    unit: county.units.town.id,
    post: 'township-liaison',
    scope: 'subtree',
    keys: [],
    libraries: [],
    enterprise: null,
    request: 'test',
  } as const
  await expect(
    house.db.withActor(actor, (trx) => sql`select county_own_rules('{}', 0)`.execute(trx)),
  ).rejects.toMatchObject({ code: '42501' })
})

it.each([
  ['no approver', { approvers: [] }, '至少选一个审批角色'],
  ['a township as approver', { approvers: ['township-head'] }, '这个角色不能审批自建台账'],
  ['an administrator as approver', { approvers: ['system-admin'] }, '这个角色不能审批自建台账'],
  ['ten years', { longestDays: 3660 }, '最长 1096 天'],
  ['no reminder', { remindDays: [] }, '至少提醒一次'],
  ['no basis', { basis: ' ' }, '请写依据'],
])('%s is refused in Chinese', async (_, more, message) => {
  const answer = await office.patch(path, { ...wanted, ...more, version: (await read()).version })
  expect([answer.status, JSON.stringify(answer.body)]).toEqual([400, expect.stringContaining(message)])
})

it('the office sets them: in force at once, stale where somebody was before, on record', async () => {
  const before = await read()
  const { status, body } = await office.patch<OwnRules>(path, { ...wanted, version: before.version })
  expect([status, body]).toEqual([
    200,
    { ...wanted, remindDays: [45, 3], preset: false, version: before.version + 1, mayChange: true },
  ])
  expect((await office.patch(path, { ...wanted, version: before.version })).status).toBe(409)
  const [row] = await owner.query<{ account: number; post: string; after: string }>(
    `select account, post, after::text from audit where county = $1 and tbl = 'county' order by id desc limit 1`,
    [county.code],
  )
  expect(row).toMatchObject({ post: 'dispatcher', after: expect.stringContaining('县委办〔2026〕12号') })
  expect(row?.account).not.toBeNull()
  const list = (await office.get<OwnList>('/own-libraries')).body
  expect([list.approvers, list.longestDays]).toEqual([['编办', '主要负责人'], 100])
  const keeper = await county.client('zhujianLiaison')
  const head = await county.client('gongxinHead')
  const own: OwnDetail = await openLedger(keeper, head, undefined, { endsOn: '2026-07-05' })
  const said = (await keeper.get<Home>('/home')).body.waiting.filter((w) => w.own === own.id)
  expect(said.map((w) => w.words)).toEqual(['自建台账快到期'])
})
