// What the reader decided can be asked about and decided otherwise: roles, written units, days that may still move.
import type { DocumentDetail, LessonItem, MatterDetail, Page, Reasons, RoleGiven, UnitMatched } from '@yipanqi/model'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { clientOf, ownerConfig, testCounty, testHouse, type Client, type TestCounty } from '../testing/harness.ts'
import { must } from '../testing/issued.ts'

const text = `关于抓好物流工作的通知
一、建设分拨中心
年底前建成分拨中心2个。（牵头单位：省发展改革委；责任单位：县通达站）
二、开通专线
发改局要在15个工作日内制定专线方案。
去年全县货运量增长8.2%。
各级各部门要高度重视，切实加强组织领导。
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

const upload = (date: string) =>
  must<DocumentDetail>(office.post('/documents', { text, date, scope: 'internal', declarer: '陈测' }), 201)
const look = (id: number) => must<DocumentDetail>(office.get(`/documents/${id}`))
const sentenceOf = (d: DocumentDetail, words: string) => {
  const found = d.sentences.find((s) => d.text.slice(s.start, s.end).includes(words))
  if (!found) throw new Error(`no sentence with ${words}`)
  return found
}
const give = (d: DocumentDetail, words: string, role: string) =>
  must<RoleGiven>(
    office.post(`/documents/${d.id}/actions/give-role`, {
      version: d.version,
      start: sentenceOf(d, words).start,
      role,
    }),
  )
/** Every obliging sentence is in a matter or among the refused. */
const sound = ({ coverage }: DocumentDetail) => {
  expect(coverage.covered + coverage.refused).toBe(coverage.obligations)
}

it('tells from which words a deadline, a target and the units came', async () => {
  const document = await upload('2026-02-09')
  const reasons = await must<Reasons>(office.get(`/documents/${document.id}/reasons`))
  const centre = reasons.matters.find((m) => m.targets.some((t) => t.unit === '个'))
  expect(centre?.units).toMatchObject({ written: true, lead: expect.arrayContaining(['省发展改革委']) })
  expect(centre?.deadlines[0]).toMatchObject({ text: '年底前', to: '2026-12-31', provisional: false })
  const days = reasons.matters.flatMap((m) => m.deadlines).find((d) => d.workdays)
  expect(document.text.slice(days?.start, days?.end)).toBe(days?.text)
  expect(reasons.matters.every((m) => m.split.length > 0)).toBe(true)
  expect(centre?.reasons.map((r) => r.about)).toEqual(expect.arrayContaining(['title', 'unit', 'kind', 'doneWhen']))
  const kind = centre?.reasons.find((r) => r.about === 'kind')
  expect(kind?.value).toBe(document.matters.find((m) => m.id === centre?.matter)?.kind)
  const spoke = document.sentences.flatMap((s) => (s.words ?? []).map((w) => [s, w] as const))
  expect(spoke.length).toBeGreaterThan(0)
  expect(spoke.every(([s, w]) => w.start >= s.start && w.end <= s.end && w.start < w.end)).toBe(true)
  expect(reasons.unknownUnits.map((u) => u.name)).toEqual(['省发展改革委', '县通达站'])
  expect(reasons.unknownUnits[0]?.counterpart?.id).toBe(county.units.fagai.id)
})

it('a day counted beyond the published arrangements is proposed', async () => {
  const late = await upload('2026-12-20')
  expect(late.matters.find((m) => m.title.includes('方案'))?.provisional).toContain('deadline')
  const early = await upload('2026-02-09')
  expect(early.matters.find((m) => m.title.includes('方案'))?.provisional).not.toContain('deadline')
})

it('an obligation that is none gives its draft back; a result that obliges gets one', async () => {
  let document = await upload('2026-02-09')
  const { withdrawn } = await give(document, '专线方案', 'background')
  expect(withdrawn).toHaveLength(1)
  expect((await must<MatterDetail>(office.get(`/matters/${withdrawn[0]}`))).state).toBe('withdrawn')
  document = await look(document.id)
  sound(document)
  expect(sentenceOf(document, '专线方案')).toMatchObject({
    role: 'background',
    matters: [],
    was: { role: 'obligation' },
  })
  expect(document.refused.some((r) => r.start === sentenceOf(document, '专线方案').start)).toBe(false)

  const { made } = await give(document, '货运量', 'obligation')
  document = await look(document.id)
  sound(document)
  expect(sentenceOf(document, '货运量').matters).toEqual([made])
  expect(document.events.filter((e) => e.action === 'give-role')).toHaveLength(2)

  await give(document, '专线方案', 'obligation')
  document = await look(document.id)
  sound(document)
  expect(sentenceOf(document, '专线方案').matters).toHaveLength(1)
})

it('共性要求 stays an obligation, refused with its reason', async () => {
  let document = await upload('2026-02-09')
  await give(document, '专线方案', 'common')
  document = await look(document.id)
  sound(document)
  const { start } = sentenceOf(document, '专线方案')
  expect(document.refused.filter((r) => r.start === start)).toEqual([
    expect.objectContaining({ why: '财经办改为“共性要求”' }),
  ])
  await give(document, '高度重视', 'slogan')
  document = await look(document.id)
  sound(document)
  const repeated = await office.post(`/documents/${document.id}/actions/give-role`, {
    version: document.version - 1,
    start,
    role: 'other',
  })
  expect(repeated.status).toBe(409)
})

it('a unit as written is matched, and its name kept for the next document', async () => {
  const document = await upload('2026-02-09')
  const match = (name: string, unit: number, keepAlias: boolean) =>
    must<UnitMatched>(office.post(`/documents/${document.id}/actions/match-unit`, { name, unit, keepAlias }))
  const own = await match('省发展改革委', county.units.fagai.id, false)
  expect(own.matters).toHaveLength(1)
  const lead = await must<MatterDetail>(office.get(`/matters/${own.matters[0]}`))
  expect(lead.lead?.id).toBe(county.units.fagai.id)
  await match('县通达站', county.units.gongxin.id, true)
  const supported = await must<MatterDetail>(office.get(`/matters/${own.matters[0]}`))
  expect(supported.supports.map((s) => s.unit.id)).toContain(county.units.gongxin.id)

  const after = await must<Reasons>(office.get(`/documents/${document.id}/reasons`))
  expect(after.unknownUnits).toMatchObject([{ name: '省发展改革委', given: { id: county.units.fagai.id } }])
  // Whoever reads a name right has not corrected what the reader thought of the work.
  const lessons = await must<Page<LessonItem>>(office.get('/lexicon?limit=50'))
  expect(lessons.items.map((l) => l.kind)).not.toContain('unit')
  expect(lessons.items.map((l) => l.kind)).toContain('alias')
  const next = await upload('2026-02-10')
  const reasons = await must<Reasons>(office.get(`/documents/${next.id}/reasons`))
  expect(reasons.unknownUnits.map((u) => u.name)).toEqual(['省发展改革委'])
  const refused = await office.post(`/documents/${document.id}/actions/match-unit`, {
    name: '没有的站',
    unit: county.units.fagai.id,
    keepAlias: false,
  })
  expect(refused.status).toBe(400)
})

it('a day in working days is counted by the days that the county added, in the thread of a long text too', async () => {
  const other = await testCounty(house)
  const clerk = await clientOf(house, other.people.dispatcher)
  const send = (body: string) =>
    must<DocumentDetail>(
      clerk.post('/documents', { text: body, date: '2026-05-21', scope: 'internal', declarer: '陈测' }),
      201,
    )
  const dayOf = async ({ id }: DocumentDetail) => {
    const { matters } = await must<Reasons>(clerk.get(`/documents/${id}/reasons`))
    return matters.flatMap((m) => m.deadlines).find((d) => d.workdays)?.to
  }
  const plain = await send(text)
  expect(await dayOf(plain)).toBe('2026-06-11')
  // 22 May is a Friday: the county rests on it, and works on the Saturday after.
  await setDays(other.code, { holidays: ['2026-05-22', '2026-05-25'], workdays: ['2026-05-23'] })
  expect(await dayOf(plain)).toBe('2026-06-12')
  const long = await send(`${text}${'全县经济运行总体平稳，各项工作有序推进。\n'.repeat(2200)}`)
  expect(long.matters.find((m) => m.title.includes('方案'))?.deadline).toBe('2026-06-12')
  expect(await dayOf(long)).toBe('2026-06-12')
})

async function setDays(code: string, settings: object): Promise<void> {
  const owner = new pg.Client(ownerConfig())
  await owner.connect()
  const change = 'update county set settings = $2, version = version + 1 where code = $1'
  await owner.query(change, [code, JSON.stringify(settings)])
  await owner.end()
}
