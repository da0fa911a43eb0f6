// The types that Kysely trusts, held against the migrated database: read from schema.ts itself, so that no second list
// can agree with one and forget the other.
import { readFileSync } from 'node:fs'
import { libraries } from '@yipanqi/model/libraries/definitions/index.ts'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ownerConfig } from '../testing/harness.ts'

interface Field {
  readonly name: string
  readonly type: string
}

const source = ['schema.ts', 'schema-library.ts', 'schema-lexicon.ts']
  .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
  .join('\n')

function fieldsOf(name: string): Field[] {
  const body = new RegExp(`export interface ${name} \\{\\n([^}]*)\\n\\}`).exec(source)?.[1]
  if (body === undefined) throw new Error(`no interface ${name}`)
  return body.split('\n').map((line) => {
    const [, field, type] = /^ {2}(\w+)\??: (.+)$/.exec(line) ?? []
    if (!field || !type) throw new Error(`not understood: ${line}`)
    return { name: field, type }
  })
}

/** Reached by functions or by the owner alone: Kysely never names them. */
const unnamed = [
  'audit_era',
  'credential',
  'login_failure',
  'login_known',
  'recovery_code',
  'schema_migration',
  'second_factor',
  'session',
]

interface Column {
  readonly name: string
  readonly nullable: boolean
  readonly given: boolean
  readonly type: string
}

let client: pg.Client
beforeAll(async () => {
  client = new pg.Client(ownerConfig())
  await client.connect()
})
afterAll(() => client.end())

async function columnsOf(table: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select column_name as name, is_nullable = 'YES' as nullable, data_type as type,
            column_default is not null or is_identity = 'YES' as given
     from information_schema.columns where table_schema = 'public' and table_name = $1`,
    [table],
  )
  return rows
}

/** What a column arrives as (see types.ts). */
function arrivesAs(column: string): RegExp {
  if (['integer', 'bigint', 'numeric', 'smallint'].includes(column)) return /^(number|Id)$/
  if (column === 'boolean') return /^boolean$/
  if (column === 'bytea') return /^Buffer$/
  if (column === 'jsonb') return /^(Json<.+>|Record<.+>)$/
  if (column === 'ARRAY') return /^number\[\]$/
  if (column === 'date' || column.startsWith('timestamp')) return /^string$/
  // Text, or a union of words that a check or the model narrows it to.
  return /^(string|[A-Z]\w+|.*'.+')( \| .+)*$/
}

it('names every table of the database', async () => {
  const { rows } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const named = fieldsOf('Database').map((f) => f.name)
  // A library's own tables are held against its definition by agree.test.ts.
  const made = libraries
    .filter((l) => !l.handmade)
    .flatMap((l) => [l.table, `${l.table}_seen`, ...(l.rollups ?? []).map((r) => `${l.table}_roll_${r.id}`)])
  // Its slots are held by the same test.
  const own = ['own_record', 'own_record_seen']
  expect([...named, ...unnamed, ...made, ...own].sort()).toEqual(rows.map((r) => r.name))
})

it.each(fieldsOf('Database').map((f) => [f.name, f.type]))(
  '%s agrees: columns, null, defaults, types',
  async (table, type) => {
    const fields = new Map(fieldsOf(type).map((f) => [f.name, f.type]))
    const columns = await columnsOf(table)
    expect([...fields.keys()].sort()).toEqual(columns.map((c) => c.name).sort())
    for (const column of columns) {
      const written = fields.get(column.name) ?? ''
      const where = `${table}.${column.name}: ${written}`
      expect(written.endsWith('| null'), `${where} null`).toBe(column.nullable)
      const generated = written === 'Id' || written.startsWith('Generated<')
      if (generated) expect(column.given, `${where} has a default`).toBe(true)
      const bare = written.replace(/ \| null$/, '').replace(/^Generated<(.+)>$/, '$1')
      expect(bare, `${where} is ${column.type}`).toMatch(arrivesAs(column.type))
    }
  },
)
