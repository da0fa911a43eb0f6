// The life of a county's own ledger: reviewed before it is handed in, approved by another, changed without loss, ended.
import type { LibraryShape, RecordDetail, RecordPage } from '@yipanqi/model/libraries/index.ts'
import type { OwnDetail, OwnList, OwnReview } from '@yipanqi/model/libraries/own/index.ts'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ownerConfig, testHouse, type Client } from '../../testing/harness.ts'
import { ledgerCounty, type LedgerCounty } from '../testing/ledger-county.ts'
import { forgetOwnLedgers } from './own-ledgers.ts'
import { approve, draftOf, endsOn, fallowLand, openLedger, reason } from './testing.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let county: LedgerCounty
let owner: pg.Client
let office: Client
let keeper: Client
let town: Client

beforeAll(async () => {
  house = await testHouse()
  county = await ledgerCounty(house)
  owner = new pg.Client(ownerConfig())
  await owner.connect()
  office = await county.client('dispatcher')
  keeper = await county.client('zhujianLiaison')
  town = await county.client('townLiaison')
})
afterAll(async () => {
  await owner.end()
  await house.close()
})

interface Refused {
  error: { code: string; message: string; why: string; fields?: { path: string; message: string }[] }
}
// Ledgers of one test file are alike: their fields say why, except where that is what is tested.
const named = (name: string, fields: readonly object[] = fallowLand.fields) => ({
  ...fallowLand,
  name,
  fields: fields.map((f) => (f === doubled || f === firm ? f : { because: '测试用的栏目，各本互不相干', ...f })),
})
const doubled = { name: 'f13', label: '统一社会信用代码', kind: 'credit-code' }
const firm = { ...doubled, name: 'f14', label: '公司名称', kind: 'text' }
const get = async (id: string, client = keeper) => (await client.get<OwnDetail>(`/own-libraries/${id}`)).body

describe('减负审核', () => {
  it('names the ledger that already holds a field, and whether it was answered', async () => {
    const { body } = await keeper.post<OwnReview>('/own-libraries/review', {
      definition: named('测审核', [...fallowLand.fields, doubled, firm]),
    })
    expect(body.findings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: 'f13', library: 'enterprises', how: 'same', answer: 'open' }),
        expect.objectContaining({ field: 'f14', library: 'enterprises', holderLabel: '企业名称', answer: 'open' }),
      ]),
    )
    expect(body.fields.map((f) => f.label)).toContain('撂荒地块')
  })

  it('tells of a field while the rest is still being written', async () => {
    const { body } = await keeper.post<OwnReview>('/own-libraries/review', {
      definition: { name: '', fields: [{ name: 'f1', label: '', kind: 'text' }, firm, { name: 'f3' }] },
    })
    expect(body.faults.length).toBeGreaterThan(0)
    expect(body.findings).toContainEqual(
      expect.objectContaining({ field: 'f14', library: 'enterprises', answer: 'open' }),
    )
  })

  it('lets a reference to the ledger that has it pass', async () => {
    const pointing = { name: 'f14', label: '公司名称', kind: 'reference', target: 'enterprises', because: '' }
    const asked = { ...fallowLand, name: '测问引用', fields: [fallowLand.fields[0], pointing] }
    const { body } = await keeper.post<OwnReview>('/own-libraries/review', { definition: asked })
    expect([...new Set(body.findings.filter((f) => f.field === 'f14').map((f) => f.answer))]).toEqual(['refers'])
    const fields = [...fallowLand.fields.map((f) => ({ because: '测试用的栏目，各本互不相干', ...f })), pointing]
    const own = await openLedger(keeper, office, { ...fallowLand, name: '测改引用', fields })
    expect(own.versions[0]?.findings).toContainEqual(
      expect.objectContaining({ field: 'f14', library: 'enterprises', answer: 'refers' }),
    )
  })

  it('is answered by a reference or a reason before it is handed in', async () => {
    const fields = [...fallowLand.fields, doubled]
    const { body: drafted } = await keeper.post<OwnDetail>('/own-libraries', draftOf(named('测重复要数', fields)))
    const refused = await keeper.post<Refused>(`/own-libraries/${drafted.id}/propose`, { version: drafted.version })
    expect([refused.status, refused.body.error.code]).toEqual([409, 'asked-twice'])
    expect(refused.body.error.why).toContain('企业库里已有“统一社会信用代码”')
    const because = fields.map((f) => (f === doubled ? { ...f, because: '散户没有进企业库，要单独登记' } : f))
    const { body: explained } = await keeper.patch<OwnDetail>(
      `/own-libraries/${drafted.id}/draft`,
      draftOf(named('测重复要数', because), { version: drafted.version }),
    )
    const approved = await approve(keeper, office, drafted.id, explained.version)
    // The approver's version keeps what was found and how it was answered.
    expect(approved.versions[0]?.findings).toContainEqual(
      expect.objectContaining({ field: 'f13', library: 'enterprises', answer: 'explained' }),
    )
  })
})

