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

/** Milliseconds that a program and a postmaster, each with its children, ended ones included, have used; null elsewhere. */
export function processorTime(program: number, postmaster: number): number | null {
  if (!existsSync('/proc/self/stat')) return null
  const parents = [program, postmaster].filter((pid) => pid > 0)
  // A postmaster is the program's child where the program started it, and no process counts twice.
  const tree = new Set(parents.map(String))
  for (const pid of readdirSync('/proc'))
    if (/^\d+$/.test(pid) && parents.map(String).includes(stat(pid)?.[1] ?? '')) tree.add(pid)
  return (
    [...tree].reduce((total, pid) => total + sum(stat(pid), 11, 12), 0) +
    parents.reduce((total, pid) => total + sum(stat(pid), 13, 14), 0)
  )
}
