// 机构改革: what is open follows the unit, each matter's history says why, and the preview tells the truth.
import type { MatterDetail, UnitChangeItem, UnitChangeResult, UnitFull } from '@yipanqi/model'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fixedClock } from '../clock.ts'
import { systemActor } from '../db/actor.ts'
import { loadDirectory } from '../documents/directory.ts'
import type { House } from '../house.ts'
import { clientOf, testCounty, testHouse, type Client, type TestCounty } from '../testing/harness.ts'
import { must } from '../testing/issued.ts'
import { openOwner, type Owner } from '../testing/snapshot.ts'
import { act, stageDocument, troupeOf, type Troupe } from '../testing/stage.ts'
import { carryOutDue } from './due.ts'

type Refused = { error: { code: string; message: string; why: string } }
let house: House & { close(): Promise<void> }
let owner: Owner
let county: TestCounty
let troupe: Troupe
let admin: Client
const basis = '测委编〔2026〕3号'
const on = '2026-05-21'

beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
})
afterAll(async () => {
  await owner.close()
  await house.close()
})
beforeEach(async () => {
  county = await testCounty(house)
  troupe = await troupeOf(house, county)
  admin = await clientOf(house, county.people.admin)
})

const order = <T = UnitChangeItem>(body: object, status = 201) =>
  must<T>(admin.post('/unit-changes', { basis, effectiveOn: on, ...body }), status)
const directory = async () => (await must<{ items: UnitFull[] }>(admin.get('/units/history'))).items
const unitOf = async (id: number) => (await directory()).find((u) => u.id === id) as UnitFull
const fagai = () => county.units.fagai.id
const gongxin = () => county.units.gongxin.id
const newUnit = (name: string, short: string) => ({ open: { name, short, kind: '政府' } })

describe('rename', () => {
  const rename = async (extra: object = {}) => ({
    kind: 'rename',
    unit: fagai(),
    version: (await unitOf(fagai())).version,
    name: '县发展改革和数据局',
    short: '发改数据局',
    ...extra,
  })

  it('keeps the old names with their last day; documents and matters still find the unit', async () => {
    const document = await stageDocument(troupe, '更名', 'issued')
    const done = await order(await rename())
    expect(done).toMatchObject({ state: 'done', about: '县发展和改革局更名为县发展改革和数据局' })
    const unit = await unitOf(fagai())
    expect(unit).toMatchObject({ name: '县发展改革和数据局', validTo: null, version: 1 })
    expect(unit.aliases).toEqual(['县发展和改革局', '发展和改革局'])
    expect(unit.former).toEqual([{ name: '县发展和改革局', short: '发展和改革局', until: '2026-05-20', basis }])
    const found = await house.db.withActor(systemActor(county.code, 'test'), (trx) =>
      loadDirectory(trx, county.code, on),
    )
    expect(found.find('县发展和改革局')).toBe(fagai())
    const matter = await must<MatterDetail>(troupe.fagai.get(`/matters/${document.matters[0]?.id}`))
    expect(matter.lead).toMatchObject({ id: fagai(), name: '县发展改革和数据局' })
  })

  it('refuses a stale version, the name of another unit, and no change at all', async () => {
    expect((await order<Refused>(await rename({ version: 9 }), 409)).error.code).toBe('stale')
    const taken = await order<Refused>(await rename({ name: county.units.gongxin.name }), 409)
    expect(taken.error.code).toBe('name-taken')
    const same = await order<Refused>(await rename({ name: '县发展和改革局', short: '发展和改革局' }), 409)
    expect(same.error.message).toContain('已经是这个名称')
  })
})

