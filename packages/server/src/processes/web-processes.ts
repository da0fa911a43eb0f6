// The processes that answer the web, seen from the one that holds the house: as many as there are processors, so that
// one clerk's long request does not stop all others, and jobs stop nobody. One that dies is replaced.
import cluster, { type Worker } from 'node:cluster'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import type { Config } from '../config/keys.ts'
import type { Numbers } from '../http/numbers.ts'
import { packageRoot } from '../package-root.ts'
import type { FromWeb, ToWeb } from './messages.ts'
import { forgetHere } from './siblings.ts'

/** The command line's hidden verb of such a process. */
export const webVerb = 'web-process'

export interface WebProcesses {
  /** Opens the door; answers its port when all of them answer. Throws in Chinese where the port is taken. */
  listen(app: pg.PoolConfig): Promise<number>
  numbers(): Promise<readonly Numbers[]>
  /** Ends them when what is in hand is done, or `hurry` settles. */
  stop(hurry: Promise<void>): Promise<void>
}

export const countOf = (config: Pick<Config, 'webProcesses'>): number =>
  config.webProcesses === 0 ? Math.min(4, availableParallelism()) : config.webProcesses

/** Starts them: they load while the database comes up, and wait to be told what to stand on. */
export function startWebProcesses(config: Config, onDeath: (died: string) => void): WebProcesses {
  cluster.setupPrimary({ exec: join(packageRoot(), 'dist/main.js'), args: [webVerb] })
  let stopping = false
  let app: pg.PoolConfig | null = null
  const workers = new Set<Worker>()
  const loaded = new WeakSet<Worker>()

  const add = (): Worker => {
    const worker = cluster.fork()
    workers.add(worker)
    worker.on('message', (message: FromWeb) => {
      // What is said to one that does not hear yet is lost.
      if (message.say === 'loaded') loaded.add(worker)
      if (message.say !== 'forget') return
      forgetHere(message)
      for (const other of workers) if (other !== worker) tell(other, message)
    })
    // A line that breaks is told by the exit.
    worker.on('error', () => undefined)
    worker.once('exit', (code, signal) => {
      workers.delete(worker)
      if (stopping || !app) return
      onDeath(`${worker.process.pid}: ${signal ?? code}`)
      void replace(app)
    })
    return worker
  }
  const replace = async (ground: pg.PoolConfig): Promise<void> => {
    // One that dies at once again must not take the processor for itself.
    await wait(200)
    if (!stopping) await open(add(), ground).catch((error: Error) => onDeath(error.message))
  }
  const open = (worker: Worker, ground: pg.PoolConfig): Promise<number> =>
    new Promise((settle, reject) => {
      const begin = () => tell(worker, { say: 'start', config, app: ground })
      worker.on('message', (message: FromWeb) => {
        if (message.say === 'loaded') begin()
        if (message.say === 'listening') settle(message.port)
        if (message.say === 'failed') reject(new Error(message.message))
      })
      worker.once('exit', (code) => reject(new Error(`应答网页的进程没有启动（${code}）`)))
      if (loaded.has(worker)) begin()
    })
  for (let i = 0; i < countOf(config); i += 1) add()

  return {
    async listen(ground) {
      const [port = 0] = await Promise.all([...workers].map((worker) => open(worker, ground)))
      app = ground
      return port
    },
    async numbers() {
      return (await Promise.all([...workers].map(askNumbers))).filter((n) => n !== null)
    },
    async stop(hurry) {
      stopping = true
      const all = [...workers]
      // Those that were told nothing yet have nothing in hand.
      for (const worker of all)
        if (app) tell(worker, { say: 'drain' })
        else worker.process.kill('SIGKILL')
      void hurry.then(() => all.forEach((worker) => tell(worker, { say: 'cut' })))
      await Promise.all(all.map((worker) => ended(worker, config.drainSeconds)))
    },
  }
}

function tell(worker: Worker, message: ToWeb): void {
  if (worker.isConnected()) worker.send(message, () => undefined)
}

/** Null from one that does not answer within a second. */
function askNumbers(worker: Worker): Promise<Numbers | null> {
  return new Promise((settle) => {
    const hear = (message: FromWeb) => message.say === 'numbers' && done(message.numbers)
    const done = (numbers: Numbers | null) => {
      worker.off('message', hear)
      clearTimeout(late)
      settle(numbers)
    }
    const late = setTimeout(() => done(null), 1000)
    worker.on('message', hear)
    tell(worker, { say: 'numbers' })
  })
}

/** Its own drain ends after `seconds`; whatever still hangs five seconds later is cut. */
function ended(worker: Worker, seconds: number): Promise<void> {
  if (worker.isDead()) return Promise.resolve()
  return new Promise((settle) => {
    const late = setTimeout(() => worker.process.kill('SIGKILL'), (seconds + 5) * 1000)
    worker.once('exit', () => {
      clearTimeout(late)
      settle()
    })
  })
}
