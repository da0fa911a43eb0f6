// The list of matters: paging meets each row once, in order, for every sort; every reader's list, every filter and every
// count is what plain SQL says.
import type { MatterItem } from '@yipanqi/model'
import type { Filter } from '@yipanqi/model/libraries/index.ts'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../db/actor.ts'
import { listMatters, matterFields } from './list-matters.ts'
import { crowdCounty } from '../testing/crowd.ts'
import { testCounty, testHouse, type TestCounty } from '../testing/harness.ts'
import { openOwner, type Owner } from '../testing/snapshot.ts'

type Raw = Record<string, string>

let house: Awaited<ReturnType<typeof testHouse>>
let owner: Owner
let county: TestCounty
let documents: readonly number[]
const readers: Record<string, Actor> = {}

beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
  county = await testCounty(house)
  // A tree: 教育局 stands below 发改局, so that a reader "and below" sees more than its own.
  await owner.query('update unit set parent = $3 where county = $1 and id = $2', [
    county.code,
    county.units.jiaoyu.id,
    county.units.fagai.id,
  ])
  documents = (await crowdCounty(owner, county, 330)).documents
  const actor = (scope: Actor['scope'], keys: number[]): Actor => ({
    county: county.code,
    account: 1,
    unit: county.units.fagai.id,
    post: 'liaison',
    scope,
    keys,
    libraries: [],
    enterprise: null,
    request: 'test',
  })
  const { fagai, gongxin, jiaoyu } = county.units
  readers['whole'] = actor('all', [])
  readers['unit'] = actor('unit', [fagai.id])
  readers['subtree'] = actor('subtree', [-fagai.id])
  readers['custom'] = actor('custom', [gongxin.id, -jiaoyu.id])
  readers['custom of one'] = actor('custom', [gongxin.id])
  readers['custom of none'] = actor('custom', [])
  readers['none'] = actor('none', [])
})
afterAll(async () => {
  await owner.close()
  await house.close()
})

/** The units whose matters a reader may see, by the definition of the scopes. */
function audience(name: string): number[] | null {
  const { fagai, gongxin, jiaoyu } = county.units
  const table: Record<string, number[] | null> = {
    whole: null,
    unit: [fagai.id],
    subtree: [fagai.id, jiaoyu.id],
    custom: [gongxin.id, jiaoyu.id],
    'custom of one': [gongxin.id],
    'custom of none': [],
    none: [],
  }
  return table[name] ?? null
}

const out = `m.state not in ('drafted', 'reviewed', 'withdrawn', 'merged')`
const involves = (units: string) =>
  `(${out} and (m.lead_unit = any (${units}) or exists (select 1 from matter_support s where s.county = m.county and s.matter = m.id and s.unit = any (${units}))))`
const list = (text: string) => text.split(',').filter((v) => v !== 'none')
const orNull = (column: string, text: string) => (text.split(',').includes('none') ? ` or m.${column} is null` : '')
const quoted = (text: string) => `array[${list(text).map((v) => `'${v}'`)}]::text[]`
const ids = (text: string) => `array[${list(text)}]::bigint[]`

/** What each parameter means, told a second time in plain SQL. */
const meanings: Record<string, (value: string) => string> = {
  state: (v) => `m.state = any (${quoted(v)})`,
  light: (v) => `(m.light = any (${quoted(v)})${orNull('light', v)})`,
  kind: (v) => `m.kind = any (${quoted(v)})`,
  lead: (v) => `(m.lead_unit = any (${ids(v)})${orNull('lead_unit', v)})`,
  leader: (v) => `(m.leader = any (${ids(v)})${orNull('leader', v)})`,
  unit: (v) => involves(ids(v)),
  document: (v) =>
    `exists (select 1 from matter_source r where r.county = m.county and r.matter = m.id and r.document = any (${ids(v)}))`,
  deadlineFrom: (v) => `m.deadline >= '${v}'`,
  deadlineTo: (v) => `m.deadline <= '${v}'`,
  overdue: (v) => `m.overdue = ${v}`,
  key: (v) => `m.key = ${v}`,
  number: (v) => `m.number = '${v}'`,
  text: (v) => `strpos(lower(m.title || ' ' || coalesce(replace(m.number, '-', ''), '')), lower('${v}')) > 0`,
}

const orders: Record<string, string> = {
  deadline: '(m.deadline is null), m.deadline, m.id',
  '-deadline': '(m.deadline is null), m.deadline desc, m.id desc',
  updated: 'm.revision, m.id',
  '-updated': 'm.revision desc, m.id desc',
  id: 'm.id',
  '-id': 'm.id desc',
}

