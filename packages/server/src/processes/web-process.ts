// One of the processes that answer the web. It is told what to stand on by the process that started it, lives no longer
// than that one, and leaves signals to it: a Ctrl-C reaches the whole group.
import type { AddressInfo } from 'node:net'
import { closeHouse, openHouse } from '../ground.ts'
import type { House } from '../house.ts'
import { createApp } from '../http/app.ts'
import { drain, listen } from '../http/listen.ts'
import { numbersHere } from '../http/numbers.ts'
import type { FromWeb, ToWeb } from './messages.ts'
import { forgetHere } from './siblings.ts'

type Told = { [K in ToWeb['say']]?: (message: Extract<ToWeb, { say: K }>) => void }

export async function runWebProcess(): Promise<number> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
  // The parent is gone, however: nothing may stay behind at a port that nobody tends.
  process.on('disconnect', () => process.exit(1))
  let draining = false
  let hurry = () => {}
  const hurried = new Promise<void>((settle) => (hurry = settle))
  const drained = new Promise<void>((settle) => {
    hear({
      drain: () => {
        draining = true
        settle()
      },
      cut: hurry,
      forget: forgetHere,
    })
  })
  const { config, app } = await new Promise<Extract<ToWeb, { say: 'start' }>>((settle) => {
    hear({ start: settle })
    tell({ say: 'loaded' })
  })
  let house: House
  try {
    house = await openHouse(config, { app })
    const server = await listen(createApp(house, () => draining).fetch, config)
    hear({ numbers: () => tell({ say: 'numbers', numbers: numbersHere(house.db.pool) }) })
    tell({ say: 'listening', port: (server.address() as AddressInfo).port })
    await drained
    await drain(server, config.drainSeconds, hurried)
  } catch (error) {
    tell({ say: 'failed', message: (error as Error).message })
    return 1
  }
  await closeHouse(house)
  // What was cut may still hang on the database, and the line to the parent would keep this process alive.
  return process.exit(0)
}

function tell(message: FromWeb): void {
  if (process.connected) process.send?.(message)
}

function hear(told: Told): void {
  process.on('message', (message: ToWeb) => {
    const how = told[message.say] as ((message: ToWeb) => void) | undefined
    how?.(message)
  })
}
