// After issue: figures by kind, adjustment with its basis, consent for key matters, 常态 that stands, lights that age.
import type { MatterDetail } from '@yipanqi/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../clock.ts'
import { systemActor } from '../db/actor.ts'
import { relightCounty } from '../jobs/relight-county.ts'
import { clientOf, testCounty, testHouse, type Client, type TestCounty } from '../testing/harness.ts'
import { issueFirst, must } from '../testing/issued.ts'

const text = '一、抓项目\n发改局要牵头建好县级项目库，年底前入库项目不少于120个。\n'

let house: Awaited<ReturnType<typeof testHouse>>
let county: TestCounty
let head: Client
beforeAll(async () => {
  house = await testHouse()
  county = await testCounty(house)
  head = await clientOf(house, county.people.fagaiHead)
})
afterAll(() => house.close())

async function act(
  client: Client,
  matter: MatterDetail,
  verb: string,
  body: Record<string, unknown>,
): Promise<MatterDetail> {
  return must<MatterDetail>(client.post(`/matters/${matter.id}/actions/${verb}`, { version: matter.version, ...body }))
}

async function evidence(client: Client): Promise<number> {
  const form = new FormData()
  form.append('file', new File([`佐证 ${Math.random()}`], '佐证.txt'))
  const response = await client.raw('/files', { method: 'POST', body: form })
  return ((await response.json()) as { id: number }).id
}

describe('after issue', () => {
  it('an adjustment has its basis and keeps the first version', async () => {
    const { office, matter } = await issueFirst(house, county, text)
    const target = { ...matter.target, value: 100 }
    const adjusted = await act(office, matter, 'adjust', {
      basis: '县委财经委第二次会议议定',
      approvedBy: '县委书记',
      target,
      deadline: '2026-11-30',
    })
    expect(adjusted.target?.value).toBe(100)
    expect(adjusted.firstTarget?.value).toBe(120)
    expect(adjusted.events.at(-1)?.text).toContain('议定')
    expect((await office.patch(`/matters/${matter.id}`, { version: adjusted.version, title: '悄悄改掉' })).status).toBe(
      409,
    )
    expect(
      (
        await head.post(`/matters/${matter.id}/actions/adjust`, {
          version: adjusted.version,
          basis: '自行调整',
          approvedBy: '本局',
        })
      ).status,
    ).toBe(403)
  })

  it('steps are counted, a 常态 matter has no figure', async () => {
    const steps = await issueFirst(house, county, text, {
      kind: '制度成果',
      target: null,
      steps: [
        { name: '起草', due: '2026-03-31' },
        { name: '审议', due: '2026-06-30' },
        { name: '印发', due: '2026-09-30' },
      ],
    })
    const signed = await act(head, steps.matter, 'sign', {})
    const wrong = await head.post(`/matters/${signed.id}/actions/report`, {
      version: signed.version,
      value: 4,
      text: '办了四步',
      asOf: '2026-05-20',
    })
    expect(wrong.status).toBe(400)
    const one = await act(head, signed, 'report', { value: 1, text: '已起草', asOf: '2026-05-20' })
    expect(one.progress).toMatchObject({ value: 1, total: 3, unit: '步' })
    expect(one.steps[0]?.doneOn).toBe('2026-05-20')

    const standing = await issueFirst(house, county, text, { kind: '常态', target: null })
    const under = await act(head, standing.matter, 'sign', {})
    const fresh = await act(head, under, 'report', { value: 7, text: '本月已调度一次', asOf: '2026-05-20' })
    expect(fresh.progress).toBeNull()
    expect(fresh.light).toBe('green')
  })

  it('a report for a day to come, or before the last, is refused', async () => {
    const { matter } = await issueFirst(house, county, text)
    const signed = await act(head, matter, 'sign', {})
    const late = await head.post<{ error: { fields: { path: string }[] } }>(`/matters/${matter.id}/actions/report`, {
      version: signed.version,
      value: 1,
      text: '预报',
      asOf: '2026-05-22',
    })
    expect([late.status, late.body.error.fields[0]?.path]).toEqual([400, 'asOf'])
    const done = await act(head, signed, 'report', { value: 30, text: '到20日', asOf: '2026-05-20' })
    expect(
      (
        await head.post(`/matters/${matter.id}/actions/report`, {
          version: done.version,
          value: 20,
          text: '补报',
          asOf: '2026-05-01',
        })
      ).status,
    ).toBe(400)
    const same = await act(head, done, 'report', { text: '无变化', asOf: '2026-05-21' })
    expect(same.progress?.value).toBe(30)
  })

  it('a key matter waits for its leader before it is closed', async () => {
    const { matter } = await issueFirst(house, county, text, { key: true, leader: county.leader })
    const signed = await act(head, matter, 'sign', {})
    const noProof = await head.post<{ error: { code: string } }>(`/matters/${matter.id}/actions/request-close`, {
      version: signed.version,
      text: '办完',
      asOf: '2026-05-21',
    })
    expect([noProof.status, noProof.body.error.code]).toEqual([409, 'no-evidence'])
    const asked = await act(head, signed, 'request-close', {
      text: '办完',
      value: 120,
      asOf: '2026-05-21',
      evidence: [await evidence(head)],
    })
    const party = await clientOf(house, county.people.party)
    const early = await party.post<{ error: { code: string; who: { post: string }[] } }>(
      `/matters/${matter.id}/actions/verify`,
      { version: asked.version, text: '核过' },
    )
    expect([early.status, early.body.error.code, early.body.error.who[0]?.post]).toEqual([
      409,
      'leader-consent',
      'leader',
    ])
    const leader = await clientOf(house, county.people.leader)
    const agreed = await act(leader, asked, 'consent', { text: '同意销号' })
    expect((await act(party, agreed, 'verify', { text: '核过' })).state).toBe('closed')
  })

  it('night falls: green without a report turns grey, past the deadline is red, and the day is told', async () => {
    const { matter } = await issueFirst(house, county, text, { deadline: '2026-07-31' })
    const signed = await act(head, matter, 'sign', {})
    const fresh = await act(head, signed, 'report', { value: 119, text: '进展顺利', asOf: '2026-05-21' })
    expect(fresh.light).toBe('green')
    const at = async (day: string) => {
      const later = { ...house, clock: fixedClock(day) }
      await relightCounty(later, systemActor(county.code, 'test-night'))
      const office = await clientOf(later, county.people.dispatcher)
      return must<MatterDetail>(office.get(`/matters/${matter.id}`))
    }
    const grey = await at('2026-07-20')
    expect(grey.light).toBe('grey')
    expect(grey.lightSince).toBe('2026-07-20')
    const red = await at('2026-08-01')
    expect([red.light, red.overdue]).toEqual(['red', true])
    expect(red.verdict?.sentence).toContain('已过完成时限')
  })
})