describe('approval', () => {
  it('is never the drafter’s own', async () => {
    const { body: drafted } = await office.post<OwnDetail>('/own-libraries', draftOf(named('测自批')))
    const { body: proposed } = await office.post<OwnDetail>(`/own-libraries/${drafted.id}/propose`, {
      version: drafted.version,
    })
    const own = await office.post<Refused>(`/own-libraries/${drafted.id}/decide`, {
      version: proposed.version,
      decision: 'approve',
    })
    expect([own.status, own.body.error.why]).toEqual([403, '方案是您起草的，要由另一个人审批'])
    expect(await office.get(`/libraries/${drafted.id}`)).toMatchObject({ status: 404 })
  })

  it('may send back with what to change, and whoever changed it last drafted it', async () => {
    const { body: drafted } = await keeper.post<OwnDetail>('/own-libraries', draftOf(named('测退回')))
    const { body: proposed } = await keeper.post<OwnDetail>(`/own-libraries/${drafted.id}/propose`, {
      version: drafted.version,
    })
    const silent = await office.post(`/own-libraries/${drafted.id}/decide`, {
      version: proposed.version,
      decision: 'return',
    })
    expect(silent.status).toBe(400)
    const { body: returned } = await office.post<OwnDetail>(`/own-libraries/${drafted.id}/decide`, {
      version: proposed.version,
      decision: 'return',
      note: '亩数改引宗地库',
    })
    expect(returned.open).toMatchObject({ state: 'returned', note: '亩数改引宗地库' })
    const { body: again } = await office.patch<OwnDetail>(
      `/own-libraries/${drafted.id}/draft`,
      draftOf(named('测退回'), { version: returned.version }),
    )
    const { body: handed } = await keeper.post<OwnDetail>(`/own-libraries/${drafted.id}/propose`, {
      version: again.version,
    })
    const decided = await office.post(`/own-libraries/${drafted.id}/decide`, {
      version: handed.version,
      decision: 'approve',
    })
    expect(decided.status).toBe(403)
  })

  it('needs an end within the county’s longest time', async () => {
    const { body: drafted } = await keeper.post<OwnDetail>(
      '/own-libraries',
      draftOf(named('测太久'), { endsOn: '2030-01-01' }),
    )
    const refused = await keeper.post<Refused>(`/own-libraries/${drafted.id}/propose`, { version: drafted.version })
    expect([refused.status, refused.body.error.fields?.[0]?.path]).toEqual([400, 'endsOn'])
  })

  it('follows the county’s own choice of approvers', async () => {
    await owner.query(
      `update county set settings = settings || '{"ownLedgers": {"approvers": ["unit-head"], "longestDays": 400}}' where code = $1`,
      [county.code],
    )
    const head = await county.client('fagaiHead')
    const own = await openLedger(keeper, head, named('测审批人'))
    expect(own.state).toBe('active')
    await owner.query(`update county set settings = settings - 'ownLedgers' where code = $1`, [county.code])
  })
})

