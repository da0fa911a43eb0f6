import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { backup } from '../db/backup/backup.ts'
import { restore } from '../db/backup/restore.ts'
import { headAppender } from '../db/audit/seal-key.ts'
import { readErasures } from '../db/personal/erase-person.ts'
import { erasuresFile } from '../db/personal/master-key.ts'
import { openGround, ownerOf } from '../ground.ts'
import { sealPlaces } from '../jobs/seal.ts'
import { configOf, readFlags } from './flags.ts'
import { UsageError } from './usage-error.ts'
import { withGround } from './with-ground.ts'

const data = { data: { type: 'string' } } as const
const say = (line: string) => process.stderr.write(`${line}\n`)

export async function runBackup(args: string[]): Promise<number> {
  const { values, positionals } = readFlags(args, data, 'yipanqi backup FILE [--data DIR]')
  const [file] = positionals
  if (!file) throw new UsageError('用法：yipanqi backup FILE [--data DIR]')
  const config = configOf(values)
  return withGround(await openGround(config), async (ground) => {
    const result = await backup(ownerOf(ground), join(resolve(config.dataDir), 'files'), file, say)
    process.stdout.write(
      `已备份到 ${result.out}：${result.tables} 张表 ${result.rows} 行，附件 ${result.files} 个\n摘要（SM3）${result.digest}\n密钥不在备份里：请另行保管 ${join(resolve(config.dataDir), 'keys')}\n`,
    )
    return 0
  })
}

export async function runRestore(args: string[]): Promise<number> {
  const { values, positionals } = readFlags(args, data, 'yipanqi restore FILE [--data DIR]')
  const [file] = positionals
  if (!file) throw new UsageError('用法：yipanqi restore FILE [--data DIR]')
  const config = configOf(values)
  const dataDir = resolve(config.dataDir)
  requireKeys(dataDir)
  return withGround(await openGround(config), async (ground) => {
    const result = await restore({
      owner: ownerOf(ground),
      roles: ground.roles,
      filesDir: join(dataDir, 'files'),
      archive: file,
      appendHead: headAppender(sealPlaces(config)),
      erasures: await readErasures(erasuresFile(dataDir)),
      onProgress: say,
    })
    process.stdout.write(
      `已恢复 ${result.madeAt} 的备份：${result.rows} 行，附件 ${result.files} 个，数据库 ${result.migration.current}\n`,
    )
    return 0
  })
}

/** Names and phone numbers in a backup open with its installation's master key alone: a new one would lose them all. */
function requireKeys(dataDir: string): void {
  const keys = join(dataDir, 'keys')
  if (existsSync(join(keys, 'master.key'))) return
  throw new Error(
    `没有恢复：${keys} 里没有原系统的密钥（master.key），恢复后姓名、电话都打不开。请先把原数据夹的 keys 整个复制到 ${keys}，再运行 restore`,
  )
}
