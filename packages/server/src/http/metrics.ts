// Numbers for the operator's monitoring, on a port of their own, on this machine only.
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { House } from '../house.ts'
import { isReady } from './health.ts'
import { requestLines } from './requests.ts'
import { openStreams } from './streams.ts'

export interface Metrics {
  /** Where it is read: `http://127.0.0.1:PORT/metrics`. */
  readonly address: string
  close(): Promise<void>
}

/** Serves `/metrics`, `/health` and `/ready`. Throws a Chinese message when the port is taken. */
export async function serveMetrics(house: House): Promise<Metrics> {
  const port = house.config.metricsPort
  const server = createServer((request, response) => void answer(house, request.url ?? '', response))
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

async function answer(house: House, url: string, response: ServerResponse): Promise<void> {
  const send = (status: number, type: string, body: string) =>
    response.writeHead(status, { 'Content-Type': type }).end(body)
  if (url === '/metrics') return void send(200, 'text/plain; version=0.0.4', render(house))
  if (url === '/health') return void send(200, 'application/json', '{"status":"ok"}')
  if (url !== '/ready') return void send(404, 'text/plain', '')
  const ready = await isReady(house)
  send(ready ? 200 : 503, 'application/json', JSON.stringify({ status: ready ? 'ok' : 'starting' }))
}

function render(house: House): string {
  const memory = process.memoryUsage()
  const { pool } = house.db
  const rows: [string, string, number][] = [
    ['process_uptime_seconds', 'gauge', process.uptime()],
    ['process_resident_memory_bytes', 'gauge', memory.rss],
    ['nodejs_heap_used_bytes', 'gauge', memory.heapUsed],
    ['yipanqi_db_connections', 'gauge', pool.totalCount],
    ['yipanqi_db_connections_idle', 'gauge', pool.idleCount],
    ['yipanqi_db_waiting', 'gauge', pool.waitingCount],
    ['yipanqi_live_streams', 'gauge', openStreams.count()],
  ]
  return rows.map(([name, type, value]) => `# TYPE ${name} ${type}\n${name} ${value}\n`).join('') + requestLines()
}
