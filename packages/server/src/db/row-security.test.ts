// What the app role can do with bare SQL, whatever the code above it forgets: nothing without an actor, nothing of
// another county, nothing beyond the rights in grants.ts.
import { columnNames, type Field } from '@yipanqi/model/libraries/index.ts'
import { libraries } from '@yipanqi/model/libraries/definitions/index.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testCounty, testHouse, type TestCounty } from '../testing/harness.ts'
import { leaveTraces } from '../testing/record-rows.ts'
import { openOwner, type Owner } from '../testing/snapshot.ts'
import { stageDocument, troupeOf, uploadFile } from '../testing/stage.ts'
import { systemActor, type Actor } from './actor.ts'
import { functions, grants } from './grants.ts'

const rights = ['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger'] as const
const closed = ['credential', 'session', 'login_failure', 'login_known']

let house: Awaited<ReturnType<typeof testHouse>>
let owner: Owner
let mine: TestCounty
let theirs: TestCounty
let app: string
let tables: string[]
let dispatcher: Actor

beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
  mine = await testCounty(house)
  theirs = await testCounty(house)
  for (const county of [mine, theirs]) {
    const troupe = await troupeOf(house, county)
    const document = await stageDocument(troupe, '行级', 'issued')
    await leaveTraces(troupe, owner, '行级', document.matters[0]?.id ?? 0)
    await uploadFile(troupe.fagai, county.code)
    await troupe.office.post(
      '/documents',
      { text: '要抓好落实。', scope: 'internal', declarer: '陈' },
      { 'Idempotency-Key': 'k' },
    )
  }
  for (const county of [mine, theirs]) await fillLibraries(county)
  const { rows } = await house.db.pool.query<{ me: string }>('select current_user::text as me')
  app = rows[0]?.me ?? ''
  tables = (
    await owner.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
    )
  ).map((r) => r.name)
  const [account] = await owner.query<{ id: string; unit: string }>('select id, unit from account where name = $1', [
    mine.people.dispatcher,
  ])
  dispatcher = {
    county: mine.code,
    account: Number(account?.id),
    unit: Number(account?.unit),
    post: 'dispatcher',
    scope: 'all',
    keys: [],
    libraries: [],
    enterprise: null,
    request: 'test',
  }
})
afterAll(async () => {
  await owner.close()
  await house.close()
})

const codeOf = (table: string) => (table === 'county' ? 'code' : 'county')
const granted = () => Object.keys(grants).filter((t) => tables.includes(t))
// Without a county, and nobody's secret.
const common = ['audit_era', 'library_table', 'schema_migration']
const secured = () => granted().filter((t) => !common.includes(t))

// What no test data fills; every library's table, its narrow copy and its sums are filled by fillLibraries.
const unfilled = new Set([
  'audit_seal',
  'file_use',
  'library_view',
  'code_table',
  'code_name',
  'library_setting',
  'unit_name',
  'unit_heir',
  'unit_change',
  'hand_over',
  'second_factor',
  'recovery_code',
  'library_import',
  'import_row',
  'import_chunk',
  'library_export',
  'own_library',
  'own_proposal',
  'own_objection',
  'own_record',
  'own_record_seen',
  'own_extra',
  'leader_term',
  'lesson',
])

/** One record in each library of a county, seen by one unit. */
async function fillLibraries(county: TestCounty): Promise<void> {
  for (const library of libraries.filter((l) => !l.handmade)) {
    const units = library.audience.units.map((name) => columnNames(name, library.fields[name] as Field)[0] as string)
    const columns = ['county', ...units, ...(library.ladder ? ['stage', 'stage_since'] : [])]
    const values = [
      `'${county.code}'`,
      ...units.map(() => String(county.units.office.id)),
      ...(library.ladder ? [`'${library.ladder.stages[0]?.id}'`, `'2026-01-01'`] : []),
    ]
    if (units.length === 0) unfilled.add(`${library.table}_seen`)
    await owner.query(`insert into ${library.table} (${columns.join()}) values (${values.join()})`)
  }
}

describe('rights', () => {
  it('are exactly those of grants.ts; nobody may truncate', async () => {
    const found: Record<string, string> = {}
    for (const table of tables) {
      const [row] = await owner.query<Record<string, boolean>>(
        `select ${rights.map((r) => `has_table_privilege($1, $2, '${r}') as "${r}"`).join()}`,
        [app, table],
      )
      const held = rights.filter((r) => row?.[r])
      if (held.length > 0) found[table] = held.join(', ')
    }
    expect(found).toEqual(Object.fromEntries(granted().map((t) => [t, grants[t]])))
  })

  it('do not reach passwords, sessions and failures', async () => {
    for (const table of closed) {
      await expect(house.db.pool.query(`select 1 from ${table}`), table).rejects.toMatchObject({ code: '42501' })
      await expect(
        house.db.withActor(systemActor(mine.code, 'test'), (trx) => sql`delete from ${sql.table(table)}`.execute(trx)),
        table,
      ).rejects.toMatchObject({ code: '42501' })
    }
  })

  it('reach no function with the power of its owner but those listed', async () => {
    const found = await owner.query<{ name: string }>(
      `select p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' as name from pg_proc p
       join pg_namespace n on n.oid = p.pronamespace
       where n.nspname = 'public' and p.prosecdef and has_function_privilege($1, p.oid, 'execute')`,
      [app],
    )
    const bare = (name: string) => name.slice(0, name.indexOf('('))
    expect(found.map((f) => bare(f.name)).sort()).toEqual(functions.map(bare).sort())
  })

  it('make nothing: no tables, no roles, no superuser', async () => {
    for (const text of [
      'create table mine (id int)',
      'create schema mine',
      'create role mine',
      'alter table matter disable row level security',
      'set session authorization postgres',
      `copy matter to program 'cat'`,
    ])
      await expect(house.db.pool.query(text), text).rejects.toMatchObject({ code: '42501' })
  })

  it('leave the history alone: events and audit are only added to', async () => {
    for (const text of [
      `update event set text = 'x'`,
      'delete from event',
      'delete from audit',
      `insert into audit (county, era, xid, at, tbl, op, row_key) values ('${mine.code}', 1, 1, now(), 'matter', 'U', '1')`,
      'update audit_seal set number = 2',
      'delete from matter',
      'delete from document',
      'delete from file',
    ])
      await expect(
        house.db.withActor(dispatcher, (trx) => sql.raw(text).execute(trx)),
        text,
      ).rejects.toMatchObject({ code: '42501' })
  })
})

