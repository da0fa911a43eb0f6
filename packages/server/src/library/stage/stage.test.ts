// Stages over HTTP: gates that are soft but never silent, exits and steps back with their reasons, board and funnel
// counted by hand.
import type { Board, Funnel, Gates, RecordDetail } from '@yipanqi/model/libraries/index.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testHouse, type Client } from '../../testing/harness.ts'
import { openOwner, type Owner } from '../../testing/snapshot.ts'
import { uploadFile } from '../../testing/stage.ts'
import { ledgerCounty, type LedgerCounty } from '../testing/ledger-county.ts'

interface Refused {
  error: { code: string; message: string; fields?: { path: string; message: string }[]; who: unknown[] }
}

let house: Awaited<ReturnType<typeof testHouse>>
let owner: Owner
let county: LedgerCounty
let office: Client
const path = '/libraries/projects/records'

beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
  county = await ledgerCounty(house)
  office = await county.client('dispatcher')
})
afterAll(async () => {
  await owner.close()
  await house.close()
})

async function create(values: object, stage?: string, stageSince?: string, of = county) {
  const client = await of.client('dispatcher')
  const answer = await client.post<RecordDetail>(path, {
    values: { name: '青禾冷链物流园', leadUnit: of.units.fagai.id, ...values },
    ...(stage ? { stage, stageSince } : {}),
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body
}
const move = async <T = RecordDetail>(id: number, body: object, client = office) => {
  const { version } = (await office.get<RecordDetail>(`${path}/${id}`)).body
  return client.post<T>(`${path}/${id}/stage`, { version, since: '2026-05-20', ...body })
}

describe('a gate', () => {
  it('says what each stage asks, where it comes from, and what of it is there', async () => {
    const record = await create({ track: '备案', owner: '青禾冷链公司' }, 'planned', '2026-01-10')
    const gates = (await office.get<Gates>(`${path}/${record.id}/gates`)).body
    expect(gates).toMatchObject({ stage: 'planned', stageSince: '2026-01-10', days: 131, stalledAfter: 365 })
    const reserve = gates.stages.find((s) => s.to === 'reserve')
    expect(reserve?.conditions.map((c) => [c.name, c.holds])).toEqual([
      ['项目单位已明确', true],
      ['有投资估算', false],
      ['审批方式已明确', true],
      ['投资意向书或投资协议', false],
    ])
    expect(reserve?.missing).toBe(2)
    // A record that skips a stage skips none of its papers; another track's papers are not asked.
    const building = gates.stages.find((s) => s.to === 'building')?.conditions.map((c) => c.id)
    expect(building).toContain('filing')
    expect(building).not.toContain('feasibility')
  })

  it('opens with papers on record, or with each missing one promised', async () => {
    const record = await create({ track: '备案', owner: '青禾冷链公司' }, 'planned', '2026-01-10')
    const shut = await move<Refused>(record.id, { to: 'reserve' })
    expect([shut.status, shut.body.error.code]).toEqual([409, 'gate'])
    expect(shut.body.error.fields?.map((f) => f.path)).toEqual(['papers.total', 'papers.intention'])
    const half = await move<Refused>(record.id, {
      to: 'reserve',
      papers: [
        { condition: 'total', state: 'missing', basis: '估算报告编制中' },
        { condition: 'intention', state: 'present' },
        { condition: 'nonsense', state: 'present', number: '1' },
      ],
    })
    expect([half.status, half.body.error.fields?.length]).toEqual([400, 3])
    const file = await uploadFile(office, '协议')
    const through = await move(record.id, {
      to: 'reserve',
      papers: [
        { condition: 'total', state: 'missing', basis: '估算报告编制中', promisedBy: '王主任', due: '2026-06-30' },
        { condition: 'intention', state: 'present', file },
      ],
    })
    expect(through.body).toMatchObject({ stage: 'reserve', stageName: '储备', stageSince: '2026-05-20', version: 1 })
    const gates = (await office.get<Gates>(`${path}/${record.id}/gates`)).body
    expect(gates.steps.map((s) => [s.from, s.to, s.since, s.who])).toEqual([
      [null, 'planned', '2026-01-10', '测dispatcher'],
      ['planned', 'reserve', '2026-05-20', '测dispatcher'],
    ])
    const carried = gates.here.find((c) => c.id === 'total')
    expect(carried).toMatchObject({
      holds: false,
      paper: { state: 'missing', promisedBy: '王主任', due: '2026-06-30', overdue: false },
    })
    expect(gates.here.find((c) => c.id === 'intention')?.paper?.file).toEqual({ id: file, name: '佐证.txt' })
    // The field is filled: the promise is kept.
    await office.patch(`${path}/${record.id}`, { version: 1, values: { total: 5_000_000_000 } })
    const after = (await office.get<Gates>(`${path}/${record.id}/gates`)).body
    expect(after.here.find((c) => c.id === 'total')?.holds).toBe(true)
  })

  it('wants a reason and who approved for a side exit, and a reason for a step back', async () => {
    const record = await create({ track: '备案' }, 'preparing', '2026-02-01')
    const silent = await move<Refused>(record.id, { to: 'suspended' })
    expect(silent.body.error.fields?.map((f) => f.path)).toEqual(['reason', 'approver'])
    expect((await move(record.id, { to: 'suspended', reason: '资金断链', approver: '周县长' })).body.stage).toBe(
      'suspended',
    )
    expect((await move<Refused>(record.id, { to: 'preparing' })).body.error.fields?.map((f) => f.path)).toEqual([
      'reason',
    ])
    const back = await move<Refused>(record.id, { to: 'preparing', reason: '资金到位，复工', papers: [] })
    expect([back.status, back.body.error?.code]).toEqual([409, 'gate'])
    const papers = ['code', 'filing'].map((condition) => ({
      condition,
      state: 'missing',
      basis: '停工前已办',
      promisedBy: '李股长',
      due: '2026-06-01',
    }))
    expect((await move(record.id, { to: 'preparing', reason: '资金到位，复工', papers })).status).toBe(200)
  })

  it('refuses days that cannot be, a stale version, and those whose part it is not', async () => {
    const record = await create({ track: '备案', township: county.units.town.id }, 'preparing', '2026-02-01')
    for (const since of ['2026-05-22', '2026-01-31'])
      expect((await move(record.id, { to: 'suspended', reason: '停', approver: '周', since })).status).toBe(400)
    const old = await office.post(`${path}/${record.id}/stage`, {
      version: 7,
      to: 'suspended',
      since: '2026-05-01',
      reason: '停',
      approver: '周',
    })
    expect(old.status).toBe(409)
    const body = { to: 'suspended', reason: '停', approver: '周' }
    const statuses = []
    for (const who of ['zhujianLiaison', 'leader', 'auditor', 'townLiaison'] as const)
      statuses.push((await move(record.id, body, await county.client(who))).status)
    expect(statuses).toEqual([404, 403, 404, 200])
    const elsewhere = await (await ledgerCounty(house)).client('dispatcher')
    expect((await move(record.id, body, elsewhere)).status).toBe(404)
    for (const tail of ['gates']) expect((await elsewhere.get(`${path}/${record.id}/${tail}`)).status).toBe(404)
    expect((await office.get('/libraries/enterprises/board')).status).toBe(404)
  })
})

describe('board and funnel', () => {
  it('count what is there, by hand', async () => {
    const own = await ledgerCounty(house)
    const desk = await own.client('dispatcher')
    const go = async (id: number, steps: [string, string][]) => {
      for (const [to, since] of steps) {
        const { body } = await desk.get<RecordDetail>(`${path}/${id}`)
        const gates = (await desk.get<Gates>(`${path}/${id}/gates`)).body
        const papers = (gates.stages.find((s) => s.to === to)?.conditions ?? [])
          .filter((c) => !c.holds && c.paper === null)
          .map((c) => ({ condition: c.id, state: 'missing', basis: '容缺', promisedBy: '某', due: '2026-12-31' }))
        const answer = await desk.post(`${path}/${id}/stage`, {
          version: body.version,
          to,
          since,
          reason: '按实际',
          approver: '周',
          papers,
        })
        expect(answer.status, JSON.stringify(answer.body)).toBe(200)
      }
    }
    // planned → reserve after 10, 20, 40 days; one leaves after 30; one stands in planned since long.
    const made = []
    for (const [i, since] of ['2025-06-01', '2025-06-01', '2025-06-01', '2025-06-01', '2025-01-01'].entries())
      made.push(
        (
          await create(
            { name: `漏斗${i}`, track: '备案', township: i < 2 ? own.units.town.id : null },
            'planned',
            since,
            own,
          )
        ).id,
      )
    const [a, b, c, d] = made as [number, number, number, number]
    await go(a, [
      ['reserve', '2025-06-11'],
      ['preparing', '2025-07-01'],
    ])
    await go(b, [['reserve', '2025-06-21']])
    await go(c, [
      ['reserve', '2025-07-11'],
      ['planned', '2025-08-01'],
    ])
    await go(d, [['removed', '2025-07-01']])
    const funnel = (await desk.get<Funnel>('/libraries/projects/funnel')).body
    const [planned, reserve, preparing] = funnel.stages
    // c has stayed in planned twice: its second stay has not ended.
    expect(planned).toMatchObject({
      entered: 5,
      now: 2,
      wentOn: 3,
      left: 1,
      conversion: 6000,
      dwell: { n: 4, q1: 17.5, median: 25, q3: 32.5 },
      stalled: 1,
    })
    expect(planned?.examples).toMatchObject([{ title: '漏斗4', since: '2025-01-01', days: 505 }])
    expect(reserve).toMatchObject({
      entered: 3,
      now: 1,
      wentOn: 1,
      left: 0,
      conversion: 3333,
      dwell: { n: 2, median: 20.5 },
      stalled: 0,
    })
    expect(preparing).toMatchObject({ entered: 1, now: 1, wentOn: 0, conversion: 0, dwell: null, stalled: 1 })
    expect(funnel.exits.map((e) => [e.name, e.now])).toEqual([
      ['停缓建', 0],
      ['退库', 1],
      ['重组', 0],
    ])

    const board = (await desk.get<Board>('/libraries/projects/board?limit=1')).body
    expect(board.columns.filter((col) => col.count > 0).map((col) => [col.name, col.count, col.stalled])).toEqual([
      ['谋划', 2, 1],
      ['储备', 1, 0],
      ['前期', 1, 1],
      ['退库', 1, 0],
    ])
    const first = board.columns[0]
    expect(first?.cards).toMatchObject([{ title: '漏斗4', days: 505, stalled: true }])
    const more = (await desk.get<Board>(`/libraries/projects/board?stage=planned&limit=1&after=${first?.next}`)).body
    expect(more.columns[0]).toMatchObject({ cards: [{ title: '漏斗2' }], next: null })
    expect((await desk.get('/libraries/projects/board?after=x')).status).toBe(400)

    // A township counts its own two.
    const town = await own.client('townLiaison')
    const narrow = (await town.get<Funnel>('/libraries/projects/funnel')).body
    expect(narrow.stages.slice(0, 3).map((s) => [s.entered, s.now])).toEqual([
      [2, 0],
      [2, 1],
      [1, 1],
    ])
    const filter = encodeURIComponent(JSON.stringify({ field: 'name', is: 'eq', value: '漏斗1' }))
    expect((await town.get<Funnel>(`/libraries/projects/funnel?filter=${filter}`)).body.stages[0]?.entered).toBe(1)
    for (const who of ['admin', 'auditor'] as const)
      for (const what of ['board', 'funnel'])
        expect((await (await own.client(who)).get(`/libraries/projects/${what}`)).status).toBe(404)
  })
})
