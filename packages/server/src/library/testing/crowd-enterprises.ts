// Many firms by SQL, as the owner: ties, gaps, rare values, all kinds of columns that lists are asked by.
import { getLibrary } from '@yipanqi/model/libraries/definitions/index.ts'
import type { TestCounty } from '../../testing/harness.ts'
import type { Owner } from '../../testing/snapshot.ts'
import { searchOf } from '../search/search-of.ts'

const nurtures = [null, ['升规'], ['专精特新', '升规'], ['上市后备']]
const stems = ['青禾机械', '安泰纺织', '博远建材', '重阳食品', '星河电子', '金穗粮油', '宝丰物流', '沃野农业']

/** Eighteen characters that look like a code; the check digit is not asked by SQL. */
export const crowdCode = (county: string, n: number): string => `91${county}M${String(n).padStart(9, '0')}`

/** Answers the ids in order of their number; some of them were taken off. */
export async function crowdEnterprises(owner: Owner, county: TestCounty, firms: number): Promise<number[]> {
  const { town, gongxin, fagai, jiaoyu } = county.units
  const library = getLibrary('enterprises')
  const made = Array.from({ length: firms }, (_, n) => {
    const stem = stems[(n * 5) % stems.length] as string
    // Every ninth name stands twice, every fifth is written in Latin letters.
    const name = `${n % 9 === 8 ? stem : `${stem}${String(n).padStart(5, '0')}`}${n % 5 === 4 ? ' Tech-Co' : '有限公司'}`
    const values = {
      name,
      creditCode: n % 10 === 9 ? null : crowdCode(county.code, n),
      nurture: nurtures[n % nurtures.length] ?? null,
    }
    return {
      ...values,
      ...searchOf(library, county.code, values),
      operation: n % 11 === 10 ? null : ['在营', '停产', '筹建'][n % 3],
      industry: n % 7 === 6 ? null : ['C13', 'C1351', 'C14', 'F51', 'C'][n % 5],
      township: n % 13 === 12 ? null : n % 17 === 0 ? town.id : [gongxin.id, fagai.id, jiaoyu.id][n % 3],
      park: n % 19 === 0 ? jiaoyu.id : null,
      leader: n % 23 === 0 ? county.leader : null,
      founded: n % 8 === 7 ? null : `${2010 + (n % 12)}-${String(1 + (n % 12)).padStart(2, '0')}-01`,
      revenue: n % 6 === 5 ? null : (n % 40) * 1_000_000,
      tax: n * 1000,
      x: n % 4 === 3 ? null : 116_000_000 + (n % 100) * 1000,
      y: n % 4 === 3 ? null : 39_000_000 + (n % 50) * 1000,
      removed: n % 31 === 30 ? '2026-01-01' : null,
    }
  })
  const rows = await owner.query<{ id: string }>(
    `insert into enterprise (county, name, credit_code, nurture, search_text, search, operation, industry, township, park, service_leader,
       founded_on, revenue, tax, position_x, position_y, removed)
     select $1, j.name, j."creditCode", j.nurture, j.search_text, j.search, j.operation, j.industry, j.township, j.park, j.leader,
       j.founded, j.revenue, j.tax, j.x, j.y, j.removed
     from json_to_recordset($2::json) j(name text, "creditCode" text, nurture text[], search_text text, search int[], operation text,
       industry text, township bigint, park bigint, leader bigint, founded date, revenue bigint, tax bigint, x int, y int, removed date)
     returning id`,
    [county.code, JSON.stringify(made)],
  )
  await owner.query('analyze enterprise')
  await owner.query('analyze enterprise_seen')
  return rows.map((r) => Number(r.id))
}
