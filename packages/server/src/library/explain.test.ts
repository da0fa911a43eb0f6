// oxlint-disable vitest/expect-expect -- servedByIndex() and unsorted() expect
// Every filter and sort uses an index under row security: the very queries that lists send are explained as the app
// role, and none may read the county row by row for what an index can answer.
import type { PoolClient } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../db/actor.ts'
import { openDb, type Db } from '../db/with-actor.ts'
import { listDocuments, documentFields } from '../documents/list-documents.ts'
import { listMatters, matterFields } from '../loop/list-matters.ts'
import { crowdCounty } from '../testing/crowd.ts'
import { appConfig, testCounty, testHouse, type TestCounty } from '../testing/harness.ts'
import { openOwner, type Owner } from '../testing/snapshot.ts'

interface Node {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Index Cond'?: string
  'Recheck Cond'?: string
  Filter?: string
  'Plan Rows': number
  Plans?: Node[]
}

const size = 20_000

let house: Awaited<ReturnType<typeof testHouse>>
let owner: Owner
let county: TestCounty
let documents: readonly number[]
let db: Db
let plans: Node[] = []
let recording = false

beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
  county = await testCounty(house)
  documents = (await crowdCounty(owner, county, size)).documents
  db = openDb(appConfig(), 1)
  db.pool.on('connect', explainBefore)
}, 240_000)
afterAll(async () => {
  await db.close()
  await owner.close()
  await house.close()
})

/** While recording, each select of this connection is explained with its own values before it runs. */
function explainBefore(client: PoolClient): void {
  const plain = client.query.bind(client) as (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>
  const query = async (text: string, values?: unknown[]) => {
    // What fills the rows of a page goes by their ids; it is the page itself that is looked at.
    if (recording && /^\s*select\s(?!set_config)/.test(text) && !text.includes('json_')) {
      const { rows } = await plain(`explain (format json) ${text}`, values)
      plans.push((rows[0] as { 'QUERY PLAN': { Plan: Node }[] })['QUERY PLAN'][0]?.Plan as Node)
    }
    return plain(text, values)
  }
  Object.assign(client, { query })
}

type Reader = 'whole' | 'town' | 'few'

function readerOf(kind: Reader): Actor {
  const town = county.units.town.id
  return {
    county: county.code,
    account: 1,
    unit: town,
    post: kind === 'whole' ? 'dispatcher' : 'liaison',
    scope: ({ whole: 'all', town: 'subtree', few: 'custom' } as const)[kind],
    keys: { whole: [], town: [-town], few: [town, county.units.shuiwu.id] }[kind],
    libraries: [],
    enterprise: null,
    request: 'test',
  }
}

const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)]

/** The plans of the queries that find and count the page. */
async function explain(reader: Reader, raw: Record<string, string>): Promise<Node[]> {
  const actor = readerOf(reader)
  const parsed = matterFields.parse({ limit: '50', ...raw })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.fields))
  plans = []
  await db.withActor(actor, async (trx) => {
    recording = true
    try {
      await listMatters(trx, actor, parsed.query)
    } finally {
      recording = false
    }
  })
  return plans
}

const words = (nodes: Node[]) =>
  nodes
    .flatMap(flat)
    .map((n) =>
      [n['Node Type'], n['Relation Name'], n['Index Name'], n['Index Cond'], n.Filter].filter(Boolean).join(' | '),
    )
    .join('\n')

/** No table of the county is read in full, and the asked column is answered by an index. */
function servedByIndex(nodes: Node[], column: string | RegExp): void {
  expect(nodes.length).toBeGreaterThan(0)
  const all = nodes.flatMap(flat)
  const read = all.filter(
    (n) => n['Node Type'] === 'Seq Scan' && !['unit', 'county_leader', 'document'].includes(n['Relation Name'] ?? ''),
  )
  expect(read, words(nodes)).toEqual([])
  const conditions = all.map((n) => `${n['Index Cond'] ?? ''} ${n['Recheck Cond'] ?? ''}`).join(' ')
  expect(conditions, words(nodes)).toMatch(column)
}

/** An order that an index gives: nothing is sorted that is larger than a page. */
function unsorted(nodes: Node[]): void {
  const sorted = nodes.flatMap(flat).filter((n) => /Sort/.test(n['Node Type']))
  expect(
    sorted.filter((n) => (n.Plans?.[0]?.['Plan Rows'] ?? 0) > 500),
    words(nodes),
  ).toEqual([])
}

const rare: [string, () => string, string][] = [
  ['state', () => 'closing', 'state'],
  ['light', () => 'red', 'light'],
  ['kind', () => '清查建账', 'kind'],
  ['lead', () => String(county.units.town.id), 'lead_unit'],
  ['leader', () => String(county.leader), 'leader'],
  ['unit', () => String(county.units.town.id), 'key'],
  ['document', () => String(documents[1]), 'document'],
  ['number', () => 'C-7', 'number'],
  ['text', () => '稀见', 'token'],
  ['deadlineFrom', () => '2026-12-30', 'deadline'],
  ['deadlineTo', () => '2026-01-02', 'deadline'],
]