describe('the next version', () => {
  it('adds a field, retires one and loses nothing', async () => {
    const own = await openLedger(keeper, office, named('测换版'))
    const { body: record } = await keeper.post<RecordDetail>(`/libraries/${own.id}/records`, {
      values: { f1: '老地块', f5: '缺水源', f2: county.units.town.id },
    })
    const fields = [
      ...fallowLand.fields.map((f) => (f.name === 'f5' ? { ...f, retired: true } : f)),
      { name: 'f13', label: '撂荒成因', kind: 'choice', choices: ['缺劳力', '缺水源', '其他原因'] },
    ]
    const { body: drafted } = await keeper.patch<OwnDetail>(
      `/own-libraries/${own.id}/draft`,
      draftOf(named('测换版', fields), { version: own.version }),
    )
    // The version in force goes on while the next one waits.
    expect(drafted.state).toBe('active')
    expect((await keeper.get<LibraryShape>(`/libraries/${own.id}`)).body.fields.map((f) => f.name)).not.toContain('f13')
    await approve(keeper, office, own.id, drafted.version)
    const shape = (await keeper.get<LibraryShape>(`/libraries/${own.id}`)).body
    expect(shape.fields.find((f) => f.name === 'f5')).toMatchObject({ label: '撂荒成因（停用）', system: true })
    const { body: now } = await keeper.get<RecordDetail>(`/libraries/${own.id}/records/${record.id}`)
    expect(now.values).toMatchObject({ f1: '老地块', f5: '缺水源', f13: null })
    const written = await keeper.patch<Refused>(`/libraries/${own.id}/records/${record.id}`, {
      version: now.version,
      values: { f5: '缺劳力' },
    })
    expect(written.status).toBe(400)
  })

  it.each([
    ['takes a field away', fallowLand.fields.slice(0, -1), '不能删去'],
    [
      'changes a kind',
      fallowLand.fields.map((f) => (f.name === 'f5' ? { ...f, kind: 'text', choices: undefined } : f)),
      '不能改类型',
    ],
    [
      'takes a choice off',
      fallowLand.fields.map((f) => (f.name === 'f5' ? { ...f, choices: ['缺劳力', '坡度大'] } : f)),
      '不能去掉',
    ],
  ])('is refused where it %s', async (what, fields, message) => {
    const own = await openLedger(keeper, office, named(`测拒${what}`.slice(0, 20)))
    const refused = await keeper.patch<Refused>(
      `/own-libraries/${own.id}/draft`,
      draftOf(named(`测拒${what}`.slice(0, 20), fields), { version: own.version }),
    )
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([400, expect.stringContaining(message)])
  })
})

describe('the end', () => {
  it('stops writing; reading goes on; only a new approval opens it again', async () => {
    const own = await openLedger(keeper, office, named('测到期'))
    const { body: record } = await keeper.post<RecordDetail>(`/libraries/${own.id}/records`, {
      values: { f1: '到期地块' },
    })
    await owner.query(`update own_library set ends_on = '2026-01-01' where county = $1 and id = $2`, [
      county.code,
      own.id,
    ])
    forgetOwnLedgers(county.code)
    const refused = await keeper.post<Refused>(`/libraries/${own.id}/records`, { values: { f1: '新地块' } })
    expect([refused.status, refused.body.error.why]).toEqual([403, '测到期已到期停用，只能查看和导出；续用要重新审批'])
    expect(
      (await keeper.patch(`/libraries/${own.id}/records/${record.id}`, { version: 0, values: { f8: '改' } })).status,
    ).toBe(403)
    const { body: list } = await keeper.get<RecordPage>(`/libraries/${own.id}/records`)
    expect(list.items).toHaveLength(1)
    const shown = await get(own.id)
    expect(shown).toMatchObject({ state: 'ended', daysLeft: -140 })
    const { body: drafted } = await keeper.patch<OwnDetail>(
      `/own-libraries/${own.id}/draft`,
      draftOf(named('测到期'), { version: shown.version }),
    )
    expect(drafted.state).toBe('ended')
    expect((await approve(keeper, office, own.id, drafted.version)).state).toBe('active')
    expect((await keeper.post(`/libraries/${own.id}/records`, { values: { f1: '新地块' } })).status).toBe(201)
  })

  it('may come early', async () => {
    const own = await openLedger(keeper, office, named('测早停'))
    const { body: stopped } = await office.post<OwnDetail>(`/own-libraries/${own.id}/stop`, {
      version: own.version,
      reason: '省里有了系统',
    })
    expect(stopped).toMatchObject({ state: 'ended', stopped: '省里有了系统' })
    expect((await keeper.post(`/libraries/${own.id}/records`, { values: { f1: '甲' } })).status).toBe(403)
  })
})

