// The list mechanism on a ledger: paging meets each row once, in order, for every sort, forwards, backwards and mixed;
// every reader's list and count is what plain SQL says for whatever filter.
import { isIndexed, type Field, type Filter } from '@yipanqi/model/libraries/index.ts'
import { getLibrary } from '@yipanqi/model/libraries/definitions/index.ts'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../db/actor.ts'
import { testCounty, testHouse, type TestCounty } from '../../testing/harness.ts'
import { openOwner, type Owner } from '../../testing/snapshot.ts'
import { getLedger } from '../ledger.ts'
import { collationOf } from '../sql/table-of.ts'
import { crowdCode, crowdEnterprises } from '../testing/crowd-enterprises.ts'
import { askWith } from './ask.ts'
import { countRows } from './count-rows.ts'
import { cursorsOf, listRecords, type ListQuery } from './list-records.ts'
import { listRows } from './list-rows.ts'
import { readSort, readStart } from './sort.ts'

const library = getLibrary('enterprises')
const ledger = getLedger('enterprises')
const firms = 330

let house: Awaited<ReturnType<typeof testHouse>>
let owner: Owner
let county: TestCounty
let ids: number[]
let readers: Record<string, Actor>

beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
  county = await testCounty(house)
  await owner.query('update unit set parent = $3 where county = $1 and id = $2', [
    county.code,
    county.units.jiaoyu.id,
    county.units.fagai.id,
  ])
  ids = await crowdEnterprises(owner, county, firms)
  const { fagai, gongxin, jiaoyu, town } = county.units
  const actor = (scope: Actor['scope'], keys: number[], more: Partial<Actor> = {}): Actor => ({
    county: county.code,
    account: 1,
    unit: fagai.id,
    post: 'liaison',
    scope,
    keys,
    libraries: [],
    enterprise: null,
    request: 'test',
    ...more,
  })
  readers = {
    whole: actor('all', []),
    keeper: actor('unit', [gongxin.id], { libraries: ['enterprises'] }),
    unit: actor('unit', [fagai.id]),
    subtree: actor('subtree', [-fagai.id]),
    custom: actor('custom', [gongxin.id, -jiaoyu.id, town.id]),
    none: actor('custom', []),
    administrator: actor('none', []),
    firm: actor('enterprise', [], { enterprise: ids[2] as number }),
  }
})
afterAll(async () => {
  await owner.close()
  await house.close()
})

/** Who sees a firm, told a second time: by the units of township, park and service. */
function visible(reader: string): string {
  const { fagai, gongxin, jiaoyu, town } = county.units
  const units: Record<string, number[] | null> = {
    whole: null,
    keeper: null,
    unit: [fagai.id],
    subtree: [fagai.id, jiaoyu.id],
    custom: [gongxin.id, jiaoyu.id, town.id],
    none: [],
    administrator: [],
  }
  if (reader === 'firm') return `e.id = ${ids[2]}`
  const of = units[reader]
  return of === null || of === undefined
    ? 'true'
    : `array[e.township, e.park, e.service_unit] && array[${of}]::bigint[]`
}

const columnOf = (name: string): string => {
  if (name === 'id') return 'e.id'
  if (name === 'updated') return 'e.revision'
  return `e.${ledger.columns(name)[0]}`
}
const quote = (v: unknown): string => (typeof v === 'number' ? String(v) : `'${String(v).replaceAll("'", "''")}'`)

/** What a filter means, in plain SQL. */
function meaning(filter: Filter): string {
  if ('all' in filter) return filter.all.length === 0 ? 'true' : `(${filter.all.map(meaning).join(' and ')})`
  if ('any' in filter) return filter.any.length === 0 ? 'true' : `(${filter.any.map(meaning).join(' or ')})`
  const c = columnOf(filter.field)
  const v = filter.value
  const list = (v as unknown[] | undefined) ?? []
  switch (filter.is) {
    case 'eq':
      return `coalesce(${c} = ${quote(v)}, false)`
    case 'ne':
      return `${c} is distinct from ${quote(v)}`
    case 'from':
      return `coalesce(${c} >= ${quote(v)}, false)`
    case 'to':
      return `coalesce(${c} <= ${quote(v)}, false)`
    case 'empty':
      return `${c} is null`
    case 'filled':
      return `${c} is not null`
    case 'under':
      return `coalesce(left(${c}, ${String(v).length}) = ${quote(v)}, false)`
    case 'contains':
      return `coalesce(strpos(lower(${c}), lower(${quote(v)})) > 0, false)`
    case 'in':
      return library.fields[filter.field]?.kind === 'choices'
        ? `coalesce(${c} && array[${list.map(quote)}]::text[], false)`
        : `coalesce(${c} = any (array[${list.map(quote)}]), false)`
    case 'within': {
      const [w, s, e, n] = list as number[]
      return `coalesce(e.position_x between ${w} and ${e} and e.position_y between ${s} and ${n}, false)`
    }
  }
}

