// Processor time of a server and of its database, from /proc (Linux only): on a busy machine the clock tells more about
// the neighbours than about the program.
import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** Fields of /proc/PID/stat after the name: 1 the parent; 11, 12 own user and system time; 13, 14 that of ended children. */
function stat(pid: number | string): string[] | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? null
  } catch {
    return null
  }
}

/** Milliseconds (the kernel counts in hundredths of a second). */
const sum = (fields: string[] | null, ...at: number[]): number =>
  at.reduce((total, i) => total + Number(fields?.[i] ?? 0) * 10, 0)

/** Milliseconds that a program and every backend of a postmaster, ended ones included, have used; null elsewhere. */
export function processorTime(program: number, postmaster: number): number | null {
  if (!existsSync('/proc/self/stat')) return null
  const backends = readdirSync('/proc').filter((p) => /^\d+$/.test(p) && stat(p)?.[1] === String(postmaster))
  return (
    sum(stat(program), 11, 12) +
    sum(stat(postmaster), 11, 12, 13, 14) +
    backends.reduce((total, pid) => total + sum(stat(pid), 11, 12), 0)
  )
}
