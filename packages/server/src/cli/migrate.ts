import { migrateGround, openGround } from '../ground.ts'
import { configOf, readFlags } from './flags.ts'
import { withGround } from './with-ground.ts'

export async function runMigrate(args: string[]): Promise<number> {
  const { values } = readFlags(args, { data: { type: 'string' } }, 'yipanqi migrate [--data DIR]')
  const config = configOf(values)
  return withGround(await openGround(config), async (ground) => {
    const result = await migrateGround(ground)
    process.stdout.write(
      result.applied.length ? `已升级：${result.applied.join('、')}\n` : `已是最新：${result.current}\n`,
    )
    return 0
  })
}