async function told(reader: string, filter: Filter | null, sort: string, search = ''): Promise<number[]> {
  const name = sort.replace(/^-/, '')
  const way = sort.startsWith('-') ? 'desc' : 'asc'
  const field: Field | undefined = library.fields[name]
  const column = columnOf(name) + (field ? collationOf(field) : '')
  const plain = `translate(lower(e.name), ' -（）', '')`
  const words = `(strpos(${plain}, ${quote(search)}) > 0 or strpos(lower(e.credit_code), ${quote(search)}) > 0)`
  const rows = await owner.query<{ id: string }>(
    `select e.id from enterprise e where e.county = '${county.code}' and e.removed is null and ${visible(reader)}
       and ${filter ? meaning(filter) : 'true'} and ${search === '' ? 'true' : words}
     order by (${column} is null), ${column} ${way}, e.id ${way}`,
  )
  return rows.map((r) => Number(r.id))
}

interface Leaf {
  ids: number[]
  next: string | null
  previous: string | null
}

async function leaf(
  reader: string,
  filter: Filter | null,
  sort: string,
  limit: number,
  where: { after?: string; before?: string; at?: string } = {},
  search = '',
): Promise<Leaf> {
  const actor = readers[reader] as Actor
  const order = readSort(library, sort, { revision: true })
  const start = readStart(library, order, where)
  return house.db.withActor(actor, async (trx) => {
    const asked = await askWith(trx, actor, ledger, filter, search)
    const page = await listRows(trx, actor, ledger, asked, order, start, limit)
    return { ids: page.rows.map((r) => r.id), ...cursorsOf(library.id, order, start, page.rows, page.more) }
  })
}

async function turn(
  reader: string,
  filter: Filter | null,
  sort: string,
  limit: number,
  options: { search?: string; between?: () => Promise<void> } = {},
): Promise<number[]> {
  const met: number[] = []
  let after: string | null = null
  do {
    const got: Leaf = await leaf(reader, filter, sort, limit, after ? { after } : {}, options.search)
    met.push(...got.ids)
    expect(got.next === null || got.ids.length === limit).toBe(true)
    after = got.next
    await options.between?.()
  } while (after !== null && met.length < 5000)
  return met
}

const sorts = [
  'id',
  'updated',
  ...Object.entries(library.fields)
    .filter(([, f]) => f.sortable && isIndexed(f))
    .map(([name]) => name),
].flatMap((name) => [name, `-${name}`])
const names = ['whole', 'keeper', 'unit', 'subtree', 'custom', 'none', 'administrator', 'firm']

describe('every sort', () => {
  it.each(sorts)('%s: each row once, in order, for every reader', async (sort) => {
    for (const reader of names)
      expect([reader, await turn(reader, null, sort, 40)]).toEqual([reader, await told(reader, null, sort)])
  })

  it.each(sorts)('%s: backwards from any page one meets the same rows', async (sort) => {
    for (const reader of ['whole', 'custom']) {
      const all = await told(reader, null, sort)
      let at: Leaf = await leaf(reader, null, sort, 50)
      while (at.next !== null) at = await leaf(reader, null, sort, 50, { after: at.next })
      const met = [...at.ids]
      while (at.previous !== null) {
        at = await leaf(reader, null, sort, 35, { before: at.previous })
        met.unshift(...at.ids)
      }
      expect([reader, met]).toEqual([reader, all])
    }
  })
})

