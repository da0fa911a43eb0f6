import { addCounty } from './county-add.ts'
import { auditVerify } from './audit-verify.ts'
import { benchSeed } from './bench-seed.ts'
import { runBackup, runRestore } from './backup.ts'
import { librarySql } from './library-sql.ts'
import { runMigrate } from './migrate.ts'
import { runQuantity } from './quantity.ts'
import { runRead } from './read.ts'
import { runServe } from './serve.ts'
import { seedLedgersInto } from './seed-ledgers.ts'
import { runTime } from './time.ts'
import { addUser } from './user-add.ts'
import { unbindUser } from './user-unbind.ts'
import { connectTrouble } from '../db/connect-trouble.ts'
import { ConfigError } from '../config/read-config.ts'
import { UsageError } from './usage-error.ts'
import { runWebProcess } from '../processes/web-process.ts'
import { webVerb } from '../processes/web-processes.ts'

const usage = `一盘棋

用法：npx --no-install yipanqi <命令>

  read FILE [--date YYYY-MM-DD] [--json]     读一份文件，列出任务句和拟稿
  quantity TEXT [--json]                     认一个数量：关系、数值、单位
  time TEXT [--base YYYY-MM-DD] [--json]     认一个时间：起止日期（--base：文件日期，默认今天）
  serve [--port N] [--data DIR] [--sample]   启动（--sample：空数据夹填入样例县）
  migrate [--data DIR]                       升级数据库
  county add CODE NAME [--data DIR]          新增一个县，打印三员账号的设置码
  user add NAME --county CODE --unit CODE --post POST --display 姓名 [--data DIR]
                                             新增账号，打印一次性设置码
  user unbind NAME --county CODE [--data DIR]
                                             解除两步验证（本县唯一的安全管理员丢了手机时用）
  seed ledgers --county CODE [--data DIR]    给已有的样例县填入样例台账（别的县不填）
  library sql ID…                            打印台账定义对应的建表语句（供迁移文件用）
  audit verify [--data DIR]                  核对审计链
  backup FILE [--data DIR]                   备份（数据库和附件，同一时点）
  restore FILE [--data DIR]                  恢复到空数据夹
  bench seed [--matters N] [--enterprises N] [--data DIR]
                                             造压力测试数据（只在测试数据夹里用）
`

type Command = (args: string[]) => Promise<number>

const commands: Record<string, Command | Record<string, Command>> = {
  read: runRead,
  quantity: runQuantity,
  time: runTime,
  serve: runServe,
  migrate: runMigrate,
  county: { add: addCounty },
  user: { add: addUser, unbind: unbindUser },
  seed: { ledgers: seedLedgersInto },
  library: { sql: librarySql },
  audit: { verify: auditVerify },
  backup: runBackup,
  restore: runRestore,
  bench: { seed: benchSeed },
  // Started by serve, never by hand.
  [webVerb]: runWebProcess,
}

async function main(argv: string[]): Promise<number> {
  const [first = 'help', ...rest] = argv
  const command = commands[first]
  if (typeof command === 'function') return command(rest)
  const sub = command?.[rest[0] ?? '']
  if (sub) return sub(rest.slice(1))
  const asked = ['help', '--help', '-h'].includes(first)
  ;(asked ? process.stdout : process.stderr).write(usage)
  return asked ? 0 : 2
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const known = error instanceof UsageError || error instanceof ConfigError
  process.stderr.write(`${known ? '' : '没有成功：'}${connectTrouble(error) ?? (error as Error).message}\n`)
  if (process.env['YIPANQI_TRACE']) process.stderr.write(`${(error as Error).stack}\n`)
  process.exitCode = known ? 2 : 1
}
// Whatever still hangs on a far end (a statement that a cut request left in an external database) does not keep us.
setTimeout(() => process.exit(), 2000).unref()