describe('change', () => {
  const set = async (id: number, values: object, status = 201) =>
    order<never>({ kind: 'change', unit: id, version: (await unitOf(id)).version, set: values }, status)

  it('a circle is refused, by the server and by the database', async () => {
    await set(gongxin(), { parent: fagai() })
    const circle = (await set(fagai(), { parent: gongxin() }, 409)) as Refused
    expect(circle.error.code).toBe('circle')
    await expect(
      owner.query('update unit set parent = $1 where county = $2 and id = $3', [gongxin(), county.code, fagai()]),
    ).rejects.toThrow('上级单位成了圈')
  })

  it('a new parent sees what its new units have, documents included; the old one no longer does', async () => {
    const document = await stageDocument(troupe, '上级', 'issued')
    const town = await clientOf(house, county.people.townHead)
    const second = document.matters[1]?.id
    expect((await town.get(`/matters/${second}`)).status).toBe(404)
    await set(gongxin(), { parent: county.units.town.id })
    expect((await town.get(`/matters/${second}`)).status).toBe(200)
    expect((await town.get(`/documents/${document.id}`)).status).toBe(200)
    await set(gongxin(), { parent: null })
    expect((await town.get(`/matters/${second}`)).status).toBe(404)
    expect((await town.get(`/documents/${document.id}`)).status).toBe(404)
  })

  it('records and their sums follow it in the same way, and those of the units below it', async () => {
    const values = { name: '改隶企业', township: county.units.zhujian.id, foundedOn: '2026-03-02', capital: 1_000_000 }
    const made = await troupe.office.post<{ id: number }>('/libraries/enterprises/records', { values })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const one = `/libraries/enterprises/records/${made.body.id}`
    const upper = await clientOf(house, county.people.townHead)
    await house.db.withActor(systemActor(county.code, 'test'), (trx) =>
      trx
        .updateTable('account')
        .set({ scope: 'subtree' })
        .where('county', '=', county.code)
        .where('name', 'in', [county.people.townHead, county.people.fagaiHead])
        .execute(),
    )
    const sees = async (client: Client) => {
      const rows = await must<{ rows: unknown[] }>(
        client.get('/libraries/enterprises/rollups/founded?from=2026-03-01&to=2026-03-31'),
      )
      const list = await must<{ items: { id: number }[] }>(client.get('/libraries/enterprises/records'))
      return [(await client.get(one)).status, list.items.length, rows.rows.length]
    }
    const [town, unseen, seen] = [county.units.town.id, [404, 0, 0], [200, 1, 1]]
    // 住建 stands below 工信, which moves below the township, then below 发改.
    await set(county.units.zhujian.id, { parent: gongxin() })
    expect(await sees(upper)).toEqual(unseen)
    await set(gongxin(), { parent: town })
    expect(await sees(upper)).toEqual(seen)
    await set(gongxin(), { parent: fagai() })
    expect(await sees(upper)).toEqual(unseen)
    expect(await sees(await clientOf(house, county.people.fagaiHead))).toEqual(seen)
    // 工信 ends: the unit below it goes to the heir, and is no longer seen by the one above 工信.
    await order({ kind: 'merge', from: [gongxin()], into: { unit: town } })
    expect(await sees(upper)).toEqual(seen)
    expect(await sees(await clientOf(house, county.people.fagaiHead))).toEqual(unseen)
  })

  it('one that may not lead any more gets no new matter', async () => {
    await set(fagai(), { mayLead: false, kind: '事业', aliases: ['发改'] })
    expect(await unitOf(fagai())).toMatchObject({ mayLead: false, kind: '事业', aliases: ['发改'] })
  })
})