describe('row security', () => {
  it('is on for every table that holds a county', async () => {
    const open = await owner.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relrowsecurity order by 1`,
    )
    expect(open.map((r) => r.name)).toEqual(common)
  })

  it('shows no row of any table without an actor', async () => {
    for (const table of secured()) {
      const [there] = await owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)
      const { rows } = await house.db.pool.query<{ n: number }>(`select count(*) as n from ${table}`)
      expect([table, Number(rows[0]?.n)]).toEqual([table, 0])
      // Proof that the test looks at something.
      if (!unfilled.has(table)) expect([table, there?.n]).not.toEqual([table, 0])
    }
  })

  it('forgets the actor when the transaction ends', async () => {
    await house.db.withActor(dispatcher, (trx) => trx.selectFrom('matter').select('id').execute())
    for (let i = 0; i < 8; i += 1) {
      const { rows } = await house.db.pool.query(`select count(*) as n from matter`)
      expect(Number((rows[0] as { n: number }).n)).toBe(0)
    }
  })

  it('shows a county nothing of another, whatever is asked', async () => {
    await house.db.withActor(dispatcher, async (trx) => {
      for (const table of secured()) {
        const { rows } = await sql<{ county: string }>`
          select distinct ${sql.ref(codeOf(table))} as county from ${sql.table(table)}`.execute(trx)
        expect([table, rows.filter((r) => r.county !== mine.code)]).toEqual([table, []])
      }
    })
  })

  it('lets nobody change, delete or add rows of another county', async () => {
    const before = await owner.snapshot(theirs.code)
    for (const table of secured()) {
      const key = codeOf(table)
      for (const right of ['update', 'delete'] as const) {
        if (!grants[table]?.includes(right)) continue
        const text =
          right === 'update'
            ? `update ${table} set ${key} = ${key} where ${key} = '${theirs.code}'`
            : `delete from ${table} where ${key} = '${theirs.code}'`
        const { numAffectedRows } = await house.db.withActor(dispatcher, (trx) => sql.raw(text).execute(trx))
        expect([text, numAffectedRows]).toEqual([text, 0n])
      }
    }
    const smuggled = [
      `insert into unit (county, code, name, short, kind) values ('${theirs.code}', 'x', 'x', 'x', '政府')`,
      `insert into event (county, action) values ('${theirs.code}', 'report')`,
      `insert into counter (county, name) values ('${theirs.code}', 'x')`,
      `insert into library_view (county, library, account, name, query) values ('${theirs.code}', 'matters', 1, 'x', '{}')`,
      `update unit set county = '${theirs.code}'`,
      `update account set county = '${theirs.code}', unit = ${theirs.units.office.id}`,
    ]
    for (const text of smuggled)
      await expect(
        house.db.withActor(dispatcher, (trx) => sql.raw(text).execute(trx)),
        text,
      ).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|23503|YP001)$/) })
    expect(await owner.snapshot(theirs.code)).toEqual(before)
  })

  it('takes an actor without scope (三员) no matter, document, event or list', async () => {
    for (const scope of ['none', 'audit'] as const) {
      await house.db.withActor({ ...dispatcher, scope, post: 'system-admin' }, async (trx) => {
        for (const table of ['matter', 'document', 'event', 'matter_seen']) {
          const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(trx)
          expect([scope, table, rows.length]).toEqual([scope, table, 0])
        }
      })
    }
  })

  it('cannot be talked out of by a setting in a value', async () => {
    const hostile = { ...dispatcher, county: `${mine.code}',true),set_config('app.scope','system` }
    const rows = await house.db.withActor(hostile, (trx) => trx.selectFrom('matter').select('id').execute())
    expect(rows).toEqual([])
  })

  it('signs events with the name of who acts', async () => {
    const [other] = await owner.query<{ id: string }>('select id from account where name = $1', [mine.people.party])
    const text = `insert into event (county, action, account) values ('${mine.code}', 'report', ${other?.id})`
    await expect(house.db.withActor(dispatcher, (trx) => sql.raw(text).execute(trx))).rejects.toMatchObject({
      code: '42501',
    })
  })
})
