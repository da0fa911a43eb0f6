// One record over HTTP: who may do what, what is refused and in which words, two at once.
import type { RecordDetail } from '@yipanqi/model/libraries/index.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testHouse, type Answer } from '../../testing/harness.ts'
import { openOwner, type Owner } from '../../testing/snapshot.ts'
import { ledgerCounty, type LedgerCounty } from '../testing/ledger-county.ts'

interface Refused {
  error: { code: string; message: string; why: string; who: unknown[]; fields?: { path: string; message: string }[] }
}

let house: Awaited<ReturnType<typeof testHouse>>
let owner: Owner
let county: LedgerCounty
const code = '91110000802100433B'

beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
  county = await ledgerCounty(house)
})
afterAll(async () => {
  await owner.close()
  await house.close()
})

const path = '/libraries/enterprises/records'
let made = 0
async function create(values: object = {}, who: Parameters<LedgerCounty['client']>[0] = 'dispatcher') {
  made += 1
  const client = await county.client(who)
  const answer = await client.post<RecordDetail>(path, {
    values: { name: `青禾第${made}机械有限公司`, township: county.units.town.id, ...values },
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body
}
const refusal = (answer: Answer<unknown>) => [answer.status, (answer.body as Refused).error?.code]

describe('a record', () => {
  it('is created, read, patched and taken off, with words for its ids', async () => {
    const office = await county.client('dispatcher')
    const record = await create({
      creditCode: code,
      revenue: 123_456_00,
      legalPerson: '赵一',
      contactPhone: '13812341234',
    })
    expect(record).toMatchObject({
      version: 0,
      title: record.values['name'],
      values: { creditCode: code, legalPerson: '赵一', contactPhone: '138****1234', land: null },
      names: { units: { [county.units.town.id]: '青田镇' } },
      can: ['edit', 'remove', 'reveal', 'link'],
    })
    const patched = await office.patch<RecordDetail>(`${path}/${record.id}`, {
      version: 0,
      values: { operation: '在营', revenue: null, contactPhone: '138****1234' },
      reason: '年报核对',
    })
    expect(patched.status).toBe(200)
    expect(patched.body).toMatchObject({
      version: 1,
      values: { operation: '在营', revenue: null, contactPhone: '138****1234' },
    })
    const same = await office.patch<RecordDetail>(`${path}/${record.id}`, {
      version: 1,
      values: { operation: '在营', legalPerson: '赵一', contactPhone: '13812341234' },
    })
    expect(same.body.version).toBe(1)
    const removed = await office.post<RecordDetail>(`${path}/${record.id}/remove`, { version: 1, reason: '重复登记' })
    expect(removed.body).toMatchObject({ version: 2, removed: '2026-05-21', can: ['restore'] })
    const again = await office.patch(`${path}/${record.id}`, { version: 2, values: { operation: '停产' } })
    expect(refusal(again)).toEqual([409, 'removed'])
    // The key is free again.
    await create({ creditCode: code })
  })

  it('tells every fault of the form at once, in Chinese, under its field', async () => {
    const office = await county.client('dispatcher')
    const answer = await office.post<Refused>(path, {
      values: { creditCode: '91340100ABCDEF0000', land: -1, operation: '不知道', wrong: 1, township: 'x' },
    })
    expect(answer.status).toBe(400)
    expect(answer.body.error.fields?.map((f) => f.path).sort()).toEqual(
      ['creditCode', 'land', 'name', 'operation', 'township', 'wrong'].map((f) => `values.${f}`),
    )
    for (const field of answer.body.error.fields ?? []) expect(field.message).toMatch(/[一-鿿]/)
  })

  it('says who holds a key, and not the name of a record that the asker does not see', async () => {
    const office = await county.client('dispatcher')
    const held = await create({ creditCode: '911100007109250324' })
    const twice = await office.post<Refused>(path, {
      values: { name: '另一家', creditCode: held.values['creditCode'], township: county.units.town.id },
    })
    expect(refusal(twice)).toEqual([409, 'duplicate'])
    expect(twice.body.error.message).toContain(`已由“${held.title}”占用`)
    const zhujian = await county.client('zhujianLiaison')
    const blind = await zhujian.post<Refused>(path, {
      values: { name: '另一家', creditCode: held.values['creditCode'], serviceUnit: county.units.zhujian.id },
    })
    expect(refusal(blind)).toEqual([409, 'duplicate'])
    expect(JSON.stringify(blind.body)).not.toContain(held.title)
  })

  it('refers to what is there', async () => {
    const office = await county.client('dispatcher')
    for (const values of [
      { township: 999_999_999 },
      { serviceLeader: 999_999 },
      { chain: 999_999 },
      { consent: [999_999] },
    ]) {
      const answer = await office.post<Refused>(path, { values: { name: '引用空的', ...values } })
      expect(answer.status, JSON.stringify(answer.body)).toBe(400)
      expect(answer.body.error.fields?.[0]?.path).toBe(`values.${Object.keys(values)[0]}`)
    }
  })

  it('of another county is not there, nor does its unit serve here', async () => {
    const record = await create()
    const elsewhere = await ledgerCounty(house)
    const stranger = await elsewhere.client('dispatcher')
    expect((await stranger.get(`${path}/${record.id}`)).status).toBe(404)
    expect(
      refusal(await stranger.patch(`${path}/${record.id}`, { version: 0, values: { operation: '停产' } }))[0],
    ).toBe(404)
    const unit = await stranger.post(path, { values: { name: '外县的单位', township: county.units.town.id } })
    expect(unit.status).toBe(400)
  })
})

describe('who may', () => {
  it('two patches of one version: one is done, one is told', async () => {
    const record = await create()
    const [office, keeper] = [await county.client('dispatcher'), await county.client('gongxinLiaison')]
    const both = await Promise.all(
      [office, keeper].map((c, i) => c.patch(`${path}/${record.id}`, { version: 0, values: { tax: i + 1 } })),
    )
    expect(both.map((b) => b.status).sort()).toEqual([200, 409])
    expect(both.map((b) => refusal(b)[1])).toContain('stale')
  })

  it('a township writes what is its own, and cannot push it out of its sight', async () => {
    const town = await county.client('townLiaison')
    const own = await create({}, 'townLiaison')
    expect(own.can).toEqual(['edit', 'reveal', 'link'])
    const away = await town.patch(`${path}/${own.id}`, { version: 0, values: { township: county.units.zhujian.id } })
    expect(refusal(away)).toEqual([403, 'out-of-sight'])
    const foreign = await create({ township: county.units.zhujian.id })
    expect((await town.get(`${path}/${foreign.id}`)).status).toBe(404)
    expect((await town.patch(`${path}/${foreign.id}`, { version: 0, values: {} })).status).toBe(404)
    const remove = await town.post(`${path}/${own.id}/remove`, { version: 0, reason: '不在了' })
    expect(refusal(remove)).toEqual([403, 'not-yours'])
    const head = await county.client('townHead')
    expect((await head.post(`${path}/${own.id}/remove`, { version: 0, reason: '注销' })).status).toBe(200)
  })

  it('keepers see and change all of it; leaders and supervisors read', async () => {
    const record = await create()
    const keeper = await county.client('gongxinLiaison')
    expect((await keeper.get<RecordDetail>(`${path}/${record.id}`)).body.can).toEqual([
      'edit',
      'remove',
      'reveal',
      'link',
    ])
    for (const [who, can] of [
      ['leader', ['reveal']],
      ['party', []],
    ] as const) {
      const reader = await county.client(who)
      expect((await reader.get<RecordDetail>(`${path}/${record.id}`)).body.can).toEqual(can)
      const refused = await reader.patch<Refused>(`${path}/${record.id}`, { version: 0, values: { operation: '停产' } })
      expect(refusal(refused)).toEqual([403, 'not-yours'])
      expect(refused.body.error.who.length).toBeGreaterThan(1)
    }
  })

  it('a firm reads its own record and no other; administrators and the auditor none', async () => {
    const [own, other] = [await create(), await create()]
    const firm = await county.firm(own.id)
    expect((await firm.get<RecordDetail>(`${path}/${own.id}`)).body.can).toEqual([])
    expect((await firm.get(`${path}/${other.id}`)).status).toBe(404)
    expect(refusal(await firm.patch(`${path}/${own.id}`, { version: 0, values: { operation: '停产' } }))).toEqual([
      403,
      'not-yours',
    ])
    for (const who of ['admin', 'auditor'] as const) {
      const admin = await county.client(who)
      expect((await admin.get(`${path}/${own.id}`)).status).toBe(404)
      expect((await admin.post(path, { values: { name: '冒名' } })).status).toBe(404)
    }
  })
})

it('what is sealed never stands in clear: not in the row, not in the audit, not in what is kept for a repeated request', async () => {
  const office = await county.client('dispatcher')
  const values = {
    name: '保密企业',
    township: county.units.town.id,
    legalPerson: '钱不二',
    contactPhone: '13987654321',
  }
  const key = (n: number) => ({ 'Idempotency-Key': `sealed-${n}-${county.code}` })
  const made = await office.post<RecordDetail>(path, { values }, key(1))
  expect(made.body.values).toMatchObject({ legalPerson: '钱不二', contactPhone: '139****4321' })
  const again = await office.post<RecordDetail>(path, { values }, key(1))
  expect([again.body.id, again.body.values['legalPerson']]).toEqual([made.body.id, null])
  const one = `${path}/${made.body.id}`
  const patch = { version: 0, values: { contactPhone: '13987654322', legalPerson: '孙不三' } }
  await office.patch(one, patch, key(2))
  const shown = await office.post<{ value: string }>(`${one}/reveal`, { field: 'contactPhone', reason: '联系' }, key(3))
  expect(shown.body.value).toBe('13987654322')
  const edit = { ids: [made.body.id], values: { legalPerson: '李不四' }, reason: '换人' }
  expect((await office.post(`/libraries/enterprises/bulk/preview`, edit, key(4))).status).toBe(200)
  const tables = await owner.query<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'county'`,
  )
  const secrets = ['钱不二', '孙不三', '李不四', '13987654321', '13987654322', '139****4321']
  const leaks: string[] = []
  for (const { name } of tables) {
    const rows = await owner.query<{ text: string }>(
      `select to_jsonb(t)::text as text from ${name} t where county = $1`,
      [county.code],
    )
    for (const { text } of rows)
      for (const secret of secrets) if (text.includes(secret)) leaks.push(`${name}: ${secret}`)
  }
  expect(leaks).toEqual([])
})
