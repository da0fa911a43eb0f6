// Numbers for the operator's monitoring, on a port of their own, on this machine only.
import { createServer } from 'node:http'
import type { House } from '../house.ts'

export async function serveMetrics(house: House): Promise<{ close(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4' }).end(render(house))
  })
  await new Promise<void>((settle, reject) => {
    server.once('error', reject)
    server.listen(house.config.metricsPort, '127.0.0.1', () => settle())
  })
  return { close: () => new Promise((settle) => server.close(() => settle())) }
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
  ]
  return rows.map(([name, type, value]) => `# TYPE ${name} ${type}\n${name} ${value}\n`).join('')
}
