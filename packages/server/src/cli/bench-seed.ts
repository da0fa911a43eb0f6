import { seedBench } from '../seed/bench.ts'
import { closeHouse, openHouse, ownerOf } from '../ground.ts'
import { configOf, readFlags } from './flags.ts'
import { UsageError } from './usage-error.ts'
import { withMigrated } from './with-ground.ts'

/** Fills a folder for measuring: a county of its own with so many matters and firms. */
export async function benchSeed(args: string[]): Promise<number> {
  const { values } = readFlags(
    args,
    { matters: { type: 'string' }, enterprises: { type: 'string' }, data: { type: 'string' } },
    'yipanqi bench seed [--matters N] [--enterprises N] [--data DIR]',
  )
  const wanted = { matters: many(values.matters, '--matters'), enterprises: many(values.enterprises, '--enterprises') }
  if (wanted.matters + wanted.enterprises === 0) throw new UsageError('要写 --matters 或 --enterprises')
  const config = configOf(values)
  return withMigrated(config, async (ground) => {
    const house = await openHouse(config, ground)
    try {
      for (const line of await seedBench(house, ownerOf(ground), wanted)) process.stdout.write(`${line}\n`)
      return 0
    } finally {
      await closeHouse(house)
    }
  })
}

function many(text: string | undefined, flag: string): number {
  const n = Number(text ?? 0)
  if (!Number.isInteger(n) || n < 0 || n > 5_000_000) throw new UsageError(`${flag} 要写 1 到 5000000 的整数`)
  return n
}
