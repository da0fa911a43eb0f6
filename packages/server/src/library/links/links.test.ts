// Matters and records point to each other; promises that were not kept become matters by themselves.
import type { DocumentDetail, MatterDetail, MatterItem } from '@yipanqi/model'
import type { Change, Gates, LinkedRecord, RecordDetail } from '@yipanqi/model/libraries/index.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../clock.ts'
import { systemActor } from '../../db/actor.ts'
import { testHouse, type Client } from '../../testing/harness.ts'
import { openOwner, type Owner } from '../../testing/snapshot.ts'
import { stageDocument, troupeOf } from '../../testing/stage.ts'
import { withdrawSettled } from '../stage/came-papers.ts'
import { draftOverduePapers } from '../stage/overdue-papers.ts'
import { ledgerCounty, type LedgerCounty } from '../testing/ledger-county.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let owner: Owner
let county: LedgerCounty
let office: Client
let matter: MatterItem
const path = '/libraries/projects/records'

beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
  county = await ledgerCounty(house)
  office = await county.client('dispatcher')
  const document = await stageDocument(await troupeOf(house, county), '联台账', 'issued')
  matter = document.matters[0] as MatterItem
})
afterAll(async () => {
  await owner.close()
  await house.close()
})

async function create(values: object): Promise<RecordDetail> {
  const answer = await office.post<RecordDetail>(path, { values: { name: '关联项目', track: '备案', ...values } })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body
}

it('a matter points to records, a record shows its matters, each to those who see it', async () => {
  const [mine, theirs] = [
    await create({ leadUnit: county.units.gongxin.id, name: '看得见的项目' }),
    await create({ leadUnit: county.units.zhujian.id, name: '看不见的项目' }),
  ]
  const of = `/matters/${matter.id}/records`
  for (const { id } of [mine, theirs, mine]) {
    const answer = await office.post<{ items: LinkedRecord[] }>(of, { library: 'projects', record: id })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  }
  const all = await office.get<{ items: LinkedRecord[] }>(of)
  expect(all.body.items.map((i) => [i.title, i.libraryName, i.stageName])).toEqual([
    ['看得见的项目', '项目库', '谋划'],
    ['看不见的项目', '项目库', '谋划'],
  ])
  const gongxin = await county.client('gongxinLiaison')
  const some = await gongxin.get<{ items: LinkedRecord[] }>(of)
  expect(some.body.items.map((i) => i.title)).toEqual(['看得见的项目'])
  const back = await gongxin.get<{ items: MatterItem[] }>(`${path}/${mine.id}/matters`)
  expect(back.body.items.map((i) => i.id)).toEqual([matter.id])
  // 住建 sees its project and not the matter.
  const zhujian = await county.client('zhujianLiaison')
  expect((await zhujian.get<{ items: MatterItem[] }>(`${path}/${theirs.id}/matters`)).body.items).toEqual([])
  expect((await zhujian.get(of)).status).toBe(404)
  expect((await zhujian.post(of, { library: 'projects', record: theirs.id })).status).toBe(404)
  expect((await gongxin.post(of, { library: 'projects', record: theirs.id })).status).toBe(404)
  const leader = await county.client('leader')
  expect((await leader.post(of, { library: 'projects', record: mine.id })).status).toBe(403)
  expect((await office.post(of, { library: 'nothing', record: mine.id })).status).toBe(404)
  expect((await office.post(of, { library: 'matters', record: matter.id })).status).not.toBe(200)
  const elsewhere = await (await ledgerCounty(house)).client('dispatcher')
  expect((await elsewhere.post(of, { library: 'projects', record: mine.id })).status).toBe(404)
  const one = `${of}/projects/${mine.id}`
  expect((await leader.raw(one, { method: 'DELETE' })).status).toBe(403)
  expect((await gongxin.raw(one, { method: 'DELETE' })).status).toBe(200)
  expect((await office.get<{ items: LinkedRecord[] }>(of)).body.items.map((i) => i.record)).toEqual([theirs.id])

  // Both histories say so, once each, to everyone as much as they see.
  const ties = async (client: Client) => {
    const { events } = (await client.get<MatterDetail>(`/matters/${matter.id}`)).body
    return events.flatMap((e) => (e.action === 'link' || e.action === 'unlink' ? [[e.by.name, e.text]] : []))
  }
  const liaison = '测gongxinLiaison'
  expect(await ties(office)).toEqual([
    [expect.any(String), '关联项目库的“看得见的项目”'],
    [expect.any(String), '关联项目库的“看不见的项目”'],
    [liaison, '取消关联项目库的“看得见的项目”'],
  ])
  expect((await ties(gongxin))[1]?.[1]).toBe('关联了一条您看不到的台账记录')
  const raw = JSON.stringify((await gongxin.get<MatterDetail>(`/matters/${matter.id}`)).body.events)
  expect(raw).not.toContain('看不见的项目')
  expect(raw).not.toContain(`"record":${theirs.id}`)
  const told = async (client: Client, id: number) =>
    (await client.get<{ items: Change[] }>(`${path}/${id}/history`)).body.items
      .filter((i) => i.op === 'L')
      .map((i) => [i.who, i.fields[0]?.before, i.fields[0]?.after])
  expect(await told(gongxin, mine.id)).toEqual([
    [liaison, matter.title, ''],
    [expect.any(String), '', matter.title],
  ])
  expect(await told(zhujian, theirs.id)).toEqual([])
})

