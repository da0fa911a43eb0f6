import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { clearStalePid } from './clear-stale-pid.ts'

it.skipIf(!existsSync('/proc/self'))(
  'the pid file stays while a process stands in the cluster, and goes afterwards',
  async () => {
    const cluster = mkdtempSync(join(tmpdir(), 'yipanqi-stale-'))
    const file = join(cluster, 'postmaster.pid')
    writeFileSync(file, '1\n')
    const child = spawn('sleep', ['30'], { cwd: cluster })
    await once(child, 'spawn')
    clearStalePid(cluster)
    expect(existsSync(file)).toBe(true)
    child.kill('SIGKILL')
    await once(child, 'exit')
    clearStalePid(cluster)
    expect(existsSync(file)).toBe(false)
    rmSync(cluster, { recursive: true })
  },
)
