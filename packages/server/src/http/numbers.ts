// Numbers of one process, and the sum of several: for /metrics.
import type pg from 'pg'
import { importsInHand } from '../library/import/run.ts'
import { requestCounts, type RequestCounts } from './requests.ts'
import { openStreams } from './streams.ts'

export interface Numbers {
  /** Bytes. */
  readonly memory: number
  readonly heap: number
  readonly connections: number
  readonly idle: number
  readonly waiting: number
  readonly streams: number
  readonly imports: number
  readonly requests: RequestCounts
}

export function numbersHere(pool: pg.Pool): Numbers {
  const { rss, heapUsed } = process.memoryUsage()
  return {
    memory: rss,
    heap: heapUsed,
    connections: pool.totalCount,
    idle: pool.idleCount,
    waiting: pool.waitingCount,
    streams: openStreams.count(),
    imports: importsInHand(),
    requests: requestCounts(),
  }
}

export function sumOf(all: readonly Numbers[]): Numbers {
  const total = (of: (n: Numbers) => number) => all.reduce((sum, n) => sum + of(n), 0)
  const classes = [...new Set(all.flatMap((n) => Object.keys(n.requests.byClass)))]
  return {
    memory: total((n) => n.memory),
    heap: total((n) => n.heap),
    connections: total((n) => n.connections),
    idle: total((n) => n.idle),
    waiting: total((n) => n.waiting),
    streams: total((n) => n.streams),
    imports: total((n) => n.imports),
    requests: {
      byClass: Object.fromEntries(classes.map((c) => [c, total((n) => n.requests.byClass[c] ?? 0)])),
      milliseconds: total((n) => n.requests.milliseconds),
    },
  }
}
