import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from 'pg'
import { packageRoot } from '../../package-root.ts'
import { BackupError } from './backup-error.ts'
import { quoted } from './catalog.ts'
import type { Manifest } from './manifest.ts'

/** Rows that a migration lays itself; the archive brings its own. */
const ownRows = ['schema_migration', 'audit_era', 'library_table']

/**
 * Inside the restoring transaction: brings an empty database to the archive's migration, or makes sure that a migrated
 * one stands exactly there and holds nothing. Throws {@link BackupError} `not-empty` or `other-version`.
 */
export async function prepareSchema(client: Client, manifest: Manifest): Promise<void> {
  const tables = await client.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1",
  )
  const names = tables.rows.map((t) => t.name)
  if (names.length === 0) await layMigrations(client, manifest)
  else if (names.includes('schema_migration')) await checkFresh(client, manifest, names)
  else throw new BackupError('not-empty', `目标数据库里有别的表（${names.slice(0, 3).join('、')}…），请换一个空数据库`)
  for (const table of ownRows) await client.query(`delete from public.${quoted(table)}`)
}

async function layMigrations(client: Client, manifest: Manifest): Promise<void> {
  await client.query(
    'create table schema_migration (name text primary key, digest text not null, at timestamptz not null default now())',
  )
  for (const { name, digest } of manifest.migrations) {
    const file = join(packageRoot(), 'migrations', name)
    const sql = /^[0-9A-Za-z_.-]+$/.test(name) && existsSync(file) ? readFileSync(file, 'utf8') : null
    if (sql === null || createHash('sm3').update(sql).digest('hex') !== digest) {
      throw new BackupError(
        'other-version',
        `备份出自别的版本：本程序没有同样的迁移 ${name}，请用备份时的版本或更新的版本`,
      )
    }
    await client.query(sql)
  }
}

async function checkFresh(client: Client, manifest: Manifest, names: readonly string[]): Promise<void> {
  // Data first: of two reasons this is the one that the operator must hear.
  for (const name of names.filter((n) => !ownRows.includes(n))) {
    const held = await client.query(`select 1 from public.${quoted(name)} limit 1`)
    if (held.rowCount) throw new BackupError('not-empty', `目标数据库不是空的（表 ${name} 有数据），没有恢复任何内容`)
  }
  const known = await client.query<{ name: string; digest: string }>(
    'select name, digest from schema_migration order by name',
  )
  if (JSON.stringify(known.rows) !== JSON.stringify(manifest.migrations)) {
    throw new BackupError(
      'other-version',
      '目标数据库已迁移到与备份不同的版本，请换一个全空的数据库，恢复后会自动迁移到最新',
    )
  }
}
