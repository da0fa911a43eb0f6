// Before issue: splitting, merging, 归并, one more sentence, opinions on paper, and what stops an issue.
import type { Consultation, DocumentDetail, MatterDetail } from '@yipanqi/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientOf, testCounty, testHouse, type Client, type TestCounty } from '../testing/harness.ts'
import { issueFirst, must } from '../testing/issued.ts'

const speech = `在县委财经委专题会上的讲话
一、抓项目
发改局要牵头建好县级项目库，年底前入库项目不少于120个。
要加快推进老旧小区改造、农村公路建设。
二、抓金融
2026年计划新增信贷投放**亿元。
同志们，一分部署，九分落实。
`

let house: Awaited<ReturnType<typeof testHouse>>
let county: TestCounty
let office: Client
beforeAll(async () => {
  house = await testHouse()
  county = await testCounty(house)
  office = await clientOf(house, county.people.dispatcher)
})
afterAll(() => house.close())

const upload = () =>
  must<DocumentDetail>(
    office.post('/documents', { text: speech, date: '2026-02-09', scope: 'internal', declarer: '陈测' }),
    201,
  )
const get = (id: number) => must<MatterDetail>(office.get(`/matters/${id}`))

describe('drafts', () => {
  it('a split keeps the sources, a merge gathers them', async () => {
    const document = await upload()
    const first = document.matters[0] as DocumentDetail['matters'][number]
    const { items } = await must<{ items: MatterDetail[] }>(
      office.post(`/matters/${first.id}/split`, {
        version: first.version,
        parts: [{ title: '建好县级项目库' }, { title: '项目入库120个以上', lead: county.units.gongxin.id }],
      }),
    )
    expect(items.map((m) => m.title)).toEqual(['建好县级项目库', '项目入库120个以上'])
    expect(items[1]?.lead?.id).toBe(county.units.gongxin.id)
    expect(items[1]?.sources).toEqual(items[0]?.sources)
    const merged = await must<MatterDetail>(
      office.post('/matters/merge', {
        into: items[0]?.id,
        version: items[0]?.version,
        from: [{ id: items[1]?.id, version: items[1]?.version }],
      }),
    )
    expect(merged.sources).toHaveLength(1)
    expect((await get(items[1]?.id as number)).state).toBe('merged')
    const after = await must<DocumentDetail>(office.get(`/documents/${document.id}`))
    expect(after.matters).toHaveLength(document.matters.length)
  })

  it('a draft that says what is in force becomes one more source of it, and the text shows its light', async () => {
    const { matter } = await issueFirst(
      house,
      county,
      '一、抓项目\n发改局要牵头建好县级项目库，年底前入库项目不少于120个。\n',
    )
    const document = await upload()
    const draft = document.matters.find((m) => m.title.includes('项目库')) as DocumentDetail['matters'][number]
    const similar = await must<{ items: { matter: { id: number }; score: number; why: string[] }[] }>(
      office.get(`/matters/${draft.id}/similar`),
    )
    expect(similar.items.map((s) => s.matter.id)).toContain(matter.id)
    const now = await get(matter.id)
    const joined = await must<MatterDetail>(
      office.post(`/matters/${matter.id}/sources`, {
        version: now.version,
        draft: { id: draft.id, version: draft.version },
      }),
    )
    expect(joined.fullSources.map((s) => s.document)).toContain(document.id)
    expect((await get(draft.id)).state).toBe('merged')
    const shown = await must<DocumentDetail>(office.get(`/documents/${document.id}`))
    expect(shown.sentences.find((s) => s.matters.includes(matter.id))).toBeDefined()
  })

  it('one click lists a sentence that was left out', async () => {
    const document = await upload()
    const left = document.sentences.find((s) =>
      document.text.slice(s.start, s.end).includes('九分落实'),
    ) as DocumentDetail['sentences'][number]
    const made = await must<MatterDetail>(
      office.post(`/documents/${document.id}/matters`, {
        version: document.version,
        start: left.start,
        end: left.end,
        title: '抓好部署落实',
      }),
      201,
    )
    expect(made.fullSources[0]?.quote).toContain('九分落实')
    expect(made.state).toBe('drafted')
  })

  it('issue lists what is missing and masked goals, and issues nothing', async () => {
    const document = await upload()
    const masked = document.matters.find((m) => m.target?.masked) as DocumentDetail['matters'][number]
    expect(masked.kind).toBe('指标')
    const fixed = await must<MatterDetail>(
      office.patch(`/matters/${masked.id}`, {
        version: masked.version,
        lead: county.units.jinrong.id,
        deadline: '2026-12-31',
        doneWhen: '余额',
      }),
    )
    expect(fixed.provisional).toContain('target')
    const step = (verb: string, version: number, body: Record<string, unknown> = {}) =>
      must<DocumentDetail>(office.post(`/documents/${document.id}/actions/${verb}`, { version, ...body }))
    const onPaper = { number: '青委财办函〔2026〕1号', by: '李测', date: '2026-02-10' }
    const reviewed = await step('review', document.version, { onPaper })
    const asked = await step('consult', reviewed.version, { onPaper })
    const table = await must<Consultation>(office.get(`/documents/${document.id}/consultation`))
    expect(table.rows.every((r) => r.opinion === 'agree' && r.onPaper)).toBe(true)
    const signed = await step('sign-off', asked.version)
    const refused = await office.post<{ error: { code: string; items: { id: number; why: string }[] } }>(
      `/documents/${document.id}/actions/issue`,
      { version: signed.version, number: '测委财办〔2026〕90号', date: '2026-02-12' },
    )
    expect([refused.status, refused.body.error.code]).toEqual([409, 'not-ready'])
    expect(refused.body.error.items.find((i) => i.id === masked.id)?.why).toContain('目标值')
    const after = await must<DocumentDetail>(office.get(`/documents/${document.id}`))
    expect(after.state).toBe('signed-off')
    expect(after.matters.every((m) => m.number === null)).toBe(true)
  })

  it('the office records what a unit signed on paper, and nobody else does', async () => {
    const document = await upload()
    for (const m of document.matters) {
      await must(office.patch(`/matters/${m.id}`, { version: m.version, lead: county.units.gongxin.id }))
    }
    const reviewed = await must<DocumentDetail>(
      office.post(`/documents/${document.id}/actions/review`, { version: document.version }),
    )
    const asked = await must<DocumentDetail>(
      office.post(`/documents/${document.id}/actions/consult`, { version: reviewed.version, days: 2 }),
    )
    const m = asked.matters[0] as DocumentDetail['matters'][number]
    const onPaper = { number: null, by: '王局长', date: '2026-05-20' }
    const said = { version: m.version, opinion: 'amend', text: '时限改为11月', forUnit: county.units.gongxin.id }
    const liaison = await clientOf(house, county.people.gongxinHead)
    expect(
      (await liaison.post(`/matters/${m.id}/actions/answer`, { ...said, forUnit: county.units.fagai.id, onPaper }))
        .status,
    ).toBe(403)
    expect((await office.post(`/matters/${m.id}/actions/answer`, said)).status).toBe(403)
    const recorded = await must<MatterDetail>(office.post(`/matters/${m.id}/actions/answer`, { ...said, onPaper }))
    expect(recorded.answers.find((a) => a.unit.id === county.units.gongxin.id)).toMatchObject({
      opinion: 'amend',
      onPaper: true,
    })
    expect(recorded.events.at(-1)?.onPaper?.by).toBe('王局长')
  })

  it('a unit that may not lead is refused as lead', async () => {
    const document = await upload()
    const m = document.matters[0] as DocumentDetail['matters'][number]
    const refused = await office.patch<{ error: { fields: { path: string }[] } }>(`/matters/${m.id}`, {
      version: m.version,
      lead: county.units.shuiwu.id,
    })
    expect([refused.status, refused.body.error.fields[0]?.path]).toEqual([400, 'lead'])
  })
})
