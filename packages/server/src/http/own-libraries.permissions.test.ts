// Each endpoint of a county's own ledgers, asked by somebody who may not: told why and who can, and nothing is written.
import type { OwnDetail } from '@yipanqi/model/libraries/own/index.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { draftOf, fallowLand, openLedger } from '../library/own/testing.ts'
import { ledgerCounty, type LedgerCounty } from '../library/testing/ledger-county.ts'
import { clientOf, testHouse, type Client } from '../testing/harness.ts'
import { openOwner, type Owner } from '../testing/snapshot.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let county: LedgerCounty
let owner: Owner
let keeper: Client
let office: Client
let own: OwnDetail
let drafted: OwnDetail
let proposed: OwnDetail
const named = (name: string) => ({
  ...fallowLand,
  name,
  fields: fallowLand.fields.map((f) => ({ ...f, because: '测试用的栏目，各本互不相干' })),
})

beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
  county = await ledgerCounty(house)
  keeper = await county.client('zhujianLiaison')
  office = await county.client('dispatcher')
  own = await openLedger(keeper, office)
  drafted = (await keeper.post<OwnDetail>('/own-libraries', draftOf(named('测起草')))).body
  const { body } = await keeper.post<OwnDetail>('/own-libraries', draftOf(named('测报批')))
  proposed = (await keeper.post<OwnDetail>(`/own-libraries/${body.id}/propose`, { version: body.version })).body
})
afterAll(async () => {
  await owner.close()
  await house.close()
})

type Who = Parameters<LedgerCounty['client']>[0]
type Ask = (client: Client) => Promise<{ readonly status: number; readonly body: unknown }>
const version = () => ({ version: own.version })

const cases: readonly (readonly [string, Who, number, Ask])[] = [
  ['a township drafts nothing', 'townLiaison', 403, (c) => c.post('/own-libraries', draftOf(named('测乡镇建')))],
  ['an auditor drafts nothing', 'auditor', 403, (c) => c.post('/own-libraries', draftOf(named('测审计建')))],
  [
    'a township reviews nothing',
    'townLiaison',
    403,
    (c) => c.post('/own-libraries/review', { definition: named('测') }),
  ],
  [
    'another department changes no draft',
    'gongxinLiaison',
    403,
    (c) => c.patch(`/own-libraries/${drafted.id}/draft`, draftOf(named('测起草'), { version: drafted.version })),
  ],
  [
    'another department hands nothing in',
    'gongxinLiaison',
    403,
    (c) => c.post(`/own-libraries/${drafted.id}/propose`, { version: drafted.version }),
  ],
  [
    'another department takes nothing back',
    'gongxinLiaison',
    403,
    (c) => c.post(`/own-libraries/${proposed.id}/withdraw`, { version: proposed.version }),
  ],
  [
    'the department itself does not approve',
    'zhujianLiaison',
    403,
    (c) => c.post(`/own-libraries/${proposed.id}/decide`, { version: proposed.version, decision: 'approve' }),
  ],
  [
    'a security administrator does not approve',
    'security',
    403,
    (c) => c.post(`/own-libraries/${proposed.id}/decide`, { version: proposed.version, decision: 'approve' }),
  ],
  [
    'another department renews nothing',
    'gongxinLiaison',
    403,
    (c) => c.post(`/own-libraries/${own.id}/renew`, { ...version(), endsOn: '2027-01-01', reason: '接着用一年' }),
  ],
  [
    'a township renews nothing',
    'townLiaison',
    403,
    (c) => c.post(`/own-libraries/${own.id}/renew`, { ...version(), endsOn: '2027-01-01', reason: '接着用一年' }),
  ],
  [
    'nobody renews what was never approved',
    'zhujianLiaison',
    409,
    (c) => c.post(`/own-libraries/${drafted.id}/renew`, { ...version(), endsOn: '2027-01-01', reason: '接着用一年' }),
  ],
  [
    'another department stops nothing',
    'gongxinLiaison',
    403,
    (c) => c.post(`/own-libraries/${own.id}/stop`, { ...version(), reason: '不想填' }),
  ],
  [
    'the department sends nothing back to itself',
    'zhujianLiaison',
    403,
    (c) => c.post(`/own-libraries/${own.id}/objections`, { field: 'f3' }),
  ],
  [
    'nobody sends back what is not in force',
    'townLiaison',
    409,
    (c) => c.post(`/own-libraries/${drafted.id}/objections`, { field: 'f3' }),
  ],
  [
    'a township answers nothing',
    'townLiaison',
    403,
    (c) => c.post(`/own-libraries/${own.id}/objections/1/answer`, { accept: true, note: '同意' }),
  ],
  [
    'nobody approves what is only drafted',
    'dispatcher',
    409,
    (c) => c.post(`/own-libraries/${drafted.id}/decide`, { version: drafted.version, decision: 'approve' }),
  ],
  [
    'nobody changes what waits',
    'zhujianLiaison',
    409,
    (c) => c.patch(`/own-libraries/${proposed.id}/draft`, draftOf(named('测报批'), { version: proposed.version })),
  ],
  [
    'an older version is stale',
    'zhujianLiaison',
    409,
    (c) => c.post(`/own-libraries/${drafted.id}/propose`, { version: 99 }),
  ],
  ['what is not there is not found', 'dispatcher', 404, (c) => c.get('/own-libraries/own-meiyou')],
  ['a draft is no ledger yet', 'zhujianLiaison', 404, (c) => c.get(`/libraries/${drafted.id}/records`)],
  [
    'a unit that it does not name reads no record',
    'gongxinLiaison',
    404,
    (c) => c.get(`/libraries/${own.id}/records/999999`),
  ],
]

it.each(cases)('%s', async (_, who, status, ask) => {
  const client = await county.client(who)
  const before = await owner.snapshot(county.code)
  const answer = await ask(client)
  expect([answer.status, JSON.stringify(answer.body)]).toEqual([status, expect.stringMatching(/[一-鿿]/)])
  expect(await owner.snapshot(county.code)).toEqual(before)
})

it('a firm does not meet them', async () => {
  const firm = await county.firm(1)
  expect((await firm.get('/own-libraries')).status).toBe(404)
  expect((await firm.get(`/own-libraries/${own.id}`)).status).toBe(404)
  expect((await firm.get(`/libraries/${own.id}`)).status).toBe(404)
})

it('another county does not meet them', async () => {
  const other = await (await ledgerCounty(house)).client('dispatcher')
  expect((await other.get(`/own-libraries/${own.id}`)).status).toBe(404)
  expect((await other.get(`/libraries/${own.id}`)).status).toBe(404)
})

it('nobody is asked without a session', async () => {
  const nobody = await clientOf(house, null)
  for (const path of ['/own-libraries', `/own-libraries/${own.id}`]) expect((await nobody.get(path)).status).toBe(401)
})