describe('merge', () => {
  it('two units into a new one: leads, supports, open answers, accounts and the history follow', async () => {
    const issued = await stageDocument(troupe, '合并', 'issued')
    const consulting = await stageDocument(troupe, '征求', 'consulting')
    const [first, second] = issued.matters
    const before = await must<MatterDetail>(troupe.office.get(`/matters/${first?.id}`))
    const body = { kind: 'merge', from: [fagai(), gongxin()], into: newUnit('县发展改革和工业信息化局', '发改工信局') }
    const seen = await must<UnitChangeResult>(admin.post('/unit-changes/preview', { basis, effectiveOn: on, ...body }))
    expect(await directory()).toHaveLength(8)
    const done = await order(body)
    const moves = done.result?.moves ?? []
    // The unit that a preview opens gets its number only when it is real.
    const nameless = (all: UnitChangeResult['moves']) => all.map((m) => ({ ...m, to: m.to.name }))
    expect(nameless(moves)).toEqual(nameless(seen.moves))
    expect(moves).toMatchObject([
      { lead: 2, support: 0, drafts: 1, accounts: 2, leaders: 1 },
      { lead: 2, accounts: 1 },
    ])
    const heir = moves[0]?.to as { id: number; name: string }
    const after = await must<MatterDetail>(troupe.fagai.get(`/matters/${first?.id}`))
    expect(after.lead?.id).toBe(heir.id)
    // It led and supported through two units that are one now.
    expect(after.supports).toEqual([])
    expect(after.version).toBeGreaterThan(before.version)
    const told = after.events.filter((e) => e.action === 'reorganise')
    expect(told.map((e) => e.text).sort()).toEqual([
      expect.stringContaining(
        '县发展和改革局自2026-05-21起并入县发展改革和工业信息化局（测委编〔2026〕3号），本项牵头单位',
      ),
      expect.stringContaining(
        '县工业和信息化局自2026-05-21起并入县发展改革和工业信息化局（测委编〔2026〕3号），本项配合单位',
      ),
    ])
    // Both old heads act for the new unit now.
    await act(troupe.gongxin, second?.id ?? 0, 'sign')
    const asked = await must<MatterDetail>(troupe.fagai.get(`/matters/${consulting.matters[0]?.id}`))
    expect(asked.answers.map((a) => a.unit.id)).toEqual([heir.id])
    const old = await unitOf(fagai())
    expect(old).toMatchObject({ validTo: '2026-05-20', successor: { id: heir.id }, accounts: 0 })
    const found = await house.db.withActor(systemActor(county.code, 'test'), (trx) =>
      loadDirectory(trx, county.code, on),
    )
    expect(found.find('县工业和信息化局')).toBe(heir.id)
    expect(found.leaderOf(heir.id)).toBe(county.leader)
  })

  it('what a unit had finished stays readable to its heir', async () => {
    const document = await stageDocument(troupe, '办结', 'issued')
    const id = document.matters[1]?.id ?? 0
    await owner.query(`update matter set state = 'closed' where county = $1 and id = $2`, [county.code, id])
    const town = await clientOf(house, county.people.townHead)
    expect((await town.get(`/matters/${id}`)).status).toBe(404)
    await order({ kind: 'merge', from: [gongxin()], into: { unit: county.units.town.id } })
    const matter = await must<MatterDetail>(town.get(`/matters/${id}`))
    expect(matter.lead?.id).toBe(gongxin())
    expect((await town.get(`/documents/${document.id}`)).status).toBe(200)
  })

  it('refuses an heir that ends too, one that has ended, one that may not lead, and a day before the unit began', async () => {
    const into = (unit: number) => ({ kind: 'merge', from: [fagai()], into: { unit } })
    expect((await order<Refused>(into(fagai()), 409)).error.message).toContain('被合并')
    await stageDocument(troupe, '税务', 'issued')
    expect((await order<Refused>(into(county.units.shuiwu.id), 409)).error.message).toContain('不能牵头')
    await order({ kind: 'merge', from: [gongxin()], into: { unit: county.units.jiaoyu.id } })
    expect((await order<Refused>(into(gongxin()), 409)).error.message).toContain('已经撤并')
    const early = await order<Refused>({ ...into(county.units.jiaoyu.id), effectiveOn: '1999-01-01' }, 409)
    expect(early.error.message).toContain('才设的')
  })
})

describe('split', () => {
  it('numbers and accounts go where they are sent, the rest to the first heir', async () => {
    const one = await stageDocument(troupe, '拆甲', 'issued')
    const two = await stageDocument(troupe, '拆乙', 'issued')
    const number = two.matters[0]?.number as string
    const [liaison] = await owner.query<{ id: string }>('select id from account where name = $1', [
      county.people.fagaiLiaison,
    ])
    const done = await order({
      kind: 'split',
      from: fagai(),
      into: [
        { heir: newUnit('县发展和改革委员会', '发改委') },
        { heir: newUnit('县数据局', '数据局'), matters: [number], accounts: [Number(liaison?.id)] },
      ],
    })
    expect(done.result?.moves).toMatchObject([
      { lead: 1, accounts: 1 },
      { lead: 1, accounts: 1, numbers: [number] },
    ])
    const [main, data] = done.result?.moves.map((m) => m.to.id) ?? []
    const lead = async (id: number | undefined) =>
      (await must<MatterDetail>(troupe.office.get(`/matters/${id}`))).lead?.id
    expect(await lead(one.matters[0]?.id)).toBe(main)
    expect(await lead(two.matters[0]?.id)).toBe(data)
    expect((await unitOf(fagai())).heirs.map((h) => h.id).sort()).toEqual([main, data].sort())
  })

  it('a unit that goes on keeps what is not named', async () => {
    const document = await stageDocument(troupe, '划出', 'issued')
    const number = document.matters[0]?.number as string
    const done = await order({
      kind: 'split',
      from: fagai(),
      into: [{ heir: { unit: fagai() } }, { heir: newUnit('县数据局', '数据局'), matters: [number] }],
    })
    expect(done.result?.moves).toMatchObject([{ lead: 1, accounts: 0, children: 0 }])
    expect(await unitOf(fagai())).toMatchObject({ validTo: null, accounts: 2 })
  })

  it('refuses a number that is not its own', async () => {
    const body = {
      kind: 'split',
      from: fagai(),
      into: [{ heir: { unit: fagai() } }, { heir: newUnit('县数据局', '数据局'), matters: ['2026-9999'] }],
    }
    expect((await order<Refused>(body, 409)).error.message).toContain('2026-9999')
  })
})

