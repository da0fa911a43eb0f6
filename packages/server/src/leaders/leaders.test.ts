// 县领导分工: kept by the office alone, each division of work with its days, every change in the audit.
import type { LeaderDirectory, LeaderFull, LeaderItem } from '@yipanqi/model'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '../db/actor.ts'
import type { House } from '../house.ts'
import { clientOf, testCounty, testHouse, type Client, type TestCounty } from '../testing/harness.ts'
import { must } from '../testing/issued.ts'
import { openOwner, type Owner } from '../testing/snapshot.ts'

type Refused = { error: { code: string; message: string; why: string } }
let house: House & { close(): Promise<void> }
let owner: Owner
let county: TestCounty
let office: Client
beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
  county = await testCounty(house)
  office = await clientOf(house, county.people.dispatcher)
})
afterAll(async () => {
  await owner.close()
  await house.close()
})

const listed = async () => (await must<LeaderDirectory>(office.get('/leaders/history'))).items
const current = async () => (await must<{ items: LeaderItem[] }>(office.get('/leaders'))).items
const one = async (id: number) => (await listed()).find((l) => l.id === id) as LeaderFull
const change = (leader: LeaderFull, more: object = {}) =>
  office.post<LeaderDirectory & Refused>(`/leaders/${leader.id}/actions/change`, {
    version: leader.version,
    effectiveOn: '2026-05-01',
    basis: '测政办〔2026〕3号',
    post: leader.post,
    portfolio: '工业、招商',
    units: [county.units.gongxin.id],
    position: 2,
    ...more,
  })

describe('the division of work', () => {
  it('a leader is added with what they are in charge of, and is offered from their first day', async () => {
    const body = { name: '竹县长', post: '副县长', portfolio: '农业农村', units: [county.units.town.id] }
    await must(office.post('/leaders', { ...body, validFrom: '2026-05-01' }), 201)
    await must(office.post('/leaders', { ...body, name: '后来人', validFrom: '2026-09-01' }), 201)
    const items = await listed()
    expect(items.map((l) => l.name)).toEqual(expect.arrayContaining(['竹县长', '后来人']))
    expect(items.find((l) => l.name === '竹县长')).toMatchObject({
      portfolio: '农业农村',
      units: [{ id: county.units.town.id }],
      validTo: null,
      past: [],
    })
    const names = (await current()).map((l) => l.name)
    expect([names.includes('竹县长'), names.includes('后来人')]).toEqual([true, false])
  })

  it('a change keeps what was before, with its last day and its document', async () => {
    const before = await one(county.leader)
    await must(change(before))
    const after = await one(county.leader)
    expect(after).toMatchObject({
      portfolio: '工业、招商',
      position: 2,
      units: [{ id: county.units.gongxin.id }],
      past: [{ portfolio: before.portfolio, units: before.units, until: '2026-04-30', basis: '测政办〔2026〕3号' }],
    })
    expect((await change(before)).body.error.code).toBe('stale')
    for (const effectiveOn of ['2026-05-01', '2020-01-01', '2026-12-01'])
      expect([effectiveOn, (await change(after, { effectiveOn })).status]).toEqual([effectiveOn, 400])
    const elsewhere = await testCounty(house)
    expect((await change(after, { effectiveOn: '2026-05-10', units: [elsewhere.units.town.id] })).status).toBe(400)
  })

  it('who leaves is offered no more after the last day, and changes no more', async () => {
    const leader = (await listed()).find((l) => l.name === '竹县长') as LeaderFull
    const leave = (lastDay: string, version = leader.version) =>
      office.post<Refused>(`/leaders/${leader.id}/actions/leave`, { version, lastDay })
    expect((await leave('2026-04-01')).status).toBe(400)
    await must(leave('2026-05-21'))
    expect((await current()).map((l) => l.name)).toContain('竹县长')
    await must(leave('2026-05-20', leader.version + 1))
    expect((await current()).map((l) => l.name)).not.toContain('竹县长')
    expect((await change(await one(leader.id), { effectiveOn: '2026-05-20' })).body.error.code).toBe('leader-left')
    expect((await listed()).at(-1)?.name).toBe('竹县长')
  })

  it('each change stands in the audit with who made it', async () => {
    const rows = await owner.query<{ tbl: string; op: string; post: string }>(
      `select tbl, op, post from audit where county = $1 and tbl in ('county_leader', 'leader_term') and account is not null order by id`,
      [county.code],
    )
    expect(rows.map((r) => `${r.tbl} ${r.op}`)).toEqual(
      expect.arrayContaining(['county_leader I', 'county_leader U', 'leader_term I']),
    )
    expect(new Set(rows.map((r) => r.post))).toEqual(new Set(['dispatcher']))
  })
})

describe('nobody else', () => {
  it.each(['admin', 'security', 'auditor', 'leader', 'party', 'government', 'fagaiHead', 'townHead'] as const)(
    '%s reads no past and writes nothing',
    async (who) => {
      const client = await clientOf(house, county.people[who])
      const before = await owner.snapshot(county.code)
      const leader = await one(county.leader)
      const asked = [
        await client.get('/leaders/history'),
        await client.post('/leaders', { name: '冒名人', post: '副县长', validFrom: '2026-05-01' }),
        await client.post(`/leaders/${leader.id}/actions/leave`, { version: leader.version, lastDay: '2026-05-20' }),
      ]
      expect(asked.map((a) => a.status)).toEqual([403, 403, 403])
      expect(await owner.snapshot(county.code)).toEqual(before)
    },
  )

  it('the database says the same, whatever code forgets', async () => {
    const [row] = await owner.query<{ id: string; unit: string }>('select id, unit from account where name = $1', [
      county.people.admin,
    ])
    const actor = {
      ...systemActor(county.code, 'test'),
      account: Number(row?.id),
      unit: Number(row?.unit),
      post: 'system-admin' as const,
      scope: 'none' as const,
    }
    const work = house.db.withActor(actor, (trx) =>
      sql`update county_leader set portfolio = '冒名' where county = ${county.code}`.execute(trx),
    )
    await expect(work).rejects.toThrow('财经办')
  })
})
