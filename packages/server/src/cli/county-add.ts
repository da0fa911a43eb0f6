import { administrators, postWords } from '@yipanqi/model'
import pg from 'pg'
import { systemActor } from '../db/actor.ts'
import { closeHouse, openHouse, ownerOf } from '../ground.ts'
import { createAccount, createCounty } from '../seed/create.ts'
import { configOf, readFlags } from './flags.ts'
import { UsageError } from './usage-error.ts'
import { withMigrated } from './with-ground.ts'

const usage = 'yipanqi county add CODE NAME [--data DIR]'

const names = { 'system-admin': 'admin', 'security-admin': 'security', 'audit-admin': 'audit' } as const

/** A county, its office and its three administrators, each with a code that sets the first password once. */
export async function addCounty(args: string[]): Promise<number> {
  const { values, positionals } = readFlags(args, { data: { type: 'string' } }, usage)
  const [code, name] = positionals
  if (!code || !name || positionals.length > 2) throw new UsageError(`用法：${usage}`)
  if (!/^\d{6}$/.test(code)) throw new UsageError('CODE 是 6 位行政区划代码')
  const config = configOf(values)
  return withMigrated(config, async (ground) => {
    const owner = new pg.Client(ownerOf(ground))
    await owner.connect()
    const house = await openHouse(config, ground)
    try {
      await createCounty(owner, code, name)
      const invited = await house.db.withActor(systemActor(code, 'cli:county-add'), async (trx) => {
        const unit = await trx
          .insertInto('unit')
          .values({
            county: code,
            code: 'OFFICE',
            name: `${name}县委财经委员会办公室`.replace(/县县委/, '县委'),
            short: '县委财经办',
            kind: '党委',
            parent: null,
            aliases: JSON.stringify(['财经办']),
            valid_to: null,
            successor: null,
          })
          .returning('id')
          .executeTakeFirstOrThrow()
        const lines: string[] = []
        for (const post of administrators) {
          const account = `${names[post]}-${code}`
          const invitation = await createAccount(trx, house.master, {
            county: code,
            name: account,
            display: postWords[post],
            unit: unit.id,
            post,
            leader: null,
            password: null,
          })
          lines.push(`${postWords[post]}账号 ${account}\n一次性设置码 ${invitation}\n`)
        }
        return lines
      })
      process.stdout.write(
        `已新增 ${name}（${code}）\n${invited.join('')}三员由三个人分别担任。启动后各自打开 /first-password 用设置码设置密码（七天有效，只能用一次），再绑定两步验证。\n`,
      )
      return 0
    } finally {
      await closeHouse(house)
      await owner.end()
    }
  })
}
