import { existsSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A postmaster killed hard may stay as a zombie until its parent reaps it (never, in a container whose first process
 * does not): PostgreSQL takes its number for alive and refuses to start. The pid file goes when no process at all works
 * in the cluster any more — every process of PostgreSQL stands in that folder, and a zombie stands nowhere.
 */
export function clearStalePid(cluster: string): void {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file) || !existsSync('/proc/self')) return
  const folder = realpathSync(cluster)
  if (!readdirSync('/proc').some((entry) => /^\d+$/.test(entry) && standsIn(entry, folder)))
    rmSync(file, { force: true })
}

function standsIn(pid: string, cluster: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster
  } catch {
    return false
  }
}
