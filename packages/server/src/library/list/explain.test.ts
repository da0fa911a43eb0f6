// oxlint-disable vitest/expect-expect -- noCountyScan(), servedBy() and unsorted() expect
// Every filter and sort uses an index under row security: the very queries that lists send are explained as the app
// role, and none may read the county row by row for what an index can answer.
import { isIndexed, type Condition, type Field, type Filter } from '@yipanqi/model/libraries/index.ts'
import { getLibrary } from '@yipanqi/model/libraries/definitions/index.ts'
import type { PoolClient } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../db/actor.ts'
import { openDb, type Db } from '../../db/with-actor.ts'
import { documentFields, listDocuments } from '../../documents/list-documents.ts'
import { listMatters, matterFields } from '../../loop/list-matters.ts'
import { crowdCounty } from '../../testing/crowd.ts'
import { appConfig, testCounty, testHouse, type TestCounty } from '../../testing/harness.ts'
import { openOwner, type Owner } from '../../testing/snapshot.ts'
import { getLedger } from '../ledger.ts'
import { rareEnterprises } from '../testing/rare-enterprises.ts'
import { askWith } from './ask.ts'
import { countRows } from './count-rows.ts'
import { cursorsOf } from './list-records.ts'
import { listRows } from './list-rows.ts'
import { readSort, readStart } from './sort.ts'

interface Node {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Index Cond'?: string
  'Recheck Cond'?: string
  Filter?: string
  'Total Cost': number
  'Plan Rows': number
  Plans?: Node[]
}

const size = 12_000

let house: Awaited<ReturnType<typeof testHouse>>
let owner: Owner
let county: TestCounty
let documents: readonly number[]
let rare: Record<string, string | number | boolean>
let db: Db
let plans: Node[] = []
let recording = false

beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
  county = await testCounty(house)
  documents = (await crowdCounty(owner, county, size)).documents
  await owner.query('vacuum analyze matter')
  rare = await rareEnterprises(owner, county, size)
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
  const query = async (asked: string | { readonly text: string; readonly values: unknown[] }, given?: unknown[]) => {
    const { text, values } = typeof asked === 'string' ? { text: asked, values: given } : asked
    // What fills the rows of a page goes by their ids; it is the page itself that is looked at.
    if (
      recording &&
      /^\s*(?:\/\*prepared\*\/)?\s*select\s(?!set_config|library_find)/.test(text) &&
      !text.includes('json_')
    ) {
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

async function explained(work: () => Promise<unknown>): Promise<Node[]> {
  plans = []
  recording = true
  try {
    await work()
  } finally {
    recording = false
  }
  return plans
}

interface Ask {
  readonly filter?: Filter
  readonly search?: string
  readonly sort?: string
  readonly after?: string
  readonly before?: string
  readonly at?: string
}

/** The plans of the queries that find (or count) a page of a ledger. */
function explain(reader: Reader, library: string, ask: Ask, count = false): Promise<Node[]> {
  const actor = readerOf(reader)
  const ledger = getLedger(library)
  return db.withActor(actor, (trx) =>
    explained(async () => {
      const asked = await askWith(trx, actor, ledger, ask.filter ?? null, ask.search)
      if (count) return countRows(trx, actor, ledger, asked, 'capped')
      const sort = readSort(ledger.library, ask.sort, { revision: true })
      return listRows(trx, actor, ledger, asked, sort, readStart(ledger.library, sort, ask), 50)
    }),
  )
}

const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)]
const words = (nodes: Node[]) =>
  nodes
    .flatMap(flat)
    .map((n) =>
      [n['Node Type'], n['Relation Name'], n['Index Name'], n['Index Cond'], n.Filter].filter(Boolean).join(' | '),
    )
    .join('\n')