it('a paper past its day becomes a draft once, tied to its record, and the office carries it on', async () => {
  const record = await create({ leadUnit: county.units.fagai.id, name: '缺件项目', owner: '某公司', total: 1_000_000 })
  const paper = { condition: 'intention', state: 'missing', basis: '正在谈', promisedBy: '王主任', due: '2026-06-10' }
  const move = { version: 0, to: 'reserve', since: '2026-05-21', papers: [paper] }
  expect((await office.post(`${path}/${record.id}/stage`, move)).status).toBe(200)
  const actor = systemActor(county.code, 'job:test')
  expect(await draftOverduePapers({ ...house, clock: fixedClock('2026-06-10') }, actor)).toBe(0)
  const late = { ...house, clock: fixedClock('2026-06-11') }
  const twice = await Promise.all([draftOverduePapers(late, actor), draftOverduePapers(late, actor)])
  expect(twice[0] + twice[1]).toBe(1)
  expect(await draftOverduePapers(late, actor)).toBe(0)

  const { items } = (await office.get<{ items: MatterItem[] }>(`${path}/${record.id}/matters`)).body
  expect(items).toMatchObject([
    {
      title: '补齐“缺件项目”的投资意向书或投资协议',
      kind: '项目节点',
      state: 'drafted',
      deadline: null,
      lead: { name: '县发展和改革局' },
    },
  ])
  const gates = (await office.get<Gates>(`${path}/${record.id}/gates`)).body
  expect(gates.here.find((c) => c.id === 'intention')?.paper?.matter).toBe(items[0]?.id)
  const detail = (await office.get<MatterDetail>(`/matters/${items[0]?.id}`)).body
  const source = detail.fullSources[0]
  const document = (await office.get<DocumentDetail>(`/documents/${source?.document}`)).body
  expect(document).toMatchObject({ title: '项目库缺件补齐清单（2026-06-11）', state: 'draft' })
  expect(document.text.slice(source?.start, source?.end)).toBe(source?.quote)
  // It goes the usual way: the units see nothing before they are asked.
  const fagai = await county.client('fagaiHead')
  expect((await fagai.get(`/matters/${items[0]?.id}`)).status).toBe(404)
  expect((await office.post(`/documents/${document.id}/actions/review`, { version: document.version })).status).toBe(
    200,
  )
})

