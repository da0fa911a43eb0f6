// Two people act at the same moment: one is served, the other is told; numbers are given once.
import type { DocumentDetail, MatterDetail, MatterItem } from '@yipanqi/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientOf, testCounty, testHouse, type Answer, type Client, type TestCounty } from '../testing/harness.ts'
import { openOwner, type Owner } from '../testing/snapshot.ts'
import { act, stageDocument, troupeOf, type Troupe } from '../testing/stage.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let owner: Owner
let county: TestCounty
let troupe: Troupe
let twin: Client

beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
  county = await testCounty(house)
  troupe = await troupeOf(house, county)
  twin = await clientOf(house, county.people.dispatcher)
})
afterAll(async () => {
  await owner.close()
  await house.close()
})

/** Statuses in order, and the codes of those that were refused. */
async function together(asks: (() => Promise<Answer<unknown>>)[]): Promise<{ statuses: number[]; codes: string[] }> {
  const answers = await Promise.all(asks.map((ask) => ask()))
  return {
    statuses: answers.map((a) => a.status).sort(),
    codes: answers.filter((a) => a.status >= 400).map((a) => (a.body as { error: { code: string } }).error.code),
  }
}

const once = { statuses: [200, 409], codes: ['stale'] }
const events = async (matter: number, action: string) =>
  (
    await owner.query('select 1 from event where county = $1 and matter = $2 and action = $3', [
      county.code,
      matter,
      action,
    ])
  ).length

describe('from the same version', () => {
  it('two edits: one is written, the other is stale', async () => {
    const document = await stageDocument(troupe, '同改', 'draft')
    const [matter] = document.matters as [MatterItem]
    const edit = (client: Client, title: string) => () =>
      client.patch(`/matters/${matter.id}`, { version: matter.version, title })
    expect(await together([edit(troupe.office, '甲改的'), edit(twin, '乙改的')])).toEqual(once)
    const now = (await twin.get<MatterDetail>(`/matters/${matter.id}`)).body
    expect(now.version).toBe(matter.version + 1)
    expect(['甲改的', '乙改的']).toContain(now.title)
  })

  it.each(['draft', 'reviewed', 'signed-off'] as const)('two steps of a document that is %s: one', async (place) => {
    const document = await stageDocument(troupe, '同步', place)
    const verb = { draft: 'review', reviewed: 'consult', 'signed-off': 'issue' }[place]
    const step = (client: Client, n: number) => () =>
      client.post(`/documents/${document.id}/actions/${verb}`, {
        version: document.version,
        ...(verb === 'issue' ? { number: `同时〔2026〕${n}号`, date: '2026-02-12' } : {}),
      })
    expect(await together([step(troupe.office, 1), step(twin, 2)])).toEqual(once)
    const done = await owner.query(
      'select 1 from event where county = $1 and document = $2 and matter is null and action = $3',
      [county.code, document.id, verb],
    )
    expect(done.length).toBe(1)
  })

  it('two heads sign, two report, two ask to close: one each', async () => {
    const document = await stageDocument(troupe, '同报', 'issued')
    const [matter] = document.matters as [MatterItem]
    const other = await clientOf(house, county.people.fagaiLiaison)
    let { version } = matter
    for (const verb of ['sign', 'report'] as const) {
      const body = verb === 'sign' ? {} : { text: '有进展', value: 20, asOf: '2026-05-20' }
      const ask = (client: Client) => () => client.post(`/matters/${matter.id}/actions/${verb}`, { version, ...body })
      expect(await together([ask(troupe.fagai), ask(other)])).toEqual(once)
      expect(await events(matter.id, verb)).toBe(1)
      version += 1
    }
  })

  it('a verifier closes while the other returns: one of both', async () => {
    const document = await stageDocument(troupe, '同核', 'issued')
    const matter = document.matters[1] as MatterItem
    await act(troupe.gongxin, matter.id, 'sign')
    const form = new FormData()
    form.append('file', new File(['公示'], '公示.txt'))
    const file = (await (await troupe.gongxin.raw('/files', { method: 'POST', body: form })).json()) as { id: number }
    const asked = await act(troupe.gongxin, matter.id, 'request-close', {
      text: '办完了',
      asOf: '2026-05-20',
      evidence: [file.id],
    })
    const consented = await act(troupe.office, matter.id, 'consent', { onPaper: { by: '周测', date: '2026-05-20' } })
    expect(consented.version).toBe(asked.version + 1)
    const party = await clientOf(house, county.people.party)
    const ask = (verb: string) => () =>
      party.post(`/matters/${matter.id}/actions/${verb}`, { version: consented.version, text: '同时' })
    expect(await together([ask('verify'), ask('return')])).toEqual(once)
    expect((await events(matter.id, 'verify')) + (await events(matter.id, 'return'))).toBe(1)
  })

  it('two split the same draft, two merge the same drafts: one each, and no source is lost', async () => {
    const document = await stageDocument(troupe, '同拆', 'draft')
    const [one, two] = document.matters as [MatterItem, MatterItem]
    const parts = [{ title: '甲项' }, { title: '乙项' }]
    const split = (client: Client) => () => client.post(`/matters/${one.id}/split`, { version: one.version, parts })
    expect(await together([split(troupe.office), split(twin)])).toEqual(once)
    const now = (await twin.get<MatterDetail>(`/matters/${one.id}`)).body
    // The opposite ways round: a deadlock would be a 409 too, and never a 500.
    const merge = (client: Client, into: MatterItem, from: MatterItem) => () =>
      client.post('/matters/merge', {
        into: into.id,
        version: into.version,
        from: [{ id: from.id, version: from.version }],
      })
    const merged = await together([merge(troupe.office, now, two), merge(twin, two, now)])
    expect(merged.statuses).toEqual([200, 409])
    const after = (await twin.get<DocumentDetail>(`/documents/${document.id}`)).body
    expect(after.matters.length).toBe(2)
    const starts = new Set(after.matters.flatMap((m) => m.sources.map((s) => s.start)))
    expect(starts.size).toBe(2)
  })
})

