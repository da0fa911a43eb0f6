// The samples' ledgers go into a sample county alone, whole or not at all, and once.
import { sampleCounties, type SampleCounty } from '@yipanqi/samples'
import { getLibrary } from '@yipanqi/model/libraries/definitions/index.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemActor } from '../db/actor.ts'
import { openDb } from '../db/with-actor.ts'
import { ownerConfig, testCounty, testHouse, testToday } from '../testing/harness.ts'
import { openOwner, type Owner } from '../testing/snapshot.ts'
import { seedDirectory } from './directory.ts'
import { fillLedgers } from './fill-ledgers.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let owner: Owner
let sample: SampleCounty

beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
  sample = sampleCounties(testToday).find((one) => one.ledgers) as SampleCounty
})
afterAll(async () => {
  await owner.close()
  await house.close()
})
const fill = (code: string) => fillLedgers(house, ownerConfig(), code)
const held = async (library: string) => {
  const [row] = await owner.query<{ n: number }>(
    `select count(*)::int as n from ${getLibrary(library).table} where county = $1`,
    [sample.code],
  )
  return row?.n
}

it('refuses a county that is no sample, and one that is not there', async () => {
  const other = await testCounty(house)
  const before = await owner.snapshot(other.code)
  await expect(fill(other.code)).rejects.toThrow(/不是样例县，没有填入/)
  expect(await owner.snapshot(other.code)).toEqual(before)
  await expect(fill(sample.code)).rejects.toThrow(/还没有样例县/)
})

it('fills a sample county of before there were ledgers: once, also when asked twice at the same time', async () => {
  await owner.query('insert into county (code, name) values ($1, $2)', [sample.code, '别的县'])
  await expect(fill(sample.code)).rejects.toThrow(/对不上，没有填入/)
  await owner.query('update county set name = $2 where code = $1', [sample.code, sample.name])
  const db = openDb(ownerConfig(), 1)
  await db.withActor(systemActor(sample.code, 'test'), (trx) => seedDirectory(trx, house.master, sample))
  await db.close()
  const answers = await Promise.allSettled([fill(sample.code), fill(sample.code)])
  expect(answers.map((a) => a.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(String(answers.find((a) => a.status === 'rejected')?.reason)).toMatch(/已经有记录，没有填入/)
  for (const { library, rows } of sample.ledgers?.() ?? [])
    expect([library, await held(library)]).toEqual([library, rows.length])
  await expect(fill(sample.code)).rejects.toThrow(/已经有记录，没有填入/)
})
