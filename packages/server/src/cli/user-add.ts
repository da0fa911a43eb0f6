import { posts, postWords, type Post } from '@yipanqi/model'
import { systemActor } from '../db/actor.ts'
import { closeHouse, openHouse } from '../ground.ts'
import { createAccount } from '../seed/create.ts'
import { configOf, readFlags } from './flags.ts'
import { UsageError } from './usage-error.ts'
import { withMigrated } from './with-ground.ts'

const usage = 'yipanqi user add NAME --county CODE --unit CODE --post POST --display 姓名 [--data DIR]'

export async function addUser(args: string[]): Promise<number> {
  const text = { type: 'string' } as const
  const { values, positionals } = readFlags(
    args,
    { county: text, unit: text, post: text, display: text, data: text },
    usage,
  )
  const [name] = positionals
  const { county, unit, display } = values
  if (!name || positionals.length > 1 || !county || !unit || !display) throw new UsageError(`用法：${usage}`)
  const post = posts.find((p) => p === values.post)
  if (!post) throw new UsageError(`--post 是其中之一：\n${posts.map((p) => `  ${p}  ${postWords[p]}`).join('\n')}`)
  if (!/^[a-z0-9][a-z0-9._-]{1,62}$/.test(name)) throw new UsageError('NAME 用小写字母、数字、点、横线，2 到 63 个字符')
  const config = configOf(values)
  return withMigrated(config, async (ground) => {
    const house = await openHouse(config, ground)
    try {
      const code = await house.db.withActor(systemActor(county, 'cli:user-add'), async (trx) => {
        const row = await trx
          .selectFrom('unit')
          .select('id')
          .where('county', '=', county)
          .where('code', '=', unit)
          .executeTakeFirst()
        if (!row) throw new Error(`${county} 里没有代码为 ${unit} 的单位`)
        return createAccount(trx, house.master, {
          county,
          name,
          display,
          unit: row.id,
          post: post as Post,
          leader: null,
          password: null,
        })
      })
      process.stdout.write(`已新增账号 ${name}（${postWords[post]}）\n一次性设置码 ${code}\n`)
      return 0
    } finally {
      await closeHouse(house)
    }
  })
}
