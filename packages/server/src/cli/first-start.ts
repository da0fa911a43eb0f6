import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sampleCounties, type SampleCounty } from '@yipanqi/samples'
import { writeSecretFile } from '../db/launcher/secrets.ts'
import { ownerOf, type Ground } from '../ground.ts'
import type { House } from '../house.ts'
import { systemActor } from '../db/actor.ts'
import { fillLedgers, ledgersWait } from '../seed/fill-ledgers.ts'
import { seedSamples, type SampleLogin } from '../seed/sample.ts'

/**
 * With --sample: fills an empty database, and answers the accounts of this folder. Passwords are random per folder and
 * kept 0600; they are written before the accounts are, so that a killed first start loses none.
 */
export async function sampleAccounts(house: House, ground: Ground, wanted: boolean): Promise<readonly SampleLogin[]> {
  if (!wanted) return []
  const file = join(resolve(house.config.dataDir), 'keys', 'sample-accounts.json')
  const there = await countiesOf(house)
  if (!existsSync(file)) {
    if (there.size > 0) return []
    writeSecretFile(file, JSON.stringify(sampleLogins(sampleCounties(house.clock.today())), null, 1))
  }
  const logins = JSON.parse(readFileSync(file, 'utf8')) as SampleLogin[]
  // Telling the samples' history takes a while: not on every start.
  if (logins.some((l) => !there.has(l.county))) await seedSamples(house, ownerOf(ground), logins)
  return logins
}

function sampleLogins(counties: readonly SampleCounty[]): SampleLogin[] {
  return counties.flatMap(({ code, accounts }) =>
    accounts.map(({ login, post }) => ({ county: code, login, password: randomBytes(9).toString('base64url'), post })),
  )
}

async function countiesOf(house: House): Promise<ReadonlySet<string>> {
  const { rows } = await house.db.pool.query<{ code: string }>('select * from system_counties() as code')
  return new Set(rows.map((r) => r.code))
}

/**
 * Some eleven thousand records take longer than anybody wants to wait for the first page: they come when the door is
 * open, and pages that show them hear of it. People and jobs are at work meanwhile: what got in each other's way is tried
 * again. Throws where one did not come; the next start tries anew.
 */
export async function fillSampleLedgers(house: House, ground: Ground, signal: AbortSignal): Promise<void> {
  for (const county of sampleCounties(house.clock.today())) {
    const waits = await house.db.withActor(systemActor(county.code, 'seed'), (trx) => ledgersWait(trx, county))
    if (waits) await fillWithPatience(house, ground, county.code, signal)
  }
}

async function fillWithPatience(house: House, ground: Ground, code: string, signal: AbortSignal): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await fillLedgers(house, ownerOf(ground), code, signal)
      return
    } catch (error) {
      if (signal.aborted || tries === 3) throw error
      house.log.warn({ county: code, error: (error as Error).message }, 'sample ledgers')
      await wait(1000, undefined, { signal })
    }
  }
}

/** What to do on an installation that has nobody yet. */
export async function firstSteps(house: House): Promise<string[]> {
  if ((await countiesOf(house)).size > 0) return []
  return [
    '这里还没有县和账号。请停下本进程，运行：',
    '  npx --no-install yipanqi county add <6位区划码> <县名>',
    '它会打印系统管理员账号和一次性设置码；再启动后打开 /first-password，用设置码设置密码（只能用一次）。',
  ]
}
