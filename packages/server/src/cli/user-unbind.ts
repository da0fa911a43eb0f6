import { systemActor } from '../db/actor.ts'
import { closeHouse, openHouse } from '../ground.ts'
import { dropSecondFactor } from '../accounts/grant.ts'
import { configOf, readFlags } from './flags.ts'
import { UsageError } from './usage-error.ts'
import { withMigrated } from './with-ground.ts'

const usage = 'yipanqi user unbind NAME --county CODE [--data DIR]'

/** A lost phone where nobody else could help: the county's only security administrator. The next login binds anew. */
export async function unbindUser(args: string[]): Promise<number> {
  const text = { type: 'string' } as const
  const { values, positionals } = readFlags(args, { county: text, data: text }, usage)
  const [name] = positionals
  const { county } = values
  if (!name || positionals.length > 1 || !county) throw new UsageError(`用法：${usage}`)
  const config = configOf(values)
  return withMigrated(config, async (ground) => {
    const house = await openHouse(config, ground)
    try {
      const actor = systemActor(county, 'cli:user-unbind')
      await house.db.withActor(actor, async (trx) => {
        const row = await trx
          .selectFrom('account')
          .select('id')
          .where('county', '=', county)
          .where('name', '=', name)
          .executeTakeFirst()
        if (!row) throw new Error(`${county} 里没有账号 ${name}`)
        await dropSecondFactor(trx, actor, row.id)
      })
      process.stdout.write(`已解除 ${name} 的两步验证，下次登录重新绑定\n`)
      return 0
    } finally {
      await closeHouse(house)
    }
  })
}
