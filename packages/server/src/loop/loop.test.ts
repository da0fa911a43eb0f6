// The whole main job over HTTP: a text comes in, units answer, it is issued, reported, verified, and the text shows it.
import type { Consultation, DocumentDetail, MatterDetail, MatterItem } from '@yipanqi/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientOf, testCounty, testHouse, type Client, type TestCounty } from '../testing/harness.ts'

const text = `在县委财经委推进会上的讲话
同志们：
去年，全县新开工项目25个，完成投资31亿元。
一、抓紧项目建设
发改局要牵头建好县级项目库，年底前入库项目不少于120个。
二、坚持以亩均论英雄
工信局要在三季度末前完成规上工业企业亩均效益评价并公示。
`

let house: Awaited<ReturnType<typeof testHouse>>
let county: TestCounty
let office: Client
let fagai: Client
let gongxin: Client
let party: Client
let document: DocumentDetail
const matterOf = (word: string) => document.matters.find((m) => m.title.includes(word)) as MatterItem

beforeAll(async () => {
  house = await testHouse()
  county = await testCounty(house)
  office = await clientOf(house, county.people.dispatcher)
  fagai = await clientOf(house, county.people.fagaiHead)
  gongxin = await clientOf(house, county.people.gongxinHead)
  party = await clientOf(house, county.people.party)
})
afterAll(() => house.close())

