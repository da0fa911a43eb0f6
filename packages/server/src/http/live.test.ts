// Live changes over a real socket: who hears of them, how a reader comes back, how a stream ends.
import type { DocumentDetail, MatterItem } from '@yipanqi/model'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { testCounty, testHouse, type TestCounty } from '../testing/harness.ts'
import { openListeningPost, type Ear, type Heard, type ListeningPost } from '../testing/listening-post.ts'
import { openOwner, type Owner } from '../testing/snapshot.ts'
import { act, stageDocument, troupeOf, type Troupe } from '../testing/stage.ts'
import { openStreams } from './streams.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let owner: Owner
let county: TestCounty
let troupe: Troupe
let post: ListeningPost
let base: string
let document: DocumentDetail
let matter: MatterItem

beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
  county = await testCounty(house)
  troupe = await troupeOf(house, county)
  post = await openListeningPost(house)
  base = post.base
  document = await stageDocument(troupe, '直播', 'issued')
  // Led by 工信 alone: 发改 has no part in it.
  matter = document.matters[1] as MatterItem
})
afterEach(() => {
  post.hush()
})
afterAll(async () => {
  await post.close()
  await owner.close()
  await house.close()
})

const tokenOf = (account: string): Promise<string> => post.tokenOf(account)
const listen = (token: string, headers: Record<string, string> = {}): Promise<Ear> => post.listen(token, headers)
const of = (id: number) => (heard: Heard[]) => heard.some((h) => h.event === 'changed' && h.data.ids?.includes(id))
const touch = () =>
  act(troupe.office, matter.id, 'adjust', { basis: '会议纪要', approvedBy: '周测', doneWhen: `公示 ${Math.random()}` })

describe('a change', () => {
  it('reaches those who may see it, by its id alone, and nobody else', async () => {
    const lead = await listen(await tokenOf(county.people.gongxinHead))
    const whole = await listen(await tokenOf(county.people.party))
    const without = await listen(await tokenOf(county.people.fagaiHead))
    const admin = await listen(await tokenOf(county.people.admin))
    const elsewhere = await testCounty(house)
    const foreign = await listen(await tokenOf(elsewhere.people.dispatcher))
    await touch()
    await lead.until(of(matter.id))
    await whole.until(of(matter.id))
    await pause(300)
    for (const ear of [without, admin, foreign]) expect(ear.heard.map((h) => h.event)).toEqual(['ready'])
    for (const h of lead.heard.slice(1)) {
      expect(Object.keys(h.data).sort()).toEqual(['ids', 'kind'])
      expect(h.id).toMatch(/^\d+$/)
    }
  })

  it('that was refused is told to nobody', async () => {
    const whole = await listen(await tokenOf(county.people.party))
    const stale = await troupe.office.post(`/matters/${matter.id}/actions/withdraw`, { version: 0, text: '不成' })
    expect(stale.status).toBe(409)
    await pause(300)
    expect(whole.heard.map((h) => h.event)).toEqual(['ready'])
  })
})

describe('a reader who comes back', () => {
  it('with Last-Event-ID gets what was missed, filtered as ever, and then what is new', async () => {
    const [last] = await owner.query<{ id: string }>('select max(id) as id from event where county = $1', [county.code])
    await touch()
    const since = { 'Last-Event-ID': last?.id ?? '0' }
    const lead = await listen(await tokenOf(county.people.gongxinHead), since)
    const without = await listen(await tokenOf(county.people.fagaiHead), since)
    await lead.until(of(matter.id))
    const before = lead.heard.length
    await touch()
    await lead.until((h) => h.length > before)
    await pause(200)
    expect(without.heard.map((h) => h.event)).toEqual(['ready'])
    expect(lead.heard.filter((h) => h.id !== null).map((h) => Number(h.id))).toEqual(
      [...new Set(lead.heard.filter((h) => h.id !== null).map((h) => Number(h.id)))].sort((a, b) => a - b),
    )
  })

  it.each(['-1', '1e3', 'abc', '9'.repeat(30), ' ', '1; drop table event'])(
    'with Last-Event-ID %j is served from now on',
    async (id) => {
      const lead = await listen(await tokenOf(county.people.gongxinHead), { 'Last-Event-ID': id })
      expect(lead.heard.map((h) => h.event)).toEqual(['ready'])
      await touch()
      await lead.until(of(matter.id))
    },
  )

  it('after more than can be replayed is told to fetch anew', async () => {
    await owner.query(
      `insert into event (county, document, action) select $1, $2, 'draft' from generate_series(1, 700)`,
      [county.code, document.id],
    )
    const whole = await listen(await tokenOf(county.people.party), { 'Last-Event-ID': '1' })
    await whole.until((h) => h.some((x) => x.event === 'reset'))
    expect(whole.heard.filter((h) => h.event === 'changed')).toEqual([])
    await touch()
    await whole.until(of(matter.id))
  })
})

describe('a stream', () => {
  it('needs a session', async () => expect((await listen('nonsense')).status).toBe(401))

  it('says nothing more when its session has ended', async () => {
    const token = await tokenOf(county.people.gongxinHead)
    const lead = await listen(token)
    await fetch(`${base}/sessions/current`, { method: 'DELETE', headers: { Authorization: `Bearer ${token}` } })
    await touch()
    expect(await Promise.race([lead.ended, pause(3000, 'open')])).toBe(true)
    expect(lead.heard.map((h) => h.event)).toEqual(['ready'])
  })

  it('that the reader drops leaves nothing behind', async () => {
    const lead = await listen(await tokenOf(county.people.gongxinHead))
    lead.close()
    await pause(200)
    await touch()
    expect((await fetch(`${base}/health`)).status).toBe(200)
  })

  it('ends when the server stops, so that it can drain', async () => {
    const lead = await listen(await tokenOf(county.people.gongxinHead))
    openStreams.endAll()
    expect(await Promise.race([lead.ended, pause(3000, 'open')])).toBe(true)
  })
})

describe('a body over the limit, over a real socket', () => {
  it.each([true, false])('is refused (chunked: %s)', async (chunked) => {
    const token = await tokenOf(county.people.dispatcher)
    const piece = Buffer.alloc(1_000_000, 0x61)
    let sent = 0
    const stream = new ReadableStream({
      pull(controller) {
        if (sent >= 20) return controller.close()
        sent += 1
        controller.enqueue(piece)
      },
    })
    const answer = await fetch(`${base}/documents`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: chunked ? stream : Buffer.alloc(20_000_000, 0x61),
      ...(chunked ? { duplex: 'half' } : {}),
    } as RequestInit)
    expect(answer.status).toBe(413)
    expect(((await answer.json()) as { error: { code: string } }).error.code).toBe('too-large')
    expect((await fetch(`${base}/health`)).status).toBe(200)
  })
})