describe('a jump', () => {
  it('lands on the first row that is not before the value, and goes on from there', async () => {
    for (const [sort, at, first] of [
      ['revenue', '20000000', 'e.revenue >= 20000000'],
      ['-revenue', '20000000', 'e.revenue <= 20000000'],
      ['foundedOn', '2015-06', `e.founded_on >= '2015-06-01'`],
      ['-foundedOn', '2015', `e.founded_on <= '2015-12-31'`],
      ['name', 'c', `e.name collate "zh-x-icu" >= '嚓'`],
      ['-name', 'c', `e.name collate "zh-x-icu" < '咑'`],
    ] as const) {
      const rows = await owner.query<{ id: string }>(
        `select e.id from enterprise e where county = $1 and removed is null and ${first}`,
        [county.code],
      )
      const beyond = new Set(rows.map((r) => Number(r.id)))
      const all = await told('whole', null, sort)
      const from = all.findIndex((id) => beyond.has(id))
      const page = await leaf('whole', null, sort, 20, { at })
      expect([sort, page.ids]).toEqual([sort, all.slice(from, from + 20)])
      const back = await leaf('whole', null, sort, 20, { before: page.previous ?? '' })
      expect([sort, back.ids]).toEqual([sort, all.slice(Math.max(0, from - 20), from)])
    }
  })
})

describe('any filter', () => {
  const scalar: Record<string, unknown[]> = {
    operation: ['在营', '停产', '歇业'],
    industry: ['C13', 'C1351', 'C'],
    revenue: [0, 5_000_000, 20_000_000, 39_000_000],
    tax: [1000, 100_000],
    foundedOn: ['2012-03-01', '2018-01-01'],
    aboveScale: ['规上工业'],
  }
  const leafOf = (): fc.Arbitrary<Filter> => {
    const { town, fagai, jiaoyu } = county.units
    const values: Record<string, unknown[]> = {
      ...scalar,
      township: [town.id, fagai.id],
      park: [jiaoyu.id],
      serviceLeader: [county.leader],
      creditCode: [crowdCode(county.code, 16), crowdCode(county.code, 7)],
      name: ['青禾机械有限公司'],
    }
    return fc.oneof(
      fc.constantFrom(...Object.keys(values)).chain((field) => {
        const { operators } = library.fields[field] as Field
        return fc.constantFrom(...operators.filter((o) => o !== 'contains')).chain((is) => {
          if (is === 'empty' || is === 'filled') return fc.constant({ field, is } as Filter)
          const one = fc.constantFrom(...(values[field] as (string | number)[]))
          const value = is === 'in' ? fc.uniqueArray(one, { minLength: 1, maxLength: 3 }) : one
          return value.map((v): Filter => ({ field, is, value: v }))
        })
      }),
      fc
        .constantFrom('青禾', '机', 'tech-co', 'Tech', '有限公司', '00016', '（')
        .map((value): Filter => ({ field: 'name', is: 'contains', value })),
      fc
        .uniqueArray(fc.constantFrom('升规', '专精特新', '上市后备', '龙头倍增'), { minLength: 1, maxLength: 2 })
        .map((value): Filter => ({ field: 'nurture', is: 'in', value })),
      fc.constantFrom<Filter>(
        { field: 'nurture', is: 'empty' },
        { field: 'position', is: 'empty' },
        { field: 'position', is: 'within', value: [116_010_000, 39_000_000, 116_060_000, 39_030_000] },
        { field: 'id', is: 'in', value: ids.slice(0, 40) },
      ),
    )
  }
  const tree = (): fc.Arbitrary<Filter> =>
    fc.oneof(
      leafOf(),
      fc
        .array(
          fc.oneof(
            leafOf(),
            fc.array(leafOf(), { minLength: 1, maxLength: 3 }).map((any): Filter => ({ any })),
          ),
          { minLength: 1, maxLength: 3 },
        )
        .map((all): Filter => ({ all })),
    )

  it('as every reader, in any order, is what plain SQL says; so is its count', async () => {
    await fc.assert(
      fc.asyncProperty(tree(), fc.constantFrom(...names), fc.constantFrom(...sorts), async (filter, reader, sort) => {
        const wanted = await told(reader, filter, sort)
        expect(await turn(reader, filter, sort, 60)).toEqual(wanted)
        const actor = readers[reader] as Actor
        const counted = await house.db.withActor(actor, async (trx) =>
          countRows(trx, actor, ledger, await askWith(trx, actor, ledger, filter), 'exact'),
        )
        expect(counted).toEqual({ value: wanted.length, exact: true })
      }),
      { numRuns: 150 },
    )
  })

  it.each(['青禾机械', '机', 'techco', '有限公司', '00016', 'm0000', '没有'])('search %s', async (search) => {
    for (const reader of names) {
      const wanted = await told(reader, null, 'name', search)
      expect([reader, await turn(reader, null, 'name', 50, { search })]).toEqual([reader, wanted])
    }
  })
})

