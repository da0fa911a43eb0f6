// A statement may bring the audience of its rows along; the database works it out again and takes no other.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemActor } from '../../db/actor.ts'
import { testHouse } from '../../testing/harness.ts'
import { ledgerCounty, type LedgerCounty } from '../testing/ledger-county.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let county: LedgerCounty
beforeAll(async () => {
  house = await testHouse()
  county = await ledgerCounty(house)
})
afterAll(() => house.close())

interface Brought {
  readonly township?: number
  readonly park?: number
  readonly seenBy: string
  readonly code?: string
}

const insert = (rows: readonly Brought[]) =>
  house.db.withActor(systemActor(county.code, 'test'), async (trx) => {
    const values = rows.map(
      ({ township = null, park = null, seenBy, code = county.code }) =>
        sql`(${code}, '带来可见范围', ${township}::bigint, ${park}::bigint, ${seenBy}::bigint[])`,
    )
    const { rows: made } = await sql<{ id: number }>`
      insert into enterprise (county, name, township, park, seen_by) values ${sql.join(values)} returning id`.execute(
      trx,
    )
    const ids = `{${made.map((m) => m.id).join(',')}}`
    const { rows: seen } = await sql<{ seen_by: number[] }>`
      select seen_by from enterprise where county = ${county.code} and id = any (${ids}::bigint[]) order by id`.execute(
      trx,
    )
    return seen.map((s) => s.seen_by)
  })

const keysOf = async (unit: number): Promise<number[]> =>
  house.db.withActor(systemActor(county.code, 'test'), async (trx) => {
    const row = await trx
      .selectFrom('unit_sight')
      .select('keys')
      .where('county', '=', county.code)
      .where('unit', '=', unit)
      .executeTakeFirstOrThrow()
    return row.keys
  })
const text = (keys: readonly number[]) => `{${keys.join(',')}}`

it('what the units say is taken, and what is not brought is worked out, of several units too', async () => {
  const [town, other] = [county.units.town.id, county.units.gongxin.id]
  const [mine, theirs] = [await keysOf(town), await keysOf(other)]
  const both = [...new Set([...mine, ...theirs])].toSorted((a, b) => a - b)
  const rows: Brought[] = [
    { township: town, seenBy: text(mine) },
    { park: town, seenBy: '{}' },
    { township: town, park: other, seenBy: '{}' },
    { township: town, park: other, seenBy: text(both) },
    { seenBy: '{}' },
  ]
  expect(await insert(rows)).toEqual([mine, mine, both, both, []])
})

it('an audience that is too wide, too narrow or of nobody’s unit ends the statement, whatever stands beside it', async () => {
  const [town, other] = [county.units.town.id, county.units.gongxin.id]
  const [mine, theirs] = [await keysOf(town), await keysOf(other)]
  const sound = { township: town, seenBy: text(mine) }
  for (const forged of [
    { township: town, seenBy: text([...mine, other]) },
    { township: town, seenBy: text(mine.slice(1)) },
    { township: town, seenBy: text(theirs) },
    { township: town, park: other, seenBy: text(mine) },
    { seenBy: text(mine) },
  ])
    await expect(insert([sound, forged, sound]), JSON.stringify(forged)).rejects.toMatchObject({ code: '42501' })
})

it('a record of a county that is not the actor’s, or is none, is refused', async () => {
  await expect(insert([{ seenBy: '{}', code: '000000' }])).rejects.toMatchObject({ code: '42501' })
})
