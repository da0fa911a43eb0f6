// Numbers for the operator's monitoring, on a port of their own, on this machine only.
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { House } from '../house.ts'
import { isReady } from './health.ts'
import { numbersHere, sumOf, type Numbers } from './numbers.ts'

export interface Metrics {
  /** Where it is read: `http://127.0.0.1:PORT/metrics`. */
  readonly address: string
  close(): Promise<void>
}

/**
 * Serves `/metrics`, `/health` and `/ready`. Throws a Chinese message when the port is taken.
 * @param others Numbers of the processes that answer the web: they are added to this one's.
 */
export async function serveMetrics(house: House, others: () => Promise<readonly Numbers[]>): Promise<Metrics> {
  const port = house.config.metricsPort
  const server = createServer((request, response) => void answer(house, others, request.url ?? '', response))
  await new Promise<void>((settle, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`指标端口 ${port} 已被占用，请换 YIPANQI_METRICS_PORT`) : error),
    )
    server.listen(port, '127.0.0.1', () => settle())
  })
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`,
    close: () =>
      new Promise((settle) => {
        server.close(() => settle())
        server.closeAllConnections()
      }),
  }
}

async function answer(
  house: House,
  others: () => Promise<readonly Numbers[]>,
  url: string,
  response: ServerResponse,
): Promise<void> {
  const send = (status: number, type: string, body: string) =>
    response.writeHead(status, { 'Content-Type': type }).end(body)
  if (url === '/metrics')
    return void send(200, 'text/plain; version=0.0.4', render(sumOf([numbersHere(house.db.pool), ...(await others())])))
  if (url === '/health') return void send(200, 'application/json', '{"status":"ok"}')
  if (url !== '/ready') return void send(404, 'text/plain', '')
  const ready = await isReady(house)
  send(ready ? 200 : 503, 'application/json', JSON.stringify({ status: ready ? 'ok' : 'starting' }))
}

/** In Prometheus' text format. */
function render(numbers: Numbers): string {
  const { byClass, milliseconds } = numbers.requests
  const gauges: [string, number][] = [
    ['process_uptime_seconds', process.uptime()],
    ['process_resident_memory_bytes', numbers.memory],
    ['nodejs_heap_used_bytes', numbers.heap],
    ['yipanqi_db_connections', numbers.connections],
    ['yipanqi_db_connections_idle', numbers.idle],
    ['yipanqi_db_waiting', numbers.waiting],
    ['yipanqi_live_streams', numbers.streams],
    ['yipanqi_imports_in_hand', numbers.imports],
  ]
  return [
    ...gauges.map(([name, value]) => `# TYPE ${name} gauge\n${name} ${value}\n`),
    '# TYPE http_requests_total counter\n',
    ...Object.entries(byClass).map(([name, n]) => `http_requests_total{status="${name}"} ${n}\n`),
    `# TYPE http_request_seconds_sum counter\nhttp_request_seconds_sum ${(milliseconds / 1000).toFixed(3)}\n`,
  ].join('')
}
