// Working days of a county: the national arrangement, its end, and the days that the county adds.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadCalendar } from './county-day.ts'
import { systemActor } from './db/actor.ts'
import { ownerConfig, testCounty, testHouse, type TestCounty } from './testing/harness.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let county: TestCounty
let other: TestCounty

beforeAll(async () => {
  house = await testHouse()
  county = await testCounty(house)
  other = await testCounty(house)
})
afterAll(() => house.close())

const calendarOf = (code: string) => house.db.withActor(systemActor(code, 'test'), (trx) => loadCalendar(trx, code))

async function setDays(code: string, settings: object): Promise<void> {
  const owner = new pg.Client(ownerConfig())
  await owner.connect()
  await owner.query('update county set settings = $2, version = version + 1 where code = $1', [
    code,
    JSON.stringify(settings),
  ])
  await owner.end()
}

describe('loadCalendar', () => {
  it('knows the published days, and says where it knows none', async () => {
    const calendar = await calendarOf(county.code)
    expect(calendar.isWorkday('2026-05-01')).toBe(false)
    expect(calendar.covers('2026-05-21')).toBe(true)
    // No arrangement is published for 2027: weekdays are counted, and the answer is uncertain.
    expect(calendar.covers('2027-03-01')).toBe(false)
    expect(calendar.isWorkday('2027-03-01')).toBe(true)
    expect(calendar.isWorkday('2027-01-01')).toBe(true)
  })

  it('takes the days that the county adds, at once, and for that county alone', async () => {
    await setDays(county.code, { holidays: ['2027-01-01', '2027-10-07'], workdays: ['2027-01-03'] })
    const mine = await calendarOf(county.code)
    expect(mine.isWorkday('2027-01-01')).toBe(false)
    expect(mine.isWorkday('2027-01-03')).toBe(true)
    expect(mine.covers('2027-03-01')).toBe(true)
    expect((await calendarOf(other.code)).covers('2027-03-01')).toBe(false)
  })
})
