// The samples' ledgers for a sample county that is there already: when the door is open at its first start, at the next
// one where that was cut off, or by hand for one of before there were ledgers.
import type { SampleCounty } from '@yipanqi/samples'
import { sampleCounties } from '@yipanqi/samples'
import { getLibrary } from '@yipanqi/model/libraries/definitions/index.ts'
import { sql } from 'kysely'
import type pg from 'pg'
import { systemActor } from '../db/actor.ts'
import { openDb, type Trx } from '../db/with-actor.ts'
import type { House } from '../house.ts'
import type { SeededDirectory } from './directory.ts'
import { seedKeepers, seedLedgers, seedOutlines } from './ledgers.ts'

export interface Filled {
  readonly library: string
  readonly rows: number
}

/**
 * All ledgers of the sample in one transaction, or none. Throws in Chinese where the county is no sample, or where
 * one of its ledgers holds a record: what somebody wrote is not mixed with samples.
 * @param signal Calls it off between two ledgers; nothing stands then.
 */
export async function fillLedgers(
  house: House,
  owner: pg.PoolConfig,
  code: string,
  signal?: AbortSignal,
): Promise<Filled[]> {
  const samples = sampleCounties(house.clock.today())
  const county = samples.find((one) => one.code === code)
  if (!county) {
    const known = samples.map((one) => `${one.name}（${one.code}）`).join('、')
    throw new Error(`${code} 不是样例县，没有填入：样例台账只进样例县 ${known}，不会混进真实数据`)
  }
  const db = openDb(owner, 1)
  try {
    return await db.withActor(systemActor(code, 'cli:seed-ledgers'), (trx) => fill(house, trx, county, signal))
  } finally {
    await db.close()
  }
}

async function fill(house: House, trx: Trx, county: SampleCounty, signal?: AbortSignal): Promise<Filled[]> {
  const directory = await directoryOf(trx, county)
  const ledgers = county.ledgers?.() ?? []
  if (ledgers.length === 0) throw new Error(`${county.name}没有样例台账`)
  for (const { library } of ledgers) {
    const { table, name } = getLibrary(library)
    const { rows } = await sql`select 1 from ${sql.table(table)} where county = ${county.code} limit 1`.execute(trx)
    if (rows.length > 0)
      throw new Error(`${county.name}的${name}里已经有记录，没有填入：样例台账只填进空的台账，不和已有记录混在一起`)
  }
  await seedKeepers(trx, county.code, directory.units)
  await seedOutlines(trx, county.code, county.outlines ?? [], directory.units)
  await seedLedgers(trx, systemActor(county.code, 'seed'), ledgers, directory, {
    today: house.clock.today(),
    master: house.master,
    ...(signal ? { signal } : {}),
  })
  return ledgers.map(({ library, rows }) => ({ library, rows: rows.length }))
}

/** Whether all ledgers of a sample county are as empty as its first start left them. */
export async function ledgersWait(trx: Trx, county: SampleCounty): Promise<boolean> {
  const tables = [...new Set((county.ledgers?.() ?? []).map(({ library }) => getLibrary(library).table))]
  if (tables.length === 0) return false
  const some = tables.map((table) => sql`exists (select 1 from ${sql.table(table)} where county = ${county.code})`)
  const { rows } = await sql<{ some: boolean }>`select ${sql.join(some, sql` or `)} as some`.execute(trx)
  return rows[0]?.some === false
}

/**
 * Held until the end: two fillings at once would both find the ledgers empty. People work in the county meanwhile, so
 * only another change of its row waits. A county of that code which does not bear
 * the sample's name and units is somebody's own.
 */
async function directoryOf(trx: Trx, county: SampleCounty): Promise<SeededDirectory> {
  const { code } = county
  const there = await trx
    .selectFrom('county')
    .select('name')
    .where('code', '=', code)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!there)
    throw new Error(`这里还没有样例县 ${county.name}（${code}），没有填入：用 serve --sample 启动空数据夹时会建`)
  const units = await trx.selectFrom('unit').select(['id', 'code']).where('county', '=', code).execute()
  const leaders = await trx.selectFrom('county_leader').select(['id', 'name']).where('county', '=', code).execute()
  const unitIds = new Map(units.map((u) => [u.code, u.id]))
  const strange = county.units.filter((u) => !unitIds.has(u.code))
  if (there.name !== county.name || strange.length > 0)
    throw new Error(
      `${code} ${there.name} 的单位和样例县 ${county.name} 对不上，没有填入：它不是样例县，或单位已经改过`,
    )
  const leaderIds = new Map(leaders.map((l) => [l.name, l.id]))
  return {
    units: unitIds,
    leaders: new Map(county.leaders.flatMap((l) => (leaderIds.has(l.name) ? [[l.code, leaderIds.get(l.name)!]] : []))),
    accounts: new Map(),
  }
}
