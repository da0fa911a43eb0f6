import { addDays, chineseCalendar } from '@yipanqi/base'
import { resolve } from 'node:path'
import type { Config } from '../config/keys.ts'
import { checkMigrated } from '../db/check-migrated.ts'
import { refusePower } from '../db/refuse-power.ts'
import { closeHouse, migrateGround, openGround, openHouse, type Ground } from '../ground.ts'
import type { House } from '../house.ts'
import { serveMetrics, type Metrics } from '../http/metrics.ts'
import { startJobs, type Jobs } from '../jobs/jobs.ts'
import { startWebProcesses } from '../processes/web-processes.ts'
import { holdFolder, type Hold } from '../single.ts'
import { configOf, readFlags } from './flags.ts'
import { keepDatabase } from './keep-database.ts'
import { fillSampleLedgers, firstSteps, sampleAccounts } from './first-start.ts'
import { onStopSignal, type StopSignal } from './stop-signal.ts'
import { UsageError } from './usage-error.ts'

const usage = 'yipanqi serve [--port N] [--data DIR] [--sample]'
/** One step of the way down. */
type Way = () => Promise<unknown> | undefined
const local = ['127.0.0.1', '::1', 'localhost']

/** Runs until it is told to stop. The order down is the order up turned round: work, streams, jobs, house, database. */
export async function runServe(args: string[]): Promise<number> {
  const { values, positionals } = readFlags(
    args,
    { port: { type: 'string' }, data: { type: 'string' }, sample: { type: 'boolean' } },
    usage,
  )
  if (positionals.length > 0) throw new UsageError(`用法：${usage}`)
  const config = sampleConfig(configOf(values), values.sample ?? false)
  if (values.sample && !local.includes(config.host)) {
    throw new UsageError(`--sample 只能在本机用：HOST 现在是 ${config.host}，样例账号的密码会印在屏幕上，不能放到网上`)
  }
  process.env['TZ'] = 'Asia/Shanghai'
  surviveDeafReader()
  const stop = onStopSignal()
  const down: Way[] = []
  try {
    return await up(config, values.sample ?? false, stop, down)
  } finally {
    // Also after a start that failed half-way: no database stays behind without its server.
    for (const step of down.reverse()) await step()?.catch((error: Error) => process.stderr.write(`${error.message}\n`))
    if (stop.asked) say('已停机')
  }
}

/** Starts floor by floor, each leaving its way down; between floors a wish to stop is heard. */
async function up(config: Config, sample: boolean, stop: StopSignal, down: Way[]): Promise<number> {
  let log: House['log'] | undefined
  const web = startWebProcesses(config, (died) => log?.error({ died }, 'a web process died'))
  // Where the start fails half-way; on the way down of a whole start they are gone by then.
  down.push(() => web.stop(Promise.resolve()))
  const ground = await openGround(config)
  down.push(() => ground.embedded?.stop())
  if (ground.embedded?.place.notice) say(ground.embedded.place.notice)
  const hold = await takeFolder(config, ground)
  if (hold === 'taken') return 1
  let held: { release(): Promise<unknown> } | null = hold
  down.push(() => held?.release())
  const house = await prepare(config, ground, down)
  if (ground.embedded && hold) held = keepDatabase(ground.embedded, hold, house.log)
  if (stop.asked) return 0
  const accounts = await sampleAccounts(house, ground, sample)
  if (stop.asked) return 0
  log = house.log
  const port = await Promise.race([web.listen(ground.app), stop.first])
  if (stop.asked) return 0
  let jobs: Jobs | undefined
  let metrics: Metrics | undefined
  down.push(() => jobs?.stop())
  down.push(() => metrics?.close())
  down.push(() => web.stop(stop.again))
  metrics = await serveMetrics(house, web.numbers)
  for (const a of accounts) say(`account ${a.login} ${a.password} ${a.post}`)
  if (accounts.length === 0) for (const line of await firstSteps(house)) say(line)
  say(`metrics ${metrics.address}`)
  for (const line of calendarWarning(house)) say(line)
  say(`listening http://${hostInUrl(config.host)}:${port}`)
  if (accounts.length > 0) down.push(fillBehind(house, ground))
  // Jobs begin when the door is open: nobody waits for them.
  jobs = startJobs(house, ground.app)
  await stop.first
  say('正在停机：不再接新请求，等手上的办完…（再按一次 Ctrl-C 立即停）')
  return 0
}

/** Fills the sample's ledgers behind the open door; answers the way to call that off. */
function fillBehind(house: House, ground: Ground): Way {
  const stopping = new AbortController()
  const filling = fillSampleLedgers(house, ground, stopping.signal).then(
    () => say('样例台账已备齐'),
    (error: Error) => stopping.signal.aborted || house.log.error({ error: error.message }, 'sample ledgers'),
  )
  return () => {
    stopping.abort()
    return filling
  }
}

/** Whoever read what is printed may be gone (a closed terminal): the way down goes on, or the database stays behind. */
function surviveDeafReader(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}

/** The sample county is easy to try: its administrators need no phone, unless the operator says so. */
function sampleConfig(config: Config, sample: boolean): Config {
  return sample && !process.env['YIPANQI_ADMIN_TOTP'] ? { ...config, adminTotp: 'optional' } : config
}

/** An IPv6 address stands in brackets in a URL. */
function hostInUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host
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

async function prepare(config: Config, ground: Ground, down: Way[]): Promise<House> {
  // An external database is brought forward by `migrate`, with the owner's URL that no server holds.
  if (ground.embedded) await migrateGround(ground)
  const house = await openHouse(config, ground)
  down.push(() => closeHouse(house))
  await refusePower(house.db.pool)
  if (!ground.embedded) await checkMigrated(house.db.pool)
  return house
}

/** Working days beyond the published arrangements are counted Monday to Friday: said before anybody relies on one. */
function calendarWarning(house: House): string[] {
  const soon = addDays(house.clock.today(), 60)
  if (chineseCalendar().covers(soon)) return []
  return [`提醒：内置日历没有 ${soon} 前后的节假日调休安排，工作日先按周一至周五数；安排公布后请由系统管理员补录`]
}