describe('from a speech to a closed loop', () => {
  it('reads drafts, and keeps them from units until opinions are asked', async () => {
    const made = await office.post<DocumentDetail>('/documents', {
      text,
      date: '2026-02-09',
      scope: 'internal',
      declarer: '陈测',
    })
    expect(made.status).toBe(201)
    document = made.body
    expect(document.matters.length).toBeGreaterThanOrEqual(2)
    expect(matterOf('项目库').lead?.id).toBe(county.units.fagai.id)
    expect(document.sentences.find((s) => s.role === 'result')?.matters ?? []).toEqual([])
    const seen = await fagai.get<{ items: MatterItem[] }>('/matters')
    expect(seen.body.items).toEqual([])
    expect((await fagai.get(`/documents/${document.id}`)).status).toBe(404)
  })

  it('is edited, reviewed, sent for opinions, weighed and signed off', async () => {
    const matter = matterOf('项目库')
    const edited = await office.patch<MatterDetail>(`/matters/${matter.id}`, {
      version: matter.version,
      doneWhen: '项目入库名单',
      leader: county.leader,
      line: 'party',
      supports: [{ unit: county.units.gongxin.id, part: '提供工业项目' }],
    })
    expect(edited.status).toBe(200)
    expect(edited.body.provisional).not.toContain('doneWhen')
    for (const other of document.matters.filter((m) => m.id !== matter.id)) {
      const fixed = await office.patch(`/matters/${other.id}`, {
        version: other.version,
        lead: county.units.gongxin.id,
        doneWhen: '结果公示',
        deadline: '2026-09-30',
        line: 'party',
      })
      expect(fixed.status).toBe(200)
    }
    const reviewed = await office.post<DocumentDetail>(`/documents/${document.id}/actions/review`, {
      version: document.version,
    })
    expect(reviewed.body.state).toBe('reviewed')
    const asked = await office.post<DocumentDetail>(`/documents/${document.id}/actions/consult`, {
      version: reviewed.body.version,
      days: 3,
    })
    expect(asked.body.state).toBe('consulting')
    expect(asked.body.consultDue).toBe('2026-05-26')
    document = asked.body

    const tooEarly = await office.post<{ error: { code: string; items: unknown[] } }>(
      `/documents/${document.id}/actions/sign-off`,
      { version: document.version },
    )
    expect(tooEarly.status).toBe(409)
    expect(tooEarly.body.error.code).toBe('answers-awaited')
    expect(tooEarly.body.error.items.length).toBeGreaterThan(0)

    for (const m of document.matters) {
      const mine = await fagai.get<MatterDetail>(`/matters/${m.id}`)
      if (mine.status === 200) {
        const said = await fagai.post(`/matters/${m.id}/actions/answer`, {
          version: m.version,
          opinion: 'amend',
          text: '建议改为110个以上',
        })
        expect(said.status).toBe(200)
      }
      const said = await gongxin.post(`/matters/${m.id}/actions/answer`, { version: m.version, opinion: 'agree' })
      expect(said.status).toBe(200)
    }
    const table = await office.get<Consultation>(`/documents/${document.id}/consultation`)
    const open = table.body.rows.filter((r) => r.opinion === 'amend')
    expect(open).toHaveLength(1)
    const unweighed = await office.post<{ error: { code: string } }>(`/documents/${document.id}/actions/sign-off`, {
      version: document.version,
    })
    expect(unweighed.body.error.code).toBe('opinions-open')
    const adopted = await office.post(`/answers/${open[0]?.id}/adopt`, {
      version: open[0]?.matterVersion,
      adopted: false,
      note: '目标已经常委会研究确定',
    })
    expect(adopted.status).toBe(200)
    const signed = await office.post<DocumentDetail>(`/documents/${document.id}/actions/sign-off`, {
      version: document.version,
    })
    expect(signed.status).toBe(200)
    document = signed.body
  })

  it('is issued under a number, once', async () => {
    const issue = { version: document.version, number: '测委财办〔2026〕6号', date: '2026-02-12' }
    const done = await office.post<DocumentDetail>(`/documents/${document.id}/actions/issue`, issue, {
      'Idempotency-Key': 'issue-1',
    })
    expect(done.status).toBe(200)
    const again = await office.post<DocumentDetail>(`/documents/${document.id}/actions/issue`, issue, {
      'Idempotency-Key': 'issue-1',
    })
    expect(again.body).toEqual(done.body)
    const other = await office.post(
      `/documents/${document.id}/actions/issue`,
      { ...issue, number: '测委财办〔2026〕7号' },
      { 'Idempotency-Key': 'issue-1' },
    )
    expect(other.status).toBe(422)
    document = done.body
    expect(document.matters.every((m) => m.state === 'issued' && m.number?.startsWith('2026-'))).toBe(true)
  })

  it('is signed for, reported, asked to be closed, returned, and closed', async () => {
    const liaison = await clientOf(house, county.people.fagaiLiaison)
    let matter = (await liaison.get<MatterDetail>(`/matters/${matterOf('项目库').id}`)).body
    const step = async (client: Client, verb: string, body: Record<string, unknown>) => {
      const answer = await client.post<MatterDetail>(`/matters/${matter.id}/actions/${verb}`, {
        version: matter.version,
        ...body,
      })
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
      matter = answer.body
    }
    await step(liaison, 'sign', {})
    expect(matter.state).toBe('under-way')
    await step(liaison, 'report', { value: 49, text: '累计入库49个', asOf: '2026-05-20' })
    expect(matter.progress).toMatchObject({ value: 49, total: 120, unit: '个' })
    expect(matter.light).not.toBeNull()
    expect(matter.verdict?.rule.documentNumber).toBe('测委办〔2026〕8号')

    const notHead = await liaison.post<{ error: { code: string; who: { post: string }[] } }>(
      `/matters/${matter.id}/actions/request-close`,
      { version: matter.version, text: '办完了', asOf: '2026-05-21' },
    )
    expect(notHead.status).toBe(403)
    expect(notHead.body.error.who[0]?.post).toBe('unit-head')

    const form = new FormData()
    form.append('file', new File([`入库名单 ${Math.random()}`], '入库名单.txt', { type: 'text/plain' }))
    const upload = await fagai.raw('/files', { method: 'POST', body: form })
    expect(upload.status).toBe(201)
    const file = (await upload.json()) as { id: number }
    await step(fagai, 'request-close', { text: '已入库120个', value: 120, asOf: '2026-05-21', evidence: [file.id] })
    expect(matter.state).toBe('closing')
    await step(party, 'return', { text: '名单缺3个项目的代码' })
    expect(matter.reworks).toBe(1)
    await step(fagai, 'request-close', { text: '已补齐', value: 120, asOf: '2026-05-21' })
    await step(party, 'verify', { text: '核对名单无误' })
    expect(matter.state).toBe('closed')
    expect(matter.light).toBe('done')
    expect(matter.events.map((e) => e.action).filter((a) => a !== 'edit')).toEqual([
      'answer',
      'answer',
      'adopt',
      'issue',
      'sign',
      'report',
      'request-close',
      'return',
      'request-close',
      'verify',
    ])

    const living = (await office.get<DocumentDetail>(`/documents/${document.id}`)).body
    expect(living.sentences.find((s) => s.matters.includes(matter.id))?.light).toBe('done')
    expect(living.tally.done).toBe(1)
  })

  it('answers a stale version and another county with what happened', async () => {
    const matter = matterOf('亩均')
    const stale = await gongxin.post<{ error: { code: string } }>(`/matters/${matter.id}/actions/sign`, { version: 0 })
    expect([stale.status, stale.body.error.code]).toEqual([409, 'stale'])
    const elsewhere = await testCounty(house)
    const stranger = await clientOf(house, elsewhere.people.dispatcher)
    expect((await stranger.get(`/matters/${matter.id}`)).status).toBe(404)
    expect((await stranger.get(`/documents/${document.id}`)).status).toBe(404)
  })
})