/** No table of the county is read in full. */
function noCountyScan(nodes: Node[]): void {
  expect(nodes.length).toBeGreaterThan(0)
  const read = nodes
    .flatMap(flat)
    .filter(
      (n) => n['Node Type'] === 'Seq Scan' && !['unit', 'county_leader', 'document'].includes(n['Relation Name'] ?? ''),
    )
  expect(read, words(nodes)).toEqual([])
}

/** The asked column is answered by an index. */
function servedBy(nodes: Node[], column: string | RegExp): void {
  noCountyScan(nodes)
  // A column that is never null is not even looked at for what is empty.
  if (nodes.flatMap(flat).every((n) => n['Relation Name'] === undefined)) return
  const conditions = nodes
    .flatMap(flat)
    .map((n) => `${n['Index Cond'] ?? ''} ${n['Recheck Cond'] ?? ''} ${n['Index Name'] ?? ''}`)
  expect(conditions.join(' '), words(nodes)).toMatch(column)
}

/** An order that an index gives: nothing is sorted that is much larger than a page. */
function unsorted(nodes: Node[]): void {
  const sorted = nodes.flatMap(flat).filter((n) => /Sort/.test(n['Node Type']))
  expect(
    sorted.filter((n) => (n.Plans?.[0]?.['Plan Rows'] ?? 0) > 1000),
    words(nodes),
  ).toEqual([])
}

/** What an index finds by itself: equality, ranges, a branch. The others are tested on the rows of a walk. */
const finding = ['eq', 'in', 'under', 'within', 'contains']

function conditionsOf(library: string): [string, string][] {
  return Object.entries(getLibrary(library).fields).flatMap(([name, field]) =>
    isIndexed(field) ? field.operators.map((is): [string, string] => [name, is]) : [],
  )
}

function rareCondition(library: string, field: string, is: string): Filter {
  const { kind } = getLibrary(library).fields[field] as Field
  const value = library === 'enterprises' ? rare[field] : rareMatters()[field]
  const one = { field, is } as Condition
  if (is === 'empty' || is === 'filled') return one
  if (is === 'within') return { ...one, value: [116_900_000, 39_900_000, 116_950_000, 39_950_000] }
  if (is === 'in' && kind === 'choices') return { ...one, value: ['上市后备'] }
  return { ...one, value: is === 'in' ? [value as string] : (value as string) }
}

function rareMatters(): Record<string, string | number | boolean> {
  return {
    number: 'C-7',
    title: '稀见',
    kind: '清查建账',
    key: true,
    line: 'party',
    leadUnit: county.units.town.id,
    leader: county.leader,
    deadline: '2026-12-30',
    issuedOn: '2026-01-01',
    state: 'closing',
    light: 'red',
    pace: '超进度',
    overdue: true,
    lastReportOn: '2026-01-01',
    closedOn: '2026-01-01',
  }
}

