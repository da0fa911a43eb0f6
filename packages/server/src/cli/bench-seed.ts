import { seedBench } from '../seed/bench.ts'
import { closeHouse, openHouse, ownerOf } from '../ground.ts'
import { configOf, readFlags } from './flags.ts'
import { UsageError } from './usage-error.ts'
import { withMigrated } from './with-ground.ts'

/** Fills a folder for measuring: a county of its own with N matters. */
export async function benchSeed(args: string[]): Promise<number> {
  const { values } = readFlags(
    args,
    { matters: { type: 'string' }, data: { type: 'string' } },
    'yipanqi bench seed --matters N [--data DIR]',
  )
  const matters = Number(values.matters)
  if (!Number.isInteger(matters) || matters < 1 || matters > 5_000_000)
    throw new UsageError('--matters 要写 1 到 5000000 的整数')
  const config = configOf(values)
  return withMigrated(config, async (ground) => {
    const house = await openHouse(config, ground)
    try {
      for (const line of await seedBench(house, ownerOf(ground), matters)) process.stdout.write(`${line}\n`)
      return 0
    } finally {
      await closeHouse(house)
    }
  })
}
