import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { getConstructionPlans } from 'pg-boss'
import { packageRoot } from '../package-root.ts'
import { migrationNames } from './check-migrated.ts'
import { functions, grants, policyFunctions } from './grants.ts'

export interface MigrationResult {
  readonly applied: string[]
  readonly current: string
}

/** The app role that serves; the reader role sees the same rows and changes nothing. */
export interface RoleNames {
  readonly app: string
  readonly reader: string
}

/**
 * Brings the database forward, as its owner. Each file is one transaction; a file that changed after it was applied is
 * refused; two processes at once wait for one another.
 */
export async function migrate(
  owner: pg.PoolConfig,
  roles: RoleNames,
  folder = join(packageRoot(), 'migrations'),
): Promise<MigrationResult> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query('set client_min_messages = warning')
    await client.query("select pg_advisory_lock(hashtext('yipanqi.migrate'))")
    await client.query(
      'create table if not exists schema_migration (name text primary key, digest text not null, at timestamptz not null default now())',
    )
    const applied = await applyFiles(client, folder)
    await ensureJobs(client)
    await applyGrants(client, roles)
    const last = await client.query<{ name: string }>('select name from schema_migration order by name desc limit 1')
    return { applied, current: last.rows[0]?.name ?? '' }
  } finally {
    await client.end()
  }
}

async function applyFiles(client: pg.Client, folder: string): Promise<string[]> {
  const known = await client.query<{ name: string; digest: string }>('select name, digest from schema_migration')
  const digests = new Map(known.rows.map((r) => [r.name, r.digest]))
  const applied: string[] = []
  for (const name of migrationNames(folder)) {
    const sql = readFileSync(join(folder, name), 'utf8')
    const digest = createHash('sm3').update(sql).digest('hex')
    const before = digests.get(name)
    if (before === digest) continue
    if (before) throw new Error(`迁移 ${name} 已经执行过，文件却被改动了；请恢复原文件，另写一个新的迁移`)
    await client.query('begin')
    try {
      await client.query(sql)
      await client.query('insert into schema_migration (name, digest) values ($1, $2)', [name, digest])
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw new Error(`迁移 ${name} 没有成功，数据库保持原样：${(error as Error).message}`, { cause: error })
    }
    applied.push(name)
  }
  return applied
}

/** The job tables belong to the owner; the app role only works with them. */
async function ensureJobs(client: pg.Client): Promise<void> {
  const there = await client.query("select 1 from pg_namespace where nspname = 'pgboss'")
  if (there.rowCount === 0) await client.query(getConstructionPlans('pgboss'))
}

async function applyGrants(client: pg.Client, roles: RoleNames): Promise<void> {
  const app = client.escapeIdentifier(roles.app)
  const reader = client.escapeIdentifier(roles.reader)
  const readerThere = (await client.query('select 1 from pg_roles where rolname = $1', [roles.reader])).rowCount
  const lines = [
    'revoke all on all tables in schema public from public',
    'revoke all on all functions in schema public from public',
    `revoke all on all tables in schema public from ${app}`,
    `grant usage on schema public, pgboss to ${app}`,
    ...Object.entries(grants).map(([table, rights]) => `grant ${rights} on ${table} to ${app}`),
    `grant usage on all sequences in schema public to ${app}`,
    ...functions.map((f) => `grant execute on function ${f} to ${app}`),
    `grant execute on function ${policyFunctions.join(', ')} to ${app}`,
    `grant select, insert, update, delete on all tables in schema pgboss to ${app}`,
    `grant execute on all functions in schema pgboss to ${app}`,
  ]
  if (readerThere) {
    lines.push(
      `grant usage on schema public to ${reader}`,
      ...Object.entries(grants)
        .filter(([table]) => !['subject_key', 'idempotency', 'account'].includes(table))
        .map(([table]) => `grant select on ${table} to ${reader}`),
      `grant execute on function ${policyFunctions.join(', ')} to ${reader}`,
    )
  }
  await client.query('begin')
  await client.query(lines.join(';\n'))
  await client.query('commit')
}
