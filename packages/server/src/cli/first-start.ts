import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sampleCounties } from '@yipanqi/samples'
import { writeSecretFile } from '../db/launcher/secrets.ts'
import { ownerOf, type Ground } from '../ground.ts'
import type { House } from '../house.ts'
import { seedSamples, type SampleLogin } from '../seed/sample.ts'

/**
 * With --sample: fills an empty database, and answers the accounts of this folder. Passwords are random per folder and
 * kept 0600; they are written before the accounts are, so that a killed first start loses none.
 */
export async function sampleAccounts(house: House, ground: Ground, wanted: boolean): Promise<readonly SampleLogin[]> {
  if (!wanted) return []
  const file = join(resolve(house.config.dataDir), 'keys', 'sample-accounts.json')
  if (!existsSync(file)) {
    if (!(await isEmpty(house))) return []
    writeSecretFile(file, JSON.stringify(sampleLogins(house), null, 1))
  }
  const logins = JSON.parse(readFileSync(file, 'utf8')) as SampleLogin[]
  await seedSamples(house, ownerOf(ground), (login) => logins.find((l) => l.login === login)?.password ?? '')
  return logins
}

function sampleLogins(house: House): SampleLogin[] {
  return sampleCounties(house.clock.today()).flatMap((county) =>
    county.accounts.map((a) => ({ login: a.login, password: randomBytes(9).toString('base64url'), post: a.post })),
  )
}

async function isEmpty(house: House): Promise<boolean> {
  const { rows } = await house.db.pool.query('select * from system_counties() limit 1')
  return rows.length === 0
}

/** What to do on an installation that has nobody yet. */
export async function firstSteps(house: House): Promise<string[]> {
  if (!(await isEmpty(house))) return []
  return [
    '这里还没有县和账号。请停下本进程，运行：',
    '  npx --no-install yipanqi county add <6位区划码> <县名>',
    '它会打印系统管理员账号和一次性设置码；再启动后打开 /first-password，用设置码设置密码（只能用一次）。',
  ]
}
