import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { packageRoot } from '../package-root.ts'

/** The migration files of this program, in their order. */
export function migrationNames(folder = join(packageRoot(), 'migrations')): string[] {
  return readdirSync(folder)
    .filter((f) => f.endsWith('.sql'))
    .sort()
}

/**
 * The server does not bring an external database forward (it has no owner's rights): it refuses one that stands behind
 * the program, or before it. Throws a Chinese message that says what to run.
 */
export async function checkMigrated(pool: pg.Pool): Promise<void> {
  const wanted = migrationNames()
  const { rows: there } = await pool.query<{ table: string | null }>(`select to_regclass('schema_migration') as table`)
  const known = there[0]?.table
    ? (await pool.query<{ name: string }>('select name from schema_migration')).rows.map((r) => r.name)
    : []
  const missing = wanted.filter((name) => !known.includes(name))
  if (missing.length > 0) {
    throw new Error(
      `数据库还没有升级（缺 ${missing.join('、')}）：请先运行 migrate（设好 DATABASE_OWNER_URL，运行 npx --no-install yipanqi migrate），再启动`,
    )
  }
  const newer = known.filter((name) => !wanted.includes(name))
  if (newer.length > 0) {
    throw new Error(`数据库比程序新（多了 ${newer.join('、')}）：请先把程序升级到同一版本，再启动`)
  }
}