describe('退表', () => {
  it('records 此数已有 with the ledger that has it, counts it, and is answered', async () => {
    const own = await openLedger(
      keeper,
      office,
      named('测退表', [...fallowLand.fields, { ...doubled, because: '散户没有进企业库' }]),
    )
    const { status, body } = await town.post<OwnDetail>(`/own-libraries/${own.id}/objections`, {
      field: 'f13',
      note: '企业库里有',
    })
    expect(status).toBe(201)
    expect(body.objectionList[0]).toMatchObject({
      label: '统一社会信用代码',
      libraryName: '企业库',
      holderLabel: '统一社会信用代码',
      state: 'open',
    })
    expect((await town.post(`/own-libraries/${own.id}/objections`, { field: 'f13' })).status).toBe(409)
    const { body: list } = await keeper.get<OwnList>('/own-libraries')
    expect(list.items.find((i) => i.id === own.id)?.objections).toBe(1)
    const { body: answered } = await keeper.post<OwnDetail>(
      `/own-libraries/${own.id}/objections/${body.objectionList[0]?.id}/answer`,
      { accept: true, note: '下一版改为引用企业库' },
    )
    expect(answered.objectionList[0]).toMatchObject({ state: 'accepted', answer: '下一版改为引用企业库' })
  })
})

describe('counties and upgrades', () => {
  it('two counties may have ledgers of one name and id, each its own', async () => {
    const other = await ledgerCounty(house)
    const [here, there] = [
      await openLedger(keeper, office, named('测同名')),
      await openLedger(await other.client('zhujianLiaison'), await other.client('dispatcher'), named('测同名')),
    ]
    expect(there.id).toBe(here.id)
    await keeper.post(`/libraries/${here.id}/records`, { values: { f1: '本县地块' } })
    const { body } = await (await other.client('dispatcher')).get<RecordPage>(`/libraries/${there.id}/records`)
    expect(body.items).toEqual([])
  })

  it('an id of a county’s own never meets one that ships later', async () => {
    const wrong = owner.query(`insert into own_library (county, id, name) values ($1, 'enterprises', '撞名')`, [
      county.code,
    ])
    await expect(wrong).rejects.toThrow(/check constraint/)
  })

  it('a head that ships later beside a county’s own additional field stands beside it', async () => {
    const extra = { fields: [{ name: 'f1', label: '特产品类', kind: 'text', because: '' }] }
    const own = await openLedger(await county.client('gongxinLiaison'), office, extra, { base: 'enterprises' })
    await owner.query(
      `update own_library set definition = jsonb_set(definition, '{fields,0,label}', '"曾用名"') where county = $1 and id = $2`,
      [county.code, own.id],
    )
    forgetOwnLedgers(county.code)
    const { body } = await office.get<LibraryShape>('/libraries/enterprises')
    expect(body.fields.filter((f) => f.label.startsWith('曾用名')).map((f) => f.label)).toEqual([
      '曾用名',
      '曾用名（县里增加）',
    ])
  })
})

it('an end and a reason are asked for', async () => {
  expect((await keeper.post('/own-libraries', { definition: named('测缺'), endsOn })).status).toBe(400)
  expect((await keeper.post('/own-libraries', { definition: named('测缺'), reason })).status).toBe(400)
})
