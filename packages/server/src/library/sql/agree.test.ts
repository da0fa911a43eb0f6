// Definitions and the migrated database say the same: columns, types, indexes, what stands on the ground.
import { libraries } from '@yipanqi/model/libraries/definitions/index.ts'
import { extraRoom, isIndexedSlot, ownRoom, slotColumns } from '@yipanqi/model/libraries/own/slots.ts'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ownerConfig } from '../../testing/harness.ts'
import { createIndex } from './ddl-of.ts'
import { tableOf } from './table-of.ts'

let client: pg.Client
beforeAll(async () => {
  client = new pg.Client(ownerConfig())
  await client.connect()
})
afterAll(() => client.end())

async function columnsOf(table: string): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = to_regclass($1) and attnum > 0 and not attisdropped`,
    [table],
  )
  return Object.fromEntries(rows.map((r) => [r.name, r.type]))
}

async function indexesOf(table: string): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; text: string }>(
    'select indexname as name, indexdef as text from pg_indexes where tablename = $1',
    [table],
  )
  return Object.fromEntries(rows.map((r) => [r.name, r.text]))
}

/** What PostgreSQL makes of an index's text, by making it on a copy of the table. */
async function asCatalogued(table: string, texts: readonly { name: string; text: string }[]) {
  await client.query('begin')
  await client.query(`create temp table ${table} (like public.${table})`)
  for (const { name, text } of texts) await client.query(createIndex(name, text))
  const { rows } = await client.query<{ name: string; text: string }>(
    `select indexname as name, indexdef as text from pg_indexes where tablename = $1 and schemaname like 'pg_temp%'`,
    [table],
  )
  await client.query('rollback')
  return Object.fromEntries(rows.map((r) => [r.name, r.text.replace(/ON pg_temp(_\d+)?\./, 'ON public.')]))
}

const slots = slotColumns(extraRoom)
const indexedSlots = slots.filter((s) => isIndexedSlot(extraRoom, s) && !s.startsWith('x_a')).sort()

describe.each(libraries.filter((l) => !l.handmade).map((l) => [l.id, l] as const))('%s', (_, library) => {
  const spec = tableOf(library)

  it('has the columns of its definition', async () => {
    expect(await columnsOf(spec.table)).toMatchObject(Object.fromEntries(spec.columns.map((c) => [c.name, c.type])))
    expect(await columnsOf(`${spec.table}_seen`)).toMatchObject(
      Object.fromEntries(spec.seen.columns.map((c) => [c.name, c.type])),
    )
  })

  it('has the slots of a county’s additional fields, its view too', async () => {
    expect(Object.keys(await columnsOf(spec.table))).toEqual(expect.arrayContaining([...slots]))
    expect(Object.keys(await columnsOf(`${spec.table}_all`))).toEqual(expect.arrayContaining([...slots]))
  })

  it('has no column that the definition forgot', async () => {
    const own = new Set(spec.columns.map((c) => c.name))
    const extra = Object.keys(await columnsOf(spec.table)).filter((c) => !own.has(c) && !slots.includes(c))
    const ground = [
      'county',
      'created_at',
      'created_by',
      'id',
      'removed',
      'revision',
      'search',
      'search_text',
      'seen_by',
    ]
    const ladder = library.ladder ? ['stage', 'stage_since'] : []
    expect(extra.sort()).toEqual([...ground, ...ladder, 'updated_at', 'version'].sort())
  })

  it('has its indexes, and no other', async () => {
    const wanted = await asCatalogued(spec.table, spec.indexes)
    const { [`${spec.table}_pkey`]: key, ...all } = await indexesOf(spec.table)
    const isSlots = (name: string) => name.startsWith(`${spec.table}_by_x_`)
    const found = Object.fromEntries(Object.entries(all).filter(([name]) => !isSlots(name)))
    expect(
      Object.keys(all)
        .filter(isSlots)
        .map((name) => name.slice(`${spec.table}_by_`.length))
        .sort(),
    ).toEqual(indexedSlots)
    expect(key).toContain('(county, id)')
    expect(found).toEqual(wanted)
  })

  it('is laid on the ground', async () => {
    const { rows } = await client.query('select library, open from library_table where tbl = $1', [spec.table])
    expect(rows).toEqual([{ library: library.id, open: library.audience.open ?? false }])
    for (const rollup of library.rollups ?? [])
      expect(await columnsOf(`${spec.table}_roll_${rollup.id}`)).toHaveProperty('month', 'date')
  })
})

describe('own_record', () => {
  it('has the slots that definitions of counties are laid on', async () => {
    expect(Object.keys(await columnsOf('own_record'))).toEqual(expect.arrayContaining([...slotColumns(ownRoom)]))
    expect(Object.keys(await columnsOf('own_record_all'))).toEqual(expect.arrayContaining([...slotColumns(ownRoom)]))
  })

  it('has an index for each of them that says it has', async () => {
    const indexed = slotColumns(ownRoom).filter((s) => isIndexedSlot(ownRoom, s) && !/^[ap]/.test(s))
    expect(Object.keys(await indexesOf('own_record'))).toEqual(
      expect.arrayContaining(indexed.map((s) => `own_record_by_${s}`)),
    )
  })
})