describe('the paper of a matter that the night made', () => {
  const actor = () => systemActor(county.code, 'job:test')
  const missing = { condition: 'intention', state: 'missing', basis: '正在谈', promisedBy: '王主任', due: '2026-06-10' }
  const stage = async (id: number, version: number, paper: object) =>
    office.post<RecordDetail>(`${path}/${id}/stage`, { version, to: 'reserve', since: '2026-05-21', papers: [paper] })

  async function owed(name: string): Promise<{ record: RecordDetail; matter: MatterItem }> {
    const record = await create({ leadUnit: county.units.fagai.id, name, owner: '某公司', total: 1_000_000 })
    const moved = await stage(record.id, 0, missing)
    expect(moved.status, JSON.stringify(moved.body)).toBe(200)
    await draftOverduePapers({ ...house, clock: fixedClock('2026-06-11') }, actor())
    const { items } = (await office.get<{ items: MatterItem[] }>(`${path}/${record.id}/matters`)).body
    return { record: moved.body, matter: items[0] as MatterItem }
  }
  const matterOf = async (id: number) => (await office.get<MatterDetail>(`/matters/${id}`)).body

  it('withdraws it by itself, with its reason, while it is not issued', async () => {
    const { record, matter: draft } = await owed('补来了的项目')
    expect(draft.state).toBe('drafted')
    // Promised anew is not come.
    expect((await stage(record.id, record.version, { ...missing, due: '2026-07-10' })).status).toBe(200)
    expect(await withdrawSettled(house, actor())).toBe(0)
    const fagai = await county.client('fagaiHead')
    const came = { condition: 'intention', state: 'present', number: '意向〔2026〕3号' }
    const body = { version: record.version, to: 'reserve', since: '2026-05-21', papers: [came] }
    const answer = await fagai.post<RecordDetail>(`${path}/${record.id}/stage`, body)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    await expect.poll(async () => (await matterOf(draft.id)).state, { timeout: 10_000 }).toBe('withdrawn')
    const { events, fullSources } = await matterOf(draft.id)
    const last = events.at(-1)
    expect(last).toMatchObject({ action: 'withdraw', by: { name: '系统' }, to: 'withdrawn' })
    expect(last?.text).toBe('缺件已经补齐：投资意向书或投资协议已登记（意向〔2026〕3号），不用再交办，系统自动撤销')
    const document = (await office.get<DocumentDetail>(`/documents/${fullSources[0]?.document}`)).body
    expect(document.refused.map((r) => r.why)).toContain(last?.text)
    // Lost again and not come by its new day: a matter once more.
    expect((await stage(record.id, record.version, { ...missing, due: '2026-06-20' })).status).toBe(200)
    expect(await draftOverduePapers({ ...house, clock: fixedClock('2026-06-21') }, actor())).toBe(1)
  })

  it('leaves one that is issued as it is, and says on its page that the paper is there', async () => {
    const { record, matter: draft } = await owed('交办了的项目')
    await owner.query(`update matter set state = 'under-way', lead_unit = $3 where county = $1 and id = $2`, [
      county.code,
      draft.id,
      county.units.fagai.id,
    ])
    const of = `/matters/${draft.id}/records`
    expect((await office.get<{ items: LinkedRecord[] }>(of)).body.items.map((i) => i.papers)).toEqual([[]])
    const came = { condition: 'intention', state: 'present', number: '意向〔2026〕4号' }
    expect((await stage(record.id, record.version, came)).status).toBe(200)
    expect(await withdrawSettled(house, actor())).toBe(0)
    expect((await matterOf(draft.id)).state).toBe('under-way')
    const fagai = await county.client('fagaiHead')
    const [linked] = (await fagai.get<{ items: LinkedRecord[] }>(of)).body.items
    expect(linked?.papers).toEqual([
      {
        condition: '投资意向书或投资协议',
        state: 'present',
        on: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
        number: '意向〔2026〕4号',
        file: null,
      },
    ])
  })
})
