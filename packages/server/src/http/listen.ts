// The door: open, and closed in good order.
import { serve, type ServerType } from '@hono/node-server'
import type { Config } from '../config/keys.ts'
import { openStreams } from './streams.ts'

/** Throws a Chinese message when the port is taken. */
export async function listen(fetch: Parameters<typeof serve>[0]['fetch'], config: Config): Promise<ServerType> {
  return new Promise((settle, reject) => {
    const server = serve({ fetch, hostname: config.host, port: config.port }, () => settle(server))
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`端口 ${config.port} 已被占用，请用 --port 换一个（0 为任取空闲端口）`)
          : error,
      )
    })
  })
}

/** Ends the streams, lets requests in hand finish for `seconds`, then cuts what is left. A second wish cuts at once. */
export async function drain(server: ServerType, seconds: number, hurry: Promise<void>): Promise<void> {
  const cut = () => 'closeAllConnections' in server && server.closeAllConnections()
  const timer = setTimeout(cut, seconds * 1000)
  void hurry.then(cut)
  const closed = new Promise<void>((settle) => server.close(() => settle()))
  openStreams.endAll()
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  await closed
  clearTimeout(timer)
}