describe('rows that change meanwhile', () => {
  const change = async (step: number): Promise<number> => {
    const id = ids[(step * 37) % ids.length] as number
    await owner.query(
      `update enterprise set revenue = case when $3 % 3 = 0 then null else $3 * 777777 end, name = '改名' || $3,
         founded_on = case when $3 % 2 = 0 then null else date '2011-01-01' + $3::int end, revision = nextval('revision')
       where county = $1 and id = $2`,
      [county.code, id, step],
    )
    return id
  }

  it.each(['name', '-name', 'revenue', '-revenue', 'foundedOn', '-foundedOn', 'updated', '-updated', '-id'])(
    'sort %s: what stands still is met once, forwards and back',
    async (sort) => {
      for (const reader of ['whole', 'custom']) {
        const all = await told(reader, null, sort)
        const moved = new Set<number>()
        let step = 0
        const between = async () => {
          step += 1
          moved.add(await change(step))
        }
        const met = await turn(reader, null, sort, 25, { between })
        const still = all.filter((id) => !moved.has(id))
        expect(met.filter((id) => still.includes(id))).toEqual(still)
        let at = await leaf(reader, null, sort, 30)
        while (at.next !== null) at = await leaf(reader, null, sort, 30, { after: at.next })
        const back = [...at.ids]
        while (at.previous !== null) {
          await between()
          at = await leaf(reader, null, sort, 30, { before: at.previous })
          back.unshift(...at.ids)
        }
        const calm = all.filter((id) => !moved.has(id))
        expect(back.filter((id) => calm.includes(id))).toEqual(calm)
      }
    },
    120_000,
  )
})

describe('letters', () => {
  it('begin where the database’s own order begins them', async () => {
    const { letterFrom } = await import('./letters.ts')
    const asked = [...'abcdefghjklmnopqrstwxyz'].map((l) => [l, letterFrom(l)] as const)
    const sample = [
      '阿',
      '巴',
      '曹',
      '邓',
      '鄂',
      '方',
      '高',
      '何',
      '江',
      '柯',
      '李',
      '马',
      '倪',
      '欧',
      '潘',
      '钱',
      '任',
      '孙',
      '唐',
      '王',
      '徐',
      '杨',
      '周',
    ]
    const rows = await owner.query<{ c: string }>(`select c from unnest($1::text[]) c order by c collate "zh-x-icu"`, [
      [...asked.map(([, c]) => c), ...sample.filter((s) => s !== '阿')],
    ])
    const order = rows.map((r) => r.c)
    for (const [i, [letter, first]] of asked.entries()) {
      const name = sample[i] as string
      const next = asked[i + 1]?.[1]
      expect(order.indexOf(first), letter).toBeLessThanOrEqual(order.indexOf(name))
      if (next) expect(order.indexOf(name), letter).toBeLessThan(order.indexOf(next))
    }
  })
})

describe('what was taken off', () => {
  it('is listed to those who saw it, and counted', async () => {
    const query: ListQuery = { limit: 200, count: 'exact', removed: 'true', sort: 'id' }
    for (const reader of names) {
      const actor = readers[reader] as Actor
      const got = await house.db.withActor(actor, (trx) => listRecords(house, trx, actor, ledger, query))
      const rows = await owner.query<{ id: string }>(
        `select e.id from enterprise e where county = $1 and removed is not null and ${visible(reader)} order by id`,
        [county.code],
      )
      expect([reader, got.items.map((i) => i.id)]).toEqual([reader, rows.map((r) => Number(r.id))])
      expect(got.count).toEqual({ value: rows.length, exact: true })
    }
  })
})
