import type { DocumentComparison, DocumentDetail, DocumentTwins } from '@yipanqi/model'
import { PAIRS } from '@yipanqi/reading/similar/pairs.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientOf, testCounty, testHouse, type Client, type TestCounty } from '../../testing/harness.ts'
import { issueFirst, must } from '../../testing/issued.ts'
import { findTwins } from '../similar.ts'

const last =
  '一、2025年工作\n要改造老旧小区15个，年底前完工。\n要新增信贷投放30亿元。\n要推进农村厕所革命，改造户厕2000座。\n'
const now =
  '一、2026年工作\n要改造老旧小区18个，年底前完工。\n要新增信贷投放30亿元。\n要建设低空经济起降场3处，年底前投用。\n'

let house: Awaited<ReturnType<typeof testHouse>>
let county: TestCounty
let office: Client
beforeAll(async () => {
  house = await testHouse()
  county = await testCounty(house)
  office = await clientOf(house, county.people.dispatcher)
})
afterAll(() => house.close())

const upload = (text: string, date: string) =>
  must<DocumentDetail>(office.post('/documents', { text, date, scope: 'internal', declarer: '陈测' }), 201)

describe('two documents side by side', () => {
  it('the earlier by date is the older, whichever is named first', async () => {
    const [old, young] = [await upload(last, '2025-02-10'), await upload(now, '2026-02-10')]
    const compared = await must<DocumentComparison>(office.get(`/documents/compare?a=${young.id}&b=${old.id}`))
    expect([compared.older.id, compared.newer.id]).toEqual([old.id, young.id])
    expect(compared.pairs.map(({ fate, older, newer }) => [fate, (newer ?? older)?.text.slice(1, 7)])).toEqual([
      ['moved', '改造老旧小区'],
      ['kept', '新增信贷投放'],
      ['dropped', '推进农村厕所'],
      ['new', '建设低空经济'],
    ])
    expect(compared.pairs[0]?.moves).toMatchObject([{ way: 'up', from: { value: 15 }, to: { value: 18 } }])
    const newer = compared.pairs[0]?.newer
    expect(young.text.slice(newer?.start, (newer?.start ?? 0) + (newer?.text.length ?? 0))).toBe(newer?.text)
  })

  it('refuses what is no pair, and what the reader may not see', async () => {
    const draft = await upload(last, '2025-02-10')
    const { document } = await issueFirst(house, county, '一、工作\n要建设低空经济起降场3处，年底前投用。\n')
    const ask = (who: Client, a: unknown, b: unknown) => who.get(`/documents/compare?a=${a}&b=${b}`)
    expect((await ask(office, draft.id, draft.id)).status).toBe(400)
    expect((await ask(office, draft.id, '')).status).toBe(400)
    expect((await ask(office, draft.id, 999_999_999)).status).toBe(404)
    const fagai = await clientOf(house, county.people.fagaiHead)
    expect((await fagai.get(`/documents/${document.id}`)).status).toBe(200)
    expect((await ask(fagai, document.id, draft.id)).status).toBe(404)
    expect((await ask(fagai, draft.id, document.id)).status).toBe(404)
  })
})

describe('the same thing asked before', () => {
  it('each draft of a document is told its twins in force', async () => {
    const { matter } = await issueFirst(house, county, '一、工作\n要盘活低效工业用地1200亩，年底前完成。\n')
    const again = await upload(
      '一、工作\n要加大低效工业用地盘活力度，盘活1500亩以上。\n要新建公办幼儿园2所。\n',
      '2026-05-12',
    )
    const twins = await must<DocumentTwins>(office.get(`/documents/${again.id}/similar`))
    expect(twins.items).toHaveLength(1)
    expect(twins.items[0]?.twins[0]).toMatchObject({ id: matter.id, words: ['低效工业用地'] })
    expect(twins.looked).toBeGreaterThan(0)
  })

  it('while 300 drafts are held against 5,000 matters others are let in between (bench:similar has the time)', async () => {
    const sentences = PAIRS.flatMap(({ one, other }) => [one, other])
    const row = (id: number, step: number) => {
      const text = [0, 7, 13].map((more) => sentences[(id * step + more) % sentences.length]).join('，')
      return { id, title: text.slice(0, 30), text }
    }
    const known = Array.from({ length: 5000 }, (_, at) => row(at + 1, 1))
    const drafts = Array.from({ length: 300 }, (_, at) => row(10_000 + at, 3))
    let ticks = 0
    const watch = setInterval(() => (ticks += 1), 1)
    const found = await findTwins(drafts, known)
    clearInterval(watch)
    expect([...found.values()].filter((twins) => twins.length > 0).length).toBe(300)
    expect(ticks).toBeGreaterThan(10)
  })
})