describe('numbers', () => {
  it('of matters are given once, however many documents are issued at once', async () => {
    const documents = []
    for (let i = 0; i < 4; i += 1) documents.push(await stageDocument(troupe, `同发${i}`, 'signed-off'))
    const issue = (d: DocumentDetail) => () =>
      troupe.office.post(`/documents/${d.id}/actions/issue`, {
        version: d.version,
        number: `齐发〔2026〕${d.id}号`,
        date: '2026-02-12',
      })
    expect((await together(documents.map(issue))).statuses).toEqual([200, 200, 200, 200])
    const rows = await owner.query<{ number: string }>(
      'select number from matter where county = $1 and number is not null order by number',
      [county.code],
    )
    const numbers = rows.map((r) => r.number)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(numbers).toEqual(numbers.map((_, i) => `2026-${String(i + 1).padStart(4, '0')}`))
  })

  it('of documents are given once, although two take the same at once', async () => {
    const one = await stageDocument(troupe, '同号甲', 'signed-off')
    const two = await stageDocument(troupe, '同号乙', 'signed-off')
    const issue = (client: Client, d: DocumentDetail) => () =>
      client.post(`/documents/${d.id}/actions/issue`, {
        version: d.version,
        number: '同号〔2026〕1号',
        date: '2026-02-12',
      })
    expect(await together([issue(troupe.office, one), issue(twin, two)])).toEqual({
      statuses: [200, 409],
      codes: ['number-used'],
    })
  })
})

describe('answers', () => {
  it('of two units at once both count, since an answer moves no version', async () => {
    const document = await stageDocument(troupe, '同答', 'consulting')
    const [matter] = document.matters as [MatterItem]
    const answer = (client: Client) => () =>
      client.post(`/matters/${matter.id}/actions/answer`, { version: matter.version, opinion: 'agree' })
    expect((await together([answer(troupe.fagai), answer(troupe.gongxin)])).statuses).toEqual([200, 200])
    const given = await owner.query('select 1 from answer where county = $1 and matter = $2 and opinion is not null', [
      county.code,
      matter.id,
    ])
    expect(given.length).toBe(2)
  })
})
