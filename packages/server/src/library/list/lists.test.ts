// A ledger's list through the door: what each endpoint answers, and to whom it answers nothing.
import type {
  Groups,
  LibraryItem,
  LibraryShape,
  RecordPage,
  RollupAnswer,
  View,
} from '@yipanqi/model/libraries/index.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientOf, testCounty, testHouse, type Client } from '../../testing/harness.ts'
import { openOwner, type Owner } from '../../testing/snapshot.ts'
import { crowdEnterprises } from '../testing/crowd-enterprises.ts'
import { ledgerCounty, type LedgerCounty } from '../testing/ledger-county.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let owner: Owner
let county: LedgerCounty
let office: Client
let ids: readonly number[]
const path = '/libraries/enterprises'

beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
  county = await ledgerCounty(house)
  ids = await crowdEnterprises(owner, county, 240)
  office = await county.client('dispatcher')
})
afterAll(async () => {
  await owner.close()
  await house.close()
})

const ask = (query: Record<string, string>): string => new URLSearchParams(query).toString()
const filter = (is: object): Record<string, string> => ({ filter: JSON.stringify(is) })

async function page(client: Client, query: Record<string, string> = {}): Promise<RecordPage> {
  const answer = await client.get<RecordPage>(`${path}/records?${ask(query)}`)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

describe('a page', () => {
  it('answers the library’s own columns, or those asked for, with the words for their ids', async () => {
    const own = await page(office, { limit: '5' })
    expect(Object.keys(own.items[0]?.values ?? {}).sort()).toEqual(
      ['aboveScale', 'industry', 'name', 'operation', 'revenue', 'township'].sort(),
    )
    const some = await page(office, { limit: '5', columns: 'name,township,position' })
    const first = some.items[0]
    expect(Object.keys(first?.values ?? {}).sort()).toEqual(['name', 'position', 'township'])
    expect(some.names['units']).toMatchObject({ [String(county.units.town.id)]: '青田镇' })
  })

  it('finds by fragment, initials and digits of the code', async () => {
    const all = { limit: '200', columns: 'name' }
    for (const search of ['青禾', 'QHJX', 'qhjx00016', '机械00016']) {
      const { items } = await page(office, { ...all, search })
      expect(items.length, search).toBeGreaterThan(0)
      for (const item of items) expect(item.values['name']).toContain('青禾')
    }
    expect((await page(office, { ...all, search: '没有这样的名字' })).items).toEqual([])
  })

  it('jumps to a letter and to a day, and turns back from there', async () => {
    const at = await page(office, { sort: 'name', at: 'q', limit: '10', columns: 'name' })
    expect(at.items[0]?.values['name']).toMatch(/^青禾/)
    const before = await page(office, { sort: 'name', before: at.previous ?? '', limit: '10', columns: 'name' })
    expect(before.items.at(-1)?.values['name']).not.toMatch(/^青禾/)
    const day = await page(office, { sort: '-foundedOn', at: '2012', limit: '3', columns: 'foundedOn' })
    expect(String(day.items[0]?.values['foundedOn'])).toMatch(/^201[012]/)
  })

  it('refuses what the library does not have, and cursors of another order, library or hand', async () => {
    const next = (await page(office, { sort: 'name', limit: '5' })).next ?? ''
    const bad: Record<string, string>[] = [
      { sort: 'remarks' },
      { sort: '-nothing' },
      { columns: 'name,nothing' },
      { filter: '{' },
      filter({ field: 'remarks', is: 'eq', value: 'x' }),
      filter({ field: 'revenue', is: 'contains', value: 'x' }),
      { after: next, sort: '-name' },
      { after: next, sort: 'revenue' },
      { after: `${next.slice(0, -2)}AA`, sort: 'name' },
      { after: next, before: next, sort: 'name' },
      { at: '3月', sort: 'foundedOn' },
      { limit: '201' },
    ]
    for (const query of bad) expect((await office.get(`${path}/records?${ask(query)}`)).status, ask(query)).toBe(400)
    expect((await office.get(`/libraries/projects/records?${ask({ after: next, sort: 'name' })}`)).status).toBe(400)
  })

  it('pages a ledger whose column is called value by what it is sorted by', async () => {
    await owner.query('insert into indicator_value (county, value) select $1, 5 from generate_series(1, 3)', [
      county.code,
    ])
    const met: number[] = []
    let after: string | null = null
    do {
      const query = ask({ sort: '-updated', limit: '1', columns: 'value', ...(after ? { after } : {}) })
      const { body }: { body: RecordPage } = await office.get<RecordPage>(
        `/libraries/indicator-values/records?${query}`,
      )
      met.push(...body.items.map((i) => i.id))
      after = body.next
    } while (after !== null && met.length < 9)
    expect(new Set(met).size).toBe(3)
    expect(met.length).toBe(3)
  })

  it('goes on into the rows without a value, which it asks after its transaction has ended', async () => {
    const met: number[] = []
    let after: string | null = null
    do {
      const got: RecordPage = await page(office, { sort: 'foundedOn', limit: '50', ...(after ? { after } : {}) })
      met.push(...got.items.map((i) => i.id))
      after = got.next
    } while (after !== null)
    const rows = await owner.query<{ id: string }>(
      'select id from enterprise where county = $1 and removed is null order by founded_on, id',
      [county.code],
    )
    expect(met).toEqual(rows.map((r) => Number(r.id)))
  })

  it('sets out on who somebody was, and answers by who they are', async () => {
    const liaison = await county.client('zhujianLiaison')
    expect((await page(liaison)).items).toEqual([])
    const move = (unit: number) =>
      owner.query('update account set unit = $2 where county = $1 and name = $3', [
        county.code,
        unit,
        `zhujianliaison-${county.code}`,
      ])
    await move(county.units.town.id)
    const seen = (await page(liaison, { columns: 'township' })).items
    expect(seen.length).toBeGreaterThan(0)
    expect(seen.every((i) => i.values['township'] === county.units.town.id)).toBe(true)
    await move(county.units.zhujian.id)
    expect((await page(liaison)).items).toEqual([])
  })

  it('shows records taken off the ledger only when they are asked for', async () => {
    const removed = await page(office, { removed: 'true', limit: '200' })
    expect(removed.items.length).toBeGreaterThan(0)
    expect(removed.items.every((i) => i.removed !== null)).toBe(true)
    const kept = new Set((await page(office, { limit: '200' })).items.map((i) => i.id))
    expect(removed.items.some((i) => kept.has(i.id))).toBe(false)
  })

  it('opens names of people, and never a number behind its mask', async () => {
    const made = await office.post<{ id: number }>(`${path}/records`, {
      values: { name: '保密机械有限公司', legalPerson: '周明远', officerPhone: '13800001234' },
    })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const { items } = await page(office, { search: '保密机械', columns: 'name,legalPerson,officerPhone' })
    expect(items[0]?.values).toMatchObject({ legalPerson: '周明远', officerPhone: '138****1234' })
  })
})

describe('counts, groups, sums', () => {
  it('counts what the list holds', async () => {
    const { items } = await page(office, { ...filter({ field: 'operation', is: 'eq', value: '停产' }), limit: '200' })
    const counted = await office.get<{ count: object }>(
      `${path}/count?${ask(filter({ field: 'operation', is: 'eq', value: '停产' }))}`,
    )
    expect(counted.body.count).toEqual({ value: items.length, exact: true })
  })

  it.each(['operation', 'township', 'nurture', 'foundedOn'])('groups by %s add up', async (by) => {
    const { status, body } = await office.get<Groups>(`${path}/groups?${ask({ by, step: 'year' })}`)
    expect(status).toBe(200)
    const { body: counted } = await office.get<{ count: { value: number } }>(`${path}/count?count=exact`)
    expect(body.total.count).toBe(counted.count.value)
    const added = body.groups.reduce((sum, g) => sum + g.count, 0)
    // One firm may stand in two groups of 培育名单.
    if (by === 'nurture') expect(added).toBeGreaterThanOrEqual(body.total.count)
    else expect(added).toBe(body.total.count)
    if (by === 'township') expect(body.groups.map((g) => g.label)).toContain('青田镇')
    if (by === 'foundedOn') expect(body.groups[0]?.label).toMatch(/^\d{4}年$|^（未填）$/)
  })

  it('refuses to group by what makes no groups', async () => {
    for (const by of ['remarks', 'position', 'nothing'])
      expect((await office.get(`${path}/groups?by=${by}`)).status).toBe(400)
  })

  it('answers the maintained sum as plain SQL would, after changes too', async () => {
    const victim = ids[3] as number
    const { body: record } = await office.get<{ version: number }>(`${path}/records/${victim}`)
    const changed = await office.patch(`${path}/records/${victim}`, {
      version: record.version,
      values: { revenue: 77_700_000, foundedOn: '2020-02-02', township: county.units.town.id },
    })
    expect(changed.status).toBe(200)
    const { body } = await office.get<RollupAnswer>(`${path}/rollups/founded`)
    const raw = await owner.query<{ month: string | null; unit: string | null; n: string; revenue: string }>(
      `select to_char(founded_on, 'YYYY-MM') as month, township as unit, count(*) as n, coalesce(sum(revenue), 0) as revenue
       from enterprise where county = $1 and removed is null group by 1, 2`,
      [county.code],
    )
    const keyed = (month: string | null, unit: unknown, count: unknown, revenue: unknown) =>
      [month, unit === null ? null : Number(unit), Number(count), Number(revenue)].join()
    expect(body.rows.map((r) => keyed(r.month, r.unit, r.count, r.sums['revenue'])).sort()).toEqual(
      raw.map((r) => keyed(r.month, r.unit, r.n, r.revenue)).sort(),
    )
    expect((await office.get(`${path}/rollups/nothing`)).status).toBe(404)
  })
})

describe('views', () => {
  it('are one’s own, or shared by those who keep the ledger', async () => {
    const town = await county.client('townLiaison')
    const keeper = await county.client('gongxinLiaison')
    const body = { name: '停产企业', query: { filter: '{"field":"operation","is":"eq","value":"停产"}' } }
    const own = await town.post<View>(`${path}/views`, body)
    expect(own.status).toBe(201)
    expect((await town.post(`${path}/views`, body)).status).toBe(409)
    expect((await town.post(`${path}/views`, { ...body, name: '共享', shared: true })).status).toBe(403)
    expect((await town.post(`${path}/views`, { ...body, name: '坏', query: { nothing: '1' } })).status).toBe(400)
    const shared = await keeper.post<View>(`${path}/views`, { ...body, name: '共享', shared: true })
    expect(shared.status).toBe(201)
    const seen = (await town.get<{ items: View[] }>(`${path}/views`)).body.items
    expect(seen.map((v) => [v.name, v.mine, v.shared])).toEqual([
      ['共享', false, true],
      ['停产企业', true, false],
    ])
    const change = { ...body, name: '改名', shared: true, version: 0 }
    expect((await town.patch(`${path}/views/${shared.body.id}`, change)).status).toBe(403)
    expect((await keeper.patch(`${path}/views/${own.body.id}`, change)).status).toBe(404)
    expect((await office.patch(`${path}/views/${shared.body.id}`, { ...change, version: 9 })).status).toBe(409)
    expect((await office.patch(`${path}/views/${shared.body.id}`, change)).status).toBe(200)
    const drop = (client: Client, id: number) => client.raw(`${path}/views/${id}`, { method: 'DELETE' })
    expect((await drop(town, shared.body.id)).status).toBe(403)
    expect((await drop(town, own.body.id)).status).toBe(200)
    expect((await drop(office, shared.body.id)).status).toBe(200)
  })
})

describe('what a ledger is', () => {
  it('says which there are, with their counts, and what each is made of', async () => {
    const { body } = await office.get<{ items: LibraryItem[] }>('/libraries')
    const one = body.items.find((l) => l.id === 'enterprises')
    expect(one?.keepers).toEqual(['工业和信息化局'])
    expect(one?.count?.value).toBeGreaterThan(200)
    expect(body.items.some((l) => l.id === 'accounts')).toBe(false)
    for (const { id } of body.items) {
      const shape = await office.get<LibraryShape>(`/libraries/${id}`)
      expect(shape.status, id).toBe(200)
      expect((await office.get(`/libraries/${id}/records`)).status, id).toBe(200)
      expect((await office.get(`/libraries/${id}/find?q=a`)).status, id).toBe(200)
    }
  })

  it('finds for a reference’s input: names that begin so come first, keys beside them', async () => {
    const { body } = await office.get<{ items: { title: string; subtitle: string }[] }>(`${path}/find?q=青禾`)
    expect(body.items.length).toBe(20)
    expect(body.items[0]?.title).toMatch(/^青禾/)
    expect(body.items[0]?.subtitle).toMatch(/^[0-9A-Z]{18}$/)
  })

  it('describes its own records', async () => {
    const { body } = await office.get<{ paths: object; components: { schemas: { Values: { properties: object } } } }>(
      `${path}/openapi.json`,
    )
    expect(Object.keys(body.paths)).toContain('/api/v1/libraries/enterprises/records')
    expect(JSON.stringify(body.paths)).not.toContain('{library}')
    expect(body.components.schemas.Values.properties).toHaveProperty('creditCode')
  })
})

const reads = [
  '',
  '/records',
  '/count',
  '/groups?by=operation',
  '/rollups/founded',
  '/views',
  '/openapi.json',
  '/find?q=青',
]

describe('who is answered', () => {
  it('a unit by what it sees, a firm by itself, a neighbour by nothing', async () => {
    const town = await county.client('townLiaison')
    const items = (await page(town, { limit: '200', columns: 'township' })).items
    expect(items.length).toBeGreaterThan(0)
    expect(items.every((i) => i.values['township'] === county.units.town.id)).toBe(true)
    const firm = await county.firm(ids[0] as number)
    expect((await page(firm)).items.map((i) => i.id)).toEqual([ids[0]])
    const other = await testCounty(house)
    const neighbour = await clientOf(house, other.people.dispatcher)
    expect((await page(neighbour)).items).toEqual([])
    const found = await neighbour.get<{ items: object[] }>(`${path}/find?q=青禾`)
    expect(found.body.items).toEqual([])
    const sums = await neighbour.get<RollupAnswer>(`${path}/rollups/founded`)
    expect(sums.body.rows).toEqual([])
    const groups = await neighbour.get<Groups>(`${path}/groups?by=operation`)
    expect(groups.body.total.count).toBe(0)
  })

  it.each(reads)('%s: administrators have no business there, strangers are sent to log in', async (read) => {
    for (const who of ['admin', 'auditor'] as const)
      expect((await (await county.client(who)).get(`${path}${read}`)).status).toBe(404)
    expect((await (await clientOf(house, null)).get(`${path}${read}`)).status).toBe(401)
    expect((await office.get(`/libraries/nothing${read}`)).status).toBe(404)
  })

  it('a unit’s groups and sums hold nothing of others', async () => {
    const town = await county.client('townLiaison')
    const groups = await town.get<Groups>(`${path}/groups?by=township`)
    expect(groups.body.groups.map((g) => g.value)).toEqual([county.units.town.id])
    const sums = await town.get<RollupAnswer>(`${path}/rollups/founded`)
    expect(sums.body.rows.every((r) => r.unit === county.units.town.id)).toBe(true)
  })

  it('accounts are read by the three administrators alone', async () => {
    expect((await office.get('/libraries/accounts/records')).status).toBe(404)
    const admin = await county.client('admin')
    const answer = await admin.get<RecordPage>('/libraries/accounts/records?columns=name,unit,post')
    expect(answer.status).toBe(200)
    expect(answer.body.items.length).toBeGreaterThan(5)
  })
})
