// Matters and records point to each other; promises that were not kept become matters by themselves.
import type { DocumentDetail, MatterDetail, MatterItem } from '@yipanqi/model'
import type { Gates, LinkedRecord, RecordDetail } from '@yipanqi/model/libraries/index.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fixedClock } from '../../clock.ts'
import { systemActor } from '../../db/actor.ts'
import { testHouse, type Client } from '../../testing/harness.ts'
import { openOwner, type Owner } from '../../testing/snapshot.ts'
import { stageDocument, troupeOf } from '../../testing/stage.ts'
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