async function told(reader: string, raw: Raw): Promise<number[]> {
  const units = audience(reader)
  const where = [
    `m.county = '${county.code}'`,
    ...(units === null ? [] : [involves(`array[${units}]::bigint[]`)]),
    ...Object.entries(raw).flatMap(([name, value]) => meanings[name]?.(value) ?? []),
  ]
  const rows = await owner.query<{ id: string }>(
    `select m.id from matter m where ${where.join(' and ')} order by ${orders[raw['sort'] ?? 'deadline']}`,
  )
  return rows.map((r) => Number(r.id))
}

async function page(reader: string, raw: Raw) {
  const parsed = matterFields.parse(raw)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.fields))
  const actor = readers[reader] as Actor
  return house.db.withActor(actor, (trx) => listMatters(trx, actor, parsed.query))
}

/** All pages, one after the other; `between` may change rows meanwhile. */
async function turn(reader: string, raw: Raw, between: () => Promise<void> = async () => undefined): Promise<number[]> {
  const met: number[] = []
  let after: string | null = null
  do {
    const got: { items: MatterItem[]; next: string | null } = await page(reader, after ? { ...raw, after } : raw)
    met.push(...got.items.map((m) => m.id))
    after = got.next
    expect(got.next === null || got.items.length === Number(raw['limit'] ?? 50)).toBe(true)
    await between()
  } while (after !== null && met.length < 5000)
  return met
}

const names = ['whole', 'unit', 'subtree', 'custom', 'custom of one', 'custom of none', 'none']
const some = <T>(values: readonly T[], max: number) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: max }).map((v) => v.join(','))
const maybe = (name: string, value: fc.Arbitrary<string>): fc.Arbitrary<Raw> =>
  fc.option(value, { nil: undefined, freq: 4 }).map((v): Raw => (v === undefined ? {} : { [name]: v }))

/** Filters, drawn when the county is there. */
function filters(): fc.Arbitrary<Raw> {
  const units = Object.values(county.units).map((u) => u.id)
  const days = ['2026-01-01', '2026-03-15', '2026-06-30', '2026-12-31']
  return fc
    .tuple(
      maybe('state', some(['issued', 'under-way', 'closing', 'closed', 'standing', 'drafted', 'consulting'], 3)),
      maybe('light', some(['green', 'yellow', 'red', 'grey', 'none'], 3)),
      maybe('kind', some(['指标', '项目节点', '制度成果', '常态', '清查建账'], 2)),
      maybe('lead', some([...units, 'none'], 3)),
      maybe('leader', some([county.leader, 'none'], 2)),
      maybe('unit', some(units, 3)),
      maybe('document', some(documents, 2)),
      maybe('deadlineFrom', fc.constantFrom(...days.slice(0, 2))),
      maybe('deadlineTo', fc.constantFrom(...days.slice(2))),
      maybe('overdue', fc.constantFrom('true', 'false')),
      maybe('key', fc.constantFrom('true', 'false')),
      maybe('text', fc.constantFrom('项', '项目', '稀见', '公路养护', '完成项目入库', '没有的词', '2')),
    )
    .map((parts) => Object.assign({}, ...parts) as Raw)
}

describe('paging', () => {
  it.each(names)('meets each row once, in order, for every sort and size: %s', async (reader) => {
    for (const sort of Object.keys(orders)) {
      const wanted = await told(reader, { sort })
      for (const limit of ['7', '50', '200']) expect(await turn(reader, { sort, limit })).toEqual(wanted)
    }
    expect(await turn(reader, { sort: 'deadline', limit: '1', lead: String(county.units.town.id) })).toEqual(
      await told(reader, { lead: String(county.units.town.id) }),
    )
  })

  it('agrees with plain SQL for any filters, sorts and readers together', async () => {
    const asked = fc.tuple(
      fc.constantFrom(...names),
      filters(),
      fc.constantFrom(...Object.keys(orders)),
      fc.constantFrom('3', '20', '200'),
    )
    await fc.assert(
      fc.asyncProperty(asked, async ([reader, raw, sort, limit]) => {
        const query = { ...raw, sort }
        expect(await turn(reader, { ...query, limit })).toEqual(await told(reader, query))
      }),
      { numRuns: 120 },
    )
  })

  it('counts as plain SQL does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), filters(), async (reader, raw) => {
        const there = (await told(reader, raw)).length
        expect((await page(reader, { ...raw, limit: '1', count: 'exact' })).count).toEqual({
          value: there,
          exact: true,
        })
        expect((await page(reader, { ...raw, limit: '1', count: 'capped' })).count).toEqual({
          value: there,
          exact: true,
        })
        expect((await page(reader, { ...raw, limit: '1' })).count).toBeNull()
      }),
      { numRuns: 40 },
    )
  })
})

