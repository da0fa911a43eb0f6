import { serve, type ServerType } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import type { Config } from '../config/keys.ts'
import { refusePower } from '../db/refuse-power.ts'
import { closeHouse, migrateGround, openGround, openHouse, type Ground } from '../ground.ts'
import type { House } from '../house.ts'
import { createApp } from '../http/app.ts'
import { serveMetrics } from '../http/metrics.ts'
import { openStreams } from '../http/streams.ts'
import { startJobs } from '../jobs/jobs.ts'
import { holdFolder, type Hold } from '../single.ts'
import { configOf, readFlags } from './flags.ts'
import { firstSteps, sampleAccounts } from './first-start.ts'
import { UsageError } from './usage-error.ts'

const usage = 'yipanqi serve [--port N] [--data DIR] [--sample]'
const local = ['127.0.0.1', '::1', 'localhost']

/** Runs until it is told to stop. The order down is the order up turned round: work, streams, jobs, house, database. */
export async function runServe(args: string[]): Promise<number> {
  const { values, positionals } = readFlags(
    args,
    { port: { type: 'string' }, data: { type: 'string' }, sample: { type: 'boolean' } },
    usage,
  )
  if (positionals.length > 0) throw new UsageError(`用法：${usage}`)
  const config = configOf(values)
  if (values.sample && !local.includes(config.host)) {
    throw new UsageError(`--sample 只能在本机用：HOST 现在是 ${config.host}，样例账号的密码会印在屏幕上，不能放到网上`)
  }
  process.env['TZ'] = 'Asia/Shanghai'
  const ground = await openGround(config)
  if (ground.embedded?.place.notice) say(ground.embedded.place.notice)
  const hold = await takeFolder(config, ground)
  if (hold === 'taken') return 1
  const house = await prepare(config, ground)
  const accounts = await sampleAccounts(house, ground, values.sample ?? false)
  const stop = new Promise<string>((settle) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => settle(signal))
  })
  let draining = false
  const app = createApp(house, () => draining)
  const server = await listen(app.fetch, config)
  const jobs = await startJobs(house, ground.app)
  const metrics = await serveMetrics(house)
  for (const a of accounts) say(`account ${a.login} ${a.password} ${a.post}`)
  if (accounts.length === 0) for (const line of await firstSteps(house)) say(line)
  const { port } = server.address() as AddressInfo
  say(`listening http://${config.host}:${port}`)

  await stop
  draining = true
  say('正在停机：不再接新请求，等手上的办完…')
  openStreams.endAll()
  await drain(server, config.drainSeconds)
  await metrics.close()
  await jobs.stop()
  await closeHouse(house)
  if (hold) await hold.release()
  await ground.embedded?.stop()
  say('已停机')
  return 0
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** One server a folder: the second is told who has it, and leaves the first alone. */
async function takeFolder(config: Config, ground: Ground): Promise<Hold | null | 'taken'> {
  if (!ground.embedded) return null
  const hold = await holdFolder(ground.embedded.superuser)
  if ('release' in hold) return hold
  process.stderr.write(
    `没有启动：数据夹 ${resolve(config.dataDir)} 正由另一个进程（pid ${hold.heldBy}）使用。请先停下它，或用 --data 指定别的数据夹。\n`,
  )
  return 'taken'
}

async function prepare(config: Config, ground: Ground): Promise<House> {
  // An external database is brought forward by `migrate`, with the owner's URL that no server holds.
  if (ground.embedded) await migrateGround(ground)
  const house = await openHouse(config, ground)
  await refusePower(house.db.pool)
  return house
}

async function listen(fetch: Parameters<typeof serve>[0]['fetch'], config: Config): Promise<ServerType> {
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

async function drain(server: ServerType, seconds: number): Promise<void> {
  const timer = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), seconds * 1000)
  await new Promise<void>((settle) => {
    server.close(() => settle())
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  })
  clearTimeout(timer)
}
