import { getLibrary } from '@yipanqi/model/libraries/definitions/index.ts'
import { closeHouse, openHouse, ownerOf } from '../ground.ts'
import { fillLedgers } from '../seed/fill-ledgers.ts'
import { configOf, readFlags } from './flags.ts'
import { UsageError } from './usage-error.ts'
import { withMigrated } from './with-ground.ts'

const usage = 'yipanqi seed ledgers --county CODE [--data DIR]'

/** The samples' ledgers into a sample county that was made before them. */
export async function seedLedgersInto(args: string[]): Promise<number> {
  const text = { type: 'string' } as const
  const { values, positionals } = readFlags(args, { county: text, data: text }, usage)
  const { county } = values
  if (positionals.length > 0 || !county || !/^\d{6}$/.test(county)) throw new UsageError(`用法：${usage}`)
  const config = configOf(values)
  return withMigrated(config, async (ground) => {
    const house = await openHouse(config, ground)
    try {
      const filled = await fillLedgers(house, ownerOf(ground), county)
      for (const { library, rows } of filled) process.stdout.write(`${getLibrary(library).name} ${rows} 条\n`)
      process.stdout.write(`已填入 ${filled.length} 本样例台账\n`)
      return 0
    } finally {
      await closeHouse(house)
    }
  })
}
