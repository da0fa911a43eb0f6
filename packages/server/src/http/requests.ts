// How many requests were answered, by class of status, and how long they took: for /metrics.

const classes = ['2xx', '3xx', '4xx', '5xx'] as const
const counts = new Map<string, number>(classes.map((c) => [c, 0]))
let milliseconds = 0

export function countRequest(status: number, ms: number): void {
  const name = `${Math.floor(status / 100)}xx`
  counts.set(name, (counts.get(name) ?? 0) + 1)
  milliseconds += ms
}

/** In Prometheus' text format. */
export function requestLines(): string {
  const lines = [...counts].map(([name, n]) => `http_requests_total{status="${name}"} ${n}\n`).join('')
  return (
    `# TYPE http_requests_total counter\n${lines}` +
    `# TYPE http_request_seconds_sum counter\nhttp_request_seconds_sum ${(milliseconds / 1000).toFixed(3)}\n`
  )
}