describe('each filter alone is what plain SQL says', () => {
  const alone: Record<string, () => string[]> = {
    state: () => ['closing', 'issued,closed', 'merged'],
    light: () => ['red', 'none', 'none,green'],
    kind: () => ['清查建账'],
    lead: () => [String(county.units.town.id), 'none', `none,${county.units.fagai.id}`],
    leader: () => [String(county.leader), 'none'],
    unit: () => [String(county.units.gongxin.id), `${county.units.gongxin.id},${county.units.town.id}`, '999999999'],
    document: () => documents.map(String),
    deadlineFrom: () => ['2026-07-01'],
    deadlineTo: () => ['2026-02-01'],
    overdue: () => ['true', 'false'],
    key: () => ['true'],
    number: () => ['C-7', 'C-0'],
    text: () => ['稀见', '养护第', '推'],
  }
  it.each(Object.keys(meanings))('%s', async (name) => {
    for (const value of alone[name]?.() ?? []) {
      for (const reader of names) {
        const raw = { [name]: value, sort: '-updated' }
        expect(await turn(reader, { ...raw, limit: '40' }), `${reader} ${name}=${value}`).toEqual(
          await told(reader, raw),
        )
      }
    }
  })

  it('and none is left out', () => {
    const asked = matterFields.parameters
      .map((p) => p.name)
      .filter((n) => !['sort', 'after', 'limit', 'count'].includes(n))
    expect(Object.keys(meanings).sort()).toEqual(asked.sort())
  })
})

describe('rows that change meanwhile', () => {
  it.each(['deadline', '-deadline', 'updated', '-id'])('sort %s: what stands still is met once', async (sort) => {
    const all = await told('whole', { sort })
    const moved = new Set<number>()
    let step = 0
    const met = await turn('whole', { sort, limit: '25' }, async () => {
      step += 1
      const id = all[(step * 37) % all.length] as number
      moved.add(id)
      const day = step % 3 === 0 ? null : `2026-${String(1 + (step % 12)).padStart(2, '0')}-15`
      await owner.query(
        `update matter set deadline = $3, revision = nextval('revision') where county = $1 and id = $2`,
        [county.code, id, day],
      )
      await owner.query(
        `insert into matter (county, title, text, kind, state, deadline, state_since) values ($1, '后来的', '', '常态', 'issued', $2, '2026-01-01')`,
        [county.code, day],
      )
    })
    const still = all.filter((id) => !moved.has(id))
    expect(met.filter((id) => still.includes(id))).toEqual(still)
  })
})

describe('conditions of the ledger beside the list’s own', () => {
  it.each(names)('%s: the same rows, said in either way', async (reader) => {
    const actor = readers[reader] as Actor
    const ask = (raw: Raw, further: Filter | null) => {
      const parsed = matterFields.parse({ limit: '200', count: 'exact', ...raw })
      if (!parsed.ok) throw new Error('parse')
      return house.db.withActor(actor, (trx) => listMatters(trx, actor, parsed.query, further))
    }
    const unit = county.units.gongxin.id
    const own = await ask({ state: 'issued,under-way', unit: String(unit), deadlineTo: '2026-06-30' }, null)
    const both = await ask(
      { state: 'issued,under-way' },
      {
        all: [
          { field: 'unit', is: 'in', value: [unit] },
          { field: 'deadline', is: 'to', value: '2026-06-30' },
        ],
      },
    )
    expect(both.items.map((m) => m.id)).toEqual(own.items.map((m) => m.id))
    expect(both.count).toEqual(own.count)
  })
})

describe('a list of more than a thousand', () => {
  it('says 1,000 and more, or the exact number on demand', async () => {
    const big = await testCounty(house)
    await crowdCounty(owner, big, 1200)
    const actor: Actor = { ...(readers['whole'] as Actor), county: big.code }
    const ask = (count: string) => {
      const parsed = matterFields.parse({ count, limit: '1' })
      if (!parsed.ok) throw new Error('parse')
      return house.db.withActor(actor, (trx) => listMatters(trx, actor, parsed.query))
    }
    expect((await ask('capped')).count).toEqual({ value: 1000, exact: false })
    expect((await ask('exact')).count).toEqual({ value: 1200, exact: true })
  })
})
