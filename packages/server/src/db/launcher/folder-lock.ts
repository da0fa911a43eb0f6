import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Longer than any start: a lock this old was left behind by a machine that went down. */
const staleAfter = 120_000

/**
 * One process a time starts or stops the database of a folder: two first starts must not both make a cluster, and a
 * command that ends must not stop what another has just adopted. Held for seconds only; serving holds no file.
 */
export async function withFolderLock<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, 'starting.lock')
  while (!take(file)) {
    const left = staleLock(file)
    if (left === null) await wait(30)
    else discard(file, left)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function take(file: string): boolean {
  try {
    const handle = openSync(file, 'wx', 0o600)
    writeSync(handle, `${process.pid} ${bornAt(process.pid)}`)
    closeSync(handle)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** What stands in a lock whose process is no more (or whose number another program has by now), null otherwise. */
function staleLock(file: string): string | null {
  try {
    const content = readFileSync(file, 'utf8')
    const [pid = 0, born] = content.split(' ').map(Number)
    // Empty: its maker is between making and writing.
    const gone = pid > 0 && bornAt(pid) !== born
    return gone || Date.now() - statSync(file).mtimeMs > staleAfter ? content : null
  } catch {
    return null
  }
}

/** Removes that lock and no other: one that somebody took since is put back. */
function discard(file: string, content: string): void {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
    if (readFileSync(aside, 'utf8') === content) rmSync(aside)
    else renameSync(aside, file)
  } catch {
    // Somebody else discarded it.
  }
}

/** When a process began, in the kernel's ticks; 0 where nobody has the number or the system does not tell. */
function bornAt(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19])
  } catch {
    return 0
  }
}