describe('a reader of the whole county', () => {
  it.each(rare)('%s', async (name, value, column) => {
    servedByIndex(await explain('whole', { [name]: value() }), column)
  })

  it.each(['deadline', '-deadline', 'updated', '-updated', 'id', '-id'])('sort %s', async (sort) => {
    const nodes = await explain('whole', { sort })
    servedByIndex(nodes, 'county')
    unsorted(nodes)
  })

  it.each(['deadline', '-deadline', 'updated', '-updated'])('the page after, sort %s', async (sort) => {
    const first = await db.withActor(readerOf('whole'), async (trx) => {
      const parsed = matterFields.parse({ sort, limit: '200' })
      if (!parsed.ok) throw new Error('parse')
      return listMatters(trx, readerOf('whole'), parsed.query)
    })
    const nodes = await explain('whole', { sort, after: first.next ?? '' })
    servedByIndex(nodes, sort.includes('deadline') ? 'deadline' : 'revision')
    unsorted(nodes)
  })

  it.each(['light', 'state', 'kind', 'lead'])('a frequent value of %s still comes in order', async (name) => {
    const value = { light: 'green', state: 'issued', kind: '指标', lead: String(county.units.fagai.id) }[name] ?? ''
    unsorted(await explain('whole', { [name]: value }))
  })
})

describe('a unit that sees little', () => {
  it.each(rare)('%s', async (name, value, column) => {
    const nodes = await explain('town', { [name]: value() })
    // Its own rows are few: they are what an index finds, the rest is looked at one by one.
    // For words either way is quick: the rare token first, or the unit's own rows in order.
    const own = name === 'text' ? /\bkey\b|\btoken\b/ : 'key'
    servedByIndex(nodes, ['unit', 'document', 'number'].includes(name) ? column : own)
  })

  it.each(['deadline', '-deadline', 'updated', '-updated', 'id', '-id'])('sort %s', async (sort) => {
    servedByIndex(await explain('town', { sort }), 'key')
  })

  it('is never served by reading the county and asking of each row whether it may be seen', async () => {
    for (const sort of ['deadline', '-updated', 'id']) {
      for (const node of (await explain('town', { sort })).flatMap(flat)) {
        if (node['Relation Name'] !== 'matter') continue
        expect(node['Index Cond'] ?? node['Recheck Cond'] ?? '', words([node])).toMatch(/\bid\b/)
      }
    }
  })
})

// overdue and key have no index yet: a rare flag walks the county.
describe('several values at once', () => {
  const several: [string, () => string, string][] = [
    ['state', () => 'closing,signed-off', 'state'],
    ['kind', () => '清查建账', 'kind'],
    ['lead', () => `${county.units.town.id},${county.units.shuiwu.id}`, 'lead_unit'],
    ['leader', () => String(county.leader), 'leader'],
    ['unit', () => `${county.units.town.id},${county.units.shuiwu.id}`, 'key'],
  ]
  it.each(several)('%s', async (name, value, column) => {
    const nodes = await explain('whole', { [name]: value() })
    servedByIndex(nodes, column)
  })
})

describe('a reader of a few units', () => {
  it.each(['deadline', '-updated', 'id'])('sort %s', async (sort) => {
    const nodes = await explain('few', { sort })
    servedByIndex(nodes, 'key')
  })
})

describe('counting', () => {
  it.each(['whole', 'town'] as const)('%s: a rare filter is counted by its index', async (reader) => {
    const nodes = await explain(reader, { state: 'closing', count: 'exact', limit: '1' })
    servedByIndex(nodes, reader === 'whole' ? 'state' : 'key')
  })
})

describe('documents', () => {
  it.each(['-updated', 'updated'])('sort %s', async (sort) => {
    await owner.query(
      `insert into document (county, title, kind, scope, declarer, state, text, outline, sentences, refused, obligations, covered)
       select $1, '文' || n, '讲话', 'internal', '陈', 'issued', '文', '[]', '[]', '[]', 0, 0 from generate_series(1, 3000) n
       where not exists (select 1 from document where county = $1 and title = '文7')`,
      [county.code],
    )
    await owner.query('analyze document')
    const actor = readerOf('whole')
    const parsed = documentFields.parse({ sort })
    if (!parsed.ok) throw new Error('parse')
    plans = []
    await db.withActor(actor, async (trx) => {
      recording = true
      try {
        await listDocuments(trx, actor, parsed.query)
      } finally {
        recording = false
      }
    })
    expect(words(plans.slice(0, 1))).toContain('document_recent')
    unsorted(plans.slice(0, 1))
  })
})
