// How many requests this process answered, by class of status, and how long they took.

export interface RequestCounts {
  readonly byClass: Readonly<Record<string, number>>
  readonly milliseconds: number
}

const classes = ['2xx', '3xx', '4xx', '5xx'] as const
const counts = new Map<string, number>(classes.map((c) => [c, 0]))
let milliseconds = 0

export function countRequest(status: number, ms: number): void {
  const name = `${Math.floor(status / 100)}xx`
  counts.set(name, (counts.get(name) ?? 0) + 1)
  milliseconds += ms
}

export const requestCounts = (): RequestCounts => ({ byClass: Object.fromEntries(counts), milliseconds })