describe('on its day', () => {
  const future = '2026-06-01'
  const later = (day: string) => ({ ...house, clock: fixedClock(day) })
  const actor = () => systemActor(county.code, 'night')

  it('waits, can be called off, and happens once however many processes wake up', async () => {
    const body = { kind: 'merge', from: [gongxin()], into: { unit: fagai() }, effectiveOn: future }
    const off = await order(body)
    expect(off).toMatchObject({ state: 'planned', result: null })
    const cancelled = await must<UnitChangeItem>(
      admin.post(`/unit-changes/${off.id}/actions/cancel`, { version: off.version }),
    )
    expect(cancelled.state).toBe('cancelled')
    await order(body)
    expect((await unitOf(gongxin())).validTo).toBeNull()
    expect(await carryOutDue(later('2026-05-31'), actor())).toBe(0)
    const counts = await Promise.all([1, 2, 3].map(() => carryOutDue(later(future), actor())))
    expect(counts.reduce((a, b) => a + b, 0)).toBe(1)
    expect(await unitOf(gongxin())).toMatchObject({ validTo: '2026-05-31', successor: { id: fagai() } })
    const again = await admin.post<Refused>(`/unit-changes/${off.id}/actions/cancel`, { version: off.version + 1 })
    expect([again.status, again.body.error.code]).toEqual([409, 'not-planned'])
  })

  it('what has become impossible is kept with its reason, and the next one still happens', async () => {
    await order({ kind: 'merge', from: [gongxin()], into: { unit: fagai() }, effectiveOn: future })
    await order({ kind: 'open', open: newUnit('县低空经济发展中心', '低空中心').open, effectiveOn: future })
    await order({ kind: 'merge', from: [gongxin()], into: { unit: county.units.jiaoyu.id } })
    expect(await carryOutDue(later(future), actor())).toBe(1)
    const { items } = await must<{ items: UnitChangeItem[] }>(admin.get('/unit-changes'))
    expect(items.map((i) => [i.kind, i.state])).toEqual([
      ['merge', 'done'],
      ['open', 'done'],
      ['merge', 'failed'],
    ])
    expect(items[2]?.problem).toContain('已经撤并')
  })
})

it('retried with the same key, a change happens once', async () => {
  const body = { kind: 'open', basis, effectiveOn: on, ...newUnit('县低空经济发展中心', '低空中心') }
  const key = { 'Idempotency-Key': 'open-once' }
  const one = await must<UnitChangeItem>(admin.post('/unit-changes', body, key), 201)
  expect(await must<UnitChangeItem>(admin.post('/unit-changes', body, key), 201)).toEqual(one)
  expect(await directory()).toHaveLength(9)
})

it('units of another county are not there', async () => {
  const elsewhere = await testCounty(house)
  const body = { kind: 'merge', basis, effectiveOn: on, from: [elsewhere.units.fagai.id], into: { unit: fagai() } }
  expect((await admin.post('/unit-changes', body)).status).toBe(404)
  const heir = { ...body, from: [fagai()], into: { unit: elsewhere.units.fagai.id } }
  expect((await admin.post('/unit-changes', heir)).status).toBe(404)
})

it('the database itself lets nobody but a system administrator write units, and none be deleted', async () => {
  const as = (post: 'dispatcher' | 'security-admin') => ({
    ...systemActor(county.code, 'test'),
    account: 1,
    post,
    scope: 'all' as const,
  })
  for (const post of ['dispatcher', 'security-admin'] as const) {
    const write = house.db.withActor(as(post), (trx) =>
      trx.updateTable('unit').set({ name: '冒名局' }).where('county', '=', county.code).execute(),
    )
    await expect(write).rejects.toThrow('单位只由系统管理员变更')
  }
  const gone = house.db.withActor(systemActor(county.code, 'test'), (trx) =>
    trx.deleteFrom('unit').where('county', '=', county.code).execute(),
  )
  await expect(gone).rejects.toThrow('permission denied')
})
