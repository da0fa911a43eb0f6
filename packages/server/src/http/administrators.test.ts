// 三员分立 by request: what belongs to one administrator is refused to the other two, to every other post, to nobody
// at all, and to the same administrator of the next county.
import type { UnitChangeItem } from '@yipanqi/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { administratorRows, type AdministratorRecords } from '../testing/administrator-rows.ts'
import { clientOf, testCounty, testHouse, type Client, type TestCounty } from '../testing/harness.ts'
import { must } from '../testing/issued.ts'
import { openOwner, type Owner } from '../testing/snapshot.ts'

type Person = keyof TestCounty['people']
let house: Awaited<ReturnType<typeof testHouse>>
let owner: Owner
let county: TestCounty
let records: AdministratorRecords
const clients = new Map<Person, Client>()
const foreigners = new Map<Person, Client>()

beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
  county = await testCounty(house)
  const elsewhere = await testCounty(house)
  for (const person of Object.keys(county.people) as Person[])
    clients.set(person, await clientOf(house, county.people[person]))
  for (const person of ['admin', 'security'] as const)
    foreigners.set(person, await clientOf(house, elsewhere.people[person]))
  const admin = clients.get('admin') as Client
  const [account] = await owner.query<{ id: string }>('select id from account where name = $1', [
    county.people.fagaiHead,
  ])
  const opened = await must<{ account: { id: number } }>(
    admin.post('/accounts', {
      name: `xin-${county.code}`,
      display: '辛一',
      unit: county.units.fagai.id,
      post: 'liaison',
    }),
    201,
  )
  const change = await must<UnitChangeItem>(
    admin.post('/unit-changes', {
      kind: 'open',
      basis: '测委编〔2026〕2号',
      effectiveOn: '2026-12-01',
      open: { name: '县低空经济发展中心', short: '低空中心', kind: '事业' },
    }),
    201,
  )
  records = { county, account: Number(account?.id), newcomer: opened.account.id, change: change.id }
})
afterAll(async () => {
  await owner.close()
  await house.close()
})

const rows = Object.entries(administratorRows)

async function send(client: Client, name: string): Promise<{ status: number; text: string }> {
  const { path, body } = (administratorRows[name] as (typeof rows)[number][1]).ask(records)
  const answer = await client.raw(path, {
    method: name.split(' ')[0]?.toUpperCase() ?? 'GET',
    ...(body ? { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } } : {}),
  })
  return { status: answer.status, text: await answer.text() }
}

async function unchanged(work: () => Promise<void>): Promise<void> {
  const before = await owner.snapshot(county.code)
  await work()
  expect(await owner.snapshot(county.code)).toEqual(before)
}

it.each(rows.map(([name]) => name))('%s: nobody gets 401', (name) =>
  unchanged(async () => expect((await send(await clientOf(house, null), name)).status).toBe(401)),
)

describe.each(rows)('%s', (name, row) => {
  it('is refused to everybody else, who are told whose it is', () =>
    unchanged(async () => {
      for (const [person, client] of clients) {
        if (row.keepers.includes(person)) continue
        const answer = await send(client, name)
        expect([person, answer.status]).toEqual([person, 403])
        const { error } = JSON.parse(answer.text) as { error: { message: string; why: string; who: unknown[] } }
        expect(error.message).toMatch(/[一-鿿]/)
        expect(error.why).toContain('三员分立')
        expect(error.who.length).toBeGreaterThan(0)
      }
    }))
})

it.each(rows.filter(([, row]) => row.record))('%s: the next county’s administrator finds nothing', (name, row) =>
  unchanged(async () => {
    const asked = row.keepers.flatMap((person) => foreigners.get(person) ?? [])
    expect(asked.length).toBeGreaterThan(0)
    for (const client of asked) expect((await send(client, name)).status).toBe(404)
  }),
)

it.each(rows.filter(([, row]) => !row.record && !row.keepers.includes('auditor')))(
  '%s shows the next county’s administrator nothing of this one',
  async (name, row) => {
    const asked = row.keepers.flatMap((person) => foreigners.get(person) ?? [])
    expect(asked.length).toBeGreaterThan(0)
    for (const client of asked) expect((await send(client, name)).text).not.toContain(county.code)
  },
)

it('every change is possible to the one whose it is, or the refusals above would prove nothing', async () => {
  for (const [name, row] of rows) {
    // Each in a state that the last one may have left: only right and shape are looked at.
    const answer = await send(clients.get(row.keepers[0] as Person) as Client, name)
    expect([name, [200, 201, 409].includes(answer.status)]).toEqual([name, true])
  }
})
