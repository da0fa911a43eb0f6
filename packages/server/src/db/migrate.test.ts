import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../package-root.ts'
import { migrationNames } from './check-migrated.ts'
import { migrate } from './migrate.ts'
import { refusePower } from './refuse-power.ts'
import { scratchCluster, scratchRoles, type ScratchCluster } from './testing/scratch-cluster.ts'

let cluster: ScratchCluster
let folder: string
let made = 0

beforeAll(async () => {
  cluster = await scratchCluster()
  folder = mkdtempSync(join(tmpdir(), 'yipanqi-migrations-'))
  cpSync(join(packageRoot(), 'migrations'), folder, { recursive: true })
})
afterAll(async () => {
  await cluster.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A database of the cluster's owner with nothing in it. */
async function freshDatabase(): Promise<pg.PoolConfig> {
  made += 1
  const admin = new pg.Client({ ...cluster.embedded.superuser, database: 'postgres' })
  await admin.connect()
  await admin.query(`create database fresh${made} owner yipanqi_owner template template0`)
  await admin.end()
  return { ...cluster.embedded.owner, database: `fresh${made}` }
}

async function ask<R extends pg.QueryResultRow>(config: pg.PoolConfig, text: string): Promise<R[]> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return (await client.query<R>(text)).rows
  } finally {
    await client.end()
  }
}

/** Every table, column, function and policy, in one text: what "as it was" means. */
async function shapeOf(config: pg.PoolConfig): Promise<string> {
  const rows = await ask<{ line: string }>(
    config,
    `select table_name || '.' || column_name || ' ' || data_type as line from information_schema.columns where table_schema = 'public'
     union all select proname || ' ' || md5(prosrc) from pg_proc where pronamespace = 'public'::regnamespace
     union all select tablename || ' ' || policyname || coalesce(qual, '') from pg_policies
     union all select 'applied ' || name || digest from schema_migration
     order by 1`,
  )
  return rows.map((r) => r.line).join('\n')
}

const tryAs = async (config: pg.PoolConfig) => {
  const pool = new pg.Pool({ ...config, max: 1 })
  try {
    await refusePower(pool)
  } finally {
    await pool.end()
  }
}

describe('migrate', () => {
  it('from nothing to the last file, then nothing more', async () => {
    const database = await freshDatabase()
    expect(await migrate(database, scratchRoles)).toEqual({
      applied: migrationNames(),
      current: migrationNames().at(-1),
    })
    const shape = await shapeOf(database)
    expect(await migrate(database, scratchRoles)).toMatchObject({ applied: [] })
    expect(await shapeOf(database)).toBe(shape)
  })

  it('three at once on an empty database: each file once', async () => {
    const database = await freshDatabase()
    const results = await Promise.all([1, 2, 3].map(() => migrate(database, scratchRoles)))
    expect(results.flatMap((r) => r.applied).sort()).toEqual(migrationNames())
  })

  it('refuses a file that changed after it was applied, and changes nothing', async () => {
    const database = await freshDatabase()
    await migrate(database, scratchRoles, folder)
    const shape = await shapeOf(database)
    const first = join(folder, migrationNames()[0] ?? '')
    const text = readFileSync(first, 'utf8')
    writeFileSync(first, `${text}\n-- a word more\n`)
    writeFileSync(join(folder, '9998_later.sql'), 'create table later (id int);')
    await expect(migrate(database, scratchRoles, folder)).rejects.toThrow('文件却被改动')
    expect(await shapeOf(database)).toBe(shape)
    writeFileSync(first, text)
    rmSync(join(folder, '9998_later.sql'))
  })

  it('a file that fails half-way leaves the database as it was; mended, it goes on from there', async () => {
    const database = await freshDatabase()
    await migrate(database, scratchRoles, folder)
    const shape = await shapeOf(database)
    const bad = join(folder, '9999_half.sql')
    writeFileSync(bad, 'create table half (id int); alter table matter add column half int; select 1 / 0;')
    await expect(migrate(database, scratchRoles, folder)).rejects.toThrow(/9999_half\.sql 没有成功，数据库保持原样/)
    expect(await shapeOf(database)).toBe(shape)
    writeFileSync(bad, 'create table half (id int);')
    expect(await migrate(database, scratchRoles, folder)).toEqual({
      applied: ['9999_half.sql'],
      current: '9999_half.sql',
    })
    rmSync(bad)
  })

  it('lays the rights anew: what somebody granted by hand is gone', async () => {
    const database = await freshDatabase()
    await migrate(database, scratchRoles)
    await ask(database, 'grant delete on matter, event to yipanqi_app')
    await migrate(database, scratchRoles)
    const [row] = await ask<{ matter: boolean; event: boolean; fresh: boolean }>(
      database,
      `select has_table_privilege('yipanqi_app', 'matter', 'delete') as matter, has_table_privilege('yipanqi_app', 'event', 'delete') as event,
              has_schema_privilege('yipanqi_app', 'public', 'create') as fresh`,
    )
    expect(row).toEqual({ matter: false, event: false, fresh: false })
  })
})

describe('an external server as docs/operations/running.md sets it up', () => {
  it('takes the page’s SQL; the owner migrates, the app role passes, the reader reads', async () => {
    const page = readFileSync(new URL('../../../../docs/operations/running.md', import.meta.url), 'utf8')
    const statements = (/```sql\n([\s\S]*?)```/.exec(page)?.[1] ?? '').replaceAll('yipanqi', 'paper').trim().split('\n')
    expect(statements).toHaveLength(4)
    for (const statement of statements) await ask({ ...cluster.embedded.superuser, database: 'postgres' }, statement)
    const as = (user: string, password: string) => ({ ...cluster.embedded.app, database: 'paper', user, password })
    const { applied } = await migrate(as('paper_owner', '属主密码'), { app: 'paper_app', reader: 'paper_reader' })
    expect(applied).toEqual(migrationNames())
    await expect(tryAs(as('paper_app', '应用密码'))).resolves.toBeUndefined()
    expect(await ask(as('paper_reader', '只读密码'), 'select * from matter')).toEqual([])
    await expect(ask(as('paper_reader', '只读密码'), `delete from matter`)).rejects.toMatchObject({ code: '42501' })
    await expect(ask(as('paper_reader', '只读密码'), 'select * from subject_key')).rejects.toMatchObject({
      code: '42501',
    })
  })
})

describe('refusePower', () => {
  it('lets the app role pass, and nobody stronger', async () => {
    const { app, owner, superuser } = cluster.embedded
    await expect(tryAs(app)).resolves.toBeUndefined()
    await expect(tryAs(owner)).rejects.toThrow('表的属主')
    await expect(tryAs(superuser)).rejects.toThrow('超级用户')
    await ask(superuser, `create role passer login bypassrls password 'p'`)
    await expect(tryAs({ ...app, user: 'passer', password: 'p' })).rejects.toThrow('BYPASSRLS')
    await ask(superuser, `create role heir login password 'p' in role yipanqi_owner`)
    await expect(tryAs({ ...app, user: 'heir', password: 'p' })).rejects.toThrow('表的属主')
    await ask(superuser, 'drop role heir; drop role passer')
  })
})
