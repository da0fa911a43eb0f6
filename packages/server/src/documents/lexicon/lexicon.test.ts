// What the office corrects in one document is heard in the next one of the same county, and of no other.
import type { DocumentDetail, LessonItem, MatterDetail, MatterItem, Page } from '@yipanqi/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSheet } from '../../sheets/read-sheet.ts'
import type { SheetRow } from '../../sheets/types.ts'
import { clientOf, testCounty, testHouse, type Client, type TestCounty } from '../../testing/harness.ts'
import { systemActor } from '../../db/actor.ts'
import { getDocument } from '../document-row.ts'
import { learnRole } from './learn.ts'
import { openOwner } from '../../testing/snapshot.ts'
import { must } from '../../testing/issued.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let county: TestCounty
let office: Client
beforeAll(async () => {
  house = await testHouse()
  county = await testCounty(house)
  office = await clientOf(house, county.people.dispatcher)
})
afterAll(() => house.close())

const upload = (text: string, by = office) =>
  must<DocumentDetail>(by.post('/documents', { text, date: '2026-05-12', scope: 'internal', declarer: '陈测' }), 201)
const about = (document: DocumentDetail, words: string) =>
  document.matters.find((m) => m.title.includes(words)) as MatterItem
const get = (id: number) => must<MatterDetail>(office.get(`/matters/${id}`))
const lead = async (item: MatterItem, unit: number | null) =>
  must<MatterDetail>(office.patch(`/matters/${item.id}`, { version: (await get(item.id)).version, lead: unit }))
const lessons = async (query = '') => (await must<Page<LessonItem>>(office.get(`/lexicon?${query}`))).items

const first = '一、发展新产业\n要建设低空经济起降场3处，年底前投用。\n要改造老旧小区18个。\n'
const next = '一、今年任务\n要加快低空经济起降场选址，6月底前开工2处。\n要改造老旧小区20个。\n'

describe('a corrected unit', () => {
  it('is the first candidate for the same words in the next document, with its reason; other matters are as before', async () => {
    const before = await upload(next)
    const document = await upload(first)
    expect(await lessons()).toEqual([])
    await lead(about(document, '起降场'), county.units.zhujian.id)
    const [lesson] = await lessons()
    expect(lesson).toMatchObject({
      kind: 'unit',
      words: ['低空经济起降场'],
      times: 1,
      state: 'in-use',
      by: '测dispatcher',
    })
    expect(lesson?.document?.id).toBe(document.id)
    const after = await upload(next)
    const learned = await get(about(after, '起降场').id)
    expect(learned.lead?.id).toBe(county.units.zhujian.id)
    expect(learned.provisional).toContain('lead')
    expect(learned.candidates[0]?.why[0]).toMatch(
      /^本县纠正词库：2026年5月(?:由.+改为|定为)县住房和城乡建设局|^本县纠正词库：2026年5月/,
    )
    const other = async (from: DocumentDetail) => {
      const { lead: unit, candidates } = await get(about(from, '老旧小区').id)
      return { unit, candidates }
    }
    expect(await other(after)).toEqual(await other(before))
  })

  it('is never heard in another county', async () => {
    const elsewhere = await testCounty(house)
    const foreign = await clientOf(house, elsewhere.people.dispatcher)
    const document = await upload(next, foreign)
    const matter = await must<MatterDetail>(foreign.get(`/matters/${about(document, '起降场').id}`))
    expect(JSON.stringify(matter.candidates)).not.toContain('纠正词库')
    expect((await must<Page<LessonItem>>(foreign.get('/lexicon'))).items).toEqual([])
  })

  it('counts when it is made again, and is out of use when the clerk takes it back in the same document', async () => {
    const text = '一、工作\n要建设城市书房驿站12处。\n'
    const one = await upload(text)
    await lead(about(one, '书房'), county.units.jiaoyu.id)
    await lead(about(one, '书房'), county.units.zhujian.id)
    const rows = await lessons('text=书房')
    expect(rows.map((r) => [r.to, r.state])).toEqual([
      [county.units.zhujian.name.replace(/^县/, ''), 'in-use'],
      [county.units.jiaoyu.name.replace(/^县/, ''), 'withdrawn'],
    ])
    expect(rows[1]?.reason).toBe('同一份文件里又改了')
  })

  it('what the text itself says, and taking the reader at its word, teach nothing', async () => {
    const count = async () => (await lessons()).length
    const before = await count()
    const written = await upload('一、工作\n发改局要牵头编制碳汇林场开发清单，年底前完成。\n')
    await lead(about(written, '碳汇'), county.units.gongxin.id)
    expect(await count()).toBe(before)
    const guessed = await upload(next)
    const draft = about(guessed, '起降场')
    await lead(draft, (await get(draft.id)).lead?.id ?? null)
    expect(await count()).toBe(before)
  })
})