describe.each(['enterprises', 'matters'])('%s', (library) => {
  const conditions = conditionsOf(library)
  const sorts = Object.entries(getLibrary(library).fields)
    .filter(([, f]) => isIndexed(f) && f.sortable)
    .map(([name]) => name)
  const ledger = () => getLedger(library)

  it.each(conditions)('whole: %s %s', async (field, is) => {
    const nodes = await explain('whole', library, { filter: rareCondition(library, field, is) })
    noCountyScan(nodes)
    // A fragment and a member come as ids from the search.
    const column =
      ['contains'].includes(is) || getLibrary(library).fields[field]?.kind === 'choices'
        ? 'id'
        : ledger().columns(field)[0]
    if (finding.includes(is) && !(is === 'in' && field === 'key')) servedBy(nodes, column as string)
  })

  it.each(conditions)('a unit: %s %s', async (field, is) => {
    const nodes = await explain('town', library, { filter: rareCondition(library, field, is) })
    // Its own rows are few: an index finds them (or the rare value), the rest is looked at one by one.
    servedBy(nodes, new RegExp(`\\bkey\\b|\\bid\\b|${ledger().columns(field)[0]}`))
  })

  it.each([...sorts, 'updated', 'id'].flatMap((s) => [s, `-${s}`]))(
    'sort %s, and the page after, before, at',
    async (sort) => {
      const order = readSort(getLibrary(library), sort, { revision: true })
      for (const reader of ['whole', 'town', 'few'] as const) {
        const actor = readerOf(reader)
        const first = await db.withActor(actor, async (trx) =>
          listRows(trx, actor, ledger(), await askWith(trx, actor, ledger(), null), order, { way: 'first' }, 30),
        )
        const { next } = cursorsOf(library, order, { way: 'first' }, first.rows, first.more)
        for (const where of [{}, ...(next ? [{ after: next }, { before: next }] : [])]) {
          const nodes = await explain(reader, library, { sort, ...where })
          noCountyScan(nodes)
          if (reader === 'whole') {
            servedBy(nodes, 'county')
            unsorted(nodes)
          } else servedBy(nodes, 'key')
        }
      }
    },
  )

  it('a unit is never served by reading the county and asking of each row whether it may be seen', async () => {
    for (const sort of sorts) {
      for (const node of (await explain('town', library, { sort })).flatMap(flat)) {
        // An index that holds next to nothing (few firms stand in a chain) may be read whole.
        if (node['Relation Name'] !== ledger().table || node['Total Cost'] < 150) continue
        expect(node['Index Cond'] ?? node['Recheck Cond'] ?? '', words([node])).toMatch(/\bid\b/)
      }
    }
  })

  it('a unit’s own orders come sorted from its narrow copy', async () => {
    for (const sort of [...getLibrary(library).narrow, 'updated'].flatMap((s) => [s, `-${s}`])) {
      const nodes = await explain('town', library, { sort })
      servedBy(nodes, new RegExp(`${ledger().seen?.table}`))
      unsorted(nodes)
    }
  })

  it('search goes by ids, for the whole and for a unit', async () => {
    for (const reader of ['whole', 'town'] as const)
      servedBy(await explain(reader, library, { search: '稀见' }), /\bid\b|\bmatter\b|_pkey/)
  })

  it('a frequent value still comes in order', async () => {
    const filter: Filter =
      library === 'matters'
        ? { field: 'state', is: 'eq', value: 'issued' }
        : { field: 'operation', is: 'eq', value: '在营' }
    unsorted(await explain('whole', library, { filter, sort: library === 'matters' ? 'deadline' : 'name' }))
  })

  it('counting the whole stays inside an index and asks no row who may see it', async () => {
    const filter: Filter =
      library === 'matters'
        ? { field: 'state', is: 'eq', value: 'issued' }
        : { field: 'operation', is: 'eq', value: '在营' }
    const nodes = await explain('whole', library, { filter }, true)
    expect(words(nodes)).toContain('Index Only Scan')
    expect(words(nodes)).not.toContain('seen_by')
    servedBy(await explain('town', library, {}, true), 'key')
  })
})

describe('matters by unit and document', () => {
  it.each(['whole', 'town'] as const)('%s', async (reader) => {
    const actor = readerOf(reader)
    for (const [raw, column] of [
      [{ unit: String(county.units.town.id) }, 'key'],
      [{ unit: `${county.units.town.id},${county.units.shuiwu.id}` }, 'key'],
      [{ document: String(documents[1]) }, reader === 'whole' ? 'document' : /document|key/],
    ] as const) {
      const parsed = matterFields.parse({ limit: '50', ...raw })
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.fields))
      servedBy(await db.withActor(actor, (trx) => explained(() => listMatters(trx, actor, parsed.query))), column)
    }
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
    const nodes = await db.withActor(actor, (trx) => explained(() => listDocuments(trx, actor, parsed.query)))
    expect(words(nodes.slice(0, 1))).toContain('document_recent')
    unsorted(nodes.slice(0, 1))
  })
})