describe('roles, names, merges', () => {
  it('a sentence listed by hand is a task the next time it is worded so', async () => {
    const text = '一、工作\n夜市摊位规范有序。\n要改造老旧小区18个。\n'
    const document = await upload(text)
    const left = document.sentences.find((s) => document.text.slice(s.start, s.end).includes('夜市'))
    expect(left?.role).toBe('background')
    await must(
      office.post(`/documents/${document.id}/matters`, {
        version: document.version,
        start: left?.start,
        end: left?.end,
      }),
      201,
    )
    const again = await upload(text)
    const sentence = again.sentences.find((s) => again.text.slice(s.start, s.end).includes('夜市'))
    expect(sentence).toMatchObject({ role: 'obligation', why: '本县纠正词库：2026年5月由背景改为任务' })
    expect(again.matters.length).toBe(document.matters.length + 1)
  })

  it('a role given back in the same document teaches nothing', async () => {
    const document = await upload('一、工作\n口袋公园四季有花。\n')
    const sentence = { start: 5, end: 14, role: 'background' }
    await house.db.withActor(systemActor(county.code, 'test'), async (trx) => {
      const row = await getDocument(trx, county.code, document.id)
      const actor = systemActor(county.code, 'test')
      await learnRole(trx, actor, row, sentence, 'slogan', '2026-05-21')
      await learnRole(trx, actor, row, { ...sentence, role: 'slogan' }, 'background', '2026-05-21')
    })
    const rows = await lessons('text=口袋公园')
    expect(rows.map(({ from, to, state }) => [from, to, state])).toEqual([['背景', '号召', 'withdrawn']])
  })

  it('a registered name is that unit, once, and never one that the directory has', async () => {
    const alias = (name: string, unit = county.units.gongxin.id) => office.post('/lexicon/aliases', { name, unit })
    expect((await alias('县数智专班')).status).toBe(201)
    expect((await alias('县数智专班')).status).toBe(409)
    expect((await alias(county.units.fagai.name)).status).toBe(409)
    expect((await alias('县某专班', 999_999_999)).status).toBe(400)
    const document = await upload('一、工作\n由县数智专班牵头建成中小企业数字化服务站6个。\n')
    expect(document.matters[0]?.lead?.id).toBe(county.units.gongxin.id)
  })

  it('what was merged is one matter next time', async () => {
    const text = '（一）建好冷链\n要建设城东冷库2座。\n要采购冷链运输车辆12台。\n要培育电商主播80名。\n'
    const document = await upload(text)
    const [into, from] = [about(document, '冷库'), about(document, '车辆')]
    await must(
      office.post('/matters/merge', {
        into: into.id,
        version: into.version,
        from: [{ id: from.id, version: from.version }],
      }),
    )
    const again = await upload(text)
    expect(again.matters).toHaveLength(document.matters.length - 1)
    expect(again.sentences.some((s) => s.why.includes('本县纠正词库：2026年5月曾并为一项'))).toBe(true)
  })
})

describe('the lexicon is kept', () => {
  it('withdrawn with a reason it is heard no more, restored it is heard again; versions guard it', async () => {
    const [lesson] = await lessons('text=起降场&state=in-use')
    const act = (verb: string, body: object) => office.post(`/lexicon/${lesson?.id}/actions/${verb}`, body)
    expect((await act('withdraw', { version: 99, reason: '职责已调整' })).status).toBe(409)
    expect((await act('withdraw', { version: lesson?.version, reason: '' })).status).toBe(400)
    await must(act('withdraw', { version: lesson?.version, reason: '职责已调整' }))
    const [gone] = await lessons('text=起降场&state=withdrawn')
    expect(gone).toMatchObject({ id: lesson?.id, reason: '职责已调整', changedBy: '测dispatcher' })
    const plain = await upload(first)
    expect(JSON.stringify((await get(about(plain, '起降场').id)).candidates)).not.toContain('纠正词库')
    // Corrected again by hand while it is withdrawn: counted, and still withdrawn.
    await lead(about(plain, '起降场'), county.units.zhujian.id)
    const [still] = await lessons('text=起降场&kind=unit')
    expect(still).toMatchObject({ state: 'withdrawn', reason: '职责已调整', times: 2 })
    await must(act('restore', { version: still?.version }))
    const taught = await upload(next)
    expect((await get(about(taught, '起降场').id)).lead?.id).toBe(county.units.zhujian.id)
    expect((await act('restore', { version: (still?.version ?? 0) + 1 })).status).toBe(409)
  })

  it('is paged, and exported with texts as texts', async () => {
    const [any] = await lessons('state=in-use')
    await must(
      office.post(`/lexicon/${any?.id}/actions/withdraw`, { version: any?.version, reason: '=HYPERLINK("x","y")' }),
    )
    const page = await must<Page<LessonItem>>(office.get('/lexicon?limit=2'))
    expect(page.items).toHaveLength(2)
    const rest = await must<Page<LessonItem>>(office.get(`/lexicon?limit=200&after=${page.next}`))
    expect(page.items.length + rest.items.length).toBe(page.count?.value)
    const response = await office.raw('/lexicon/export')
    expect(response.headers.get('Content-Type')).toContain('spreadsheetml')
    const file = join(mkdtempSync(join(tmpdir(), 'lexicon-')), 'out.xlsx')
    writeFileSync(file, Buffer.from(await response.arrayBuffer()))
    const rows: SheetRow[] = []
    for await (const batch of readSheet(file)) rows.push(...batch)
    const words = rows.flatMap((row) => row.cells).find((cell) => cell?.text.includes('HYPERLINK'))
    expect(words?.text).toBe('=HYPERLINK("x","y")')
    expect(rows.flatMap((row) => row.cells).some((cell) => cell?.formula)).toBe(false)
    expect(rows.length).toBeGreaterThan(page.count?.value ?? 0)
  })

  it('is written down in the audit, and no other county reads or changes it by SQL', async () => {
    const owner = await openOwner()
    const rows = await owner.query<{ op: string }>(`select op from audit where county = $1 and tbl = 'lesson'`, [
      county.code,
    ])
    await owner.close()
    expect(new Set(rows.map((row) => row.op))).toEqual(new Set(['I', 'U']))
    const party = await clientOf(house, county.people.party)
    expect((await party.get('/lexicon')).status).toBe(403)
  })
})
