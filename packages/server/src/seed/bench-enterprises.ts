// A ledger for measuring: N firms over sixteen townships, the last of which has under 2 % of them.
import { getLibrary } from '@yipanqi/model/libraries/definitions/index.ts'
import type pg from 'pg'
import { searchOf } from '../library/search/search-of.ts'
import { tableOf } from '../library/sql/table-of.ts'
import { withoutIndexes, withoutTriggers } from './bulk.ts'
import { copyLine, copyRows } from './copy-rows.ts'

const townships = 16
const brands = [...'青安博瑞星金宝沃恒德泰丰华兴盛源永嘉茂鼎康和天立新远达信诚利']
const seconds = [...'禾泰远阳河穗丰野通润诚达祥辉腾越鑫隆图川'] as const
const lines = ['机械', '纺织', '建材', '食品', '电子', '粮油', '物流', '农业', '化工', '包装', '光电', '服饰']
const industries = [
  'C13',
  'C1351',
  'C1310',
  'C17',
  'C1711',
  'C30',
  'C3029',
  'C35',
  'C39',
  'F51',
  'G54',
  'A01',
  'C26',
  'C22',
]
const operations = ['在营', '在营', '在营', '在营', '在营', '在营', '筹建', '半停产', '停产', '歇业', '注销']
const scales = [null, null, null, '微型', '微型', '微型', '小型', '小型', '中型', '大型']
const above = [null, null, null, null, null, null, null, '规上工业', '限上批零住餐', '规上服务业', '资质建筑业']
const nurtures: readonly (readonly string[] | null)[] = [
  null,
  null,
  null,
  null,
  null,
  null,
  ['升规'],
  ['专精特新', '升规'],
]

const columns = [
  'county',
  'name',
  'credit_code',
  'operation',
  'industry',
  'scale',
  'above_scale',
  'nurture',
  'township',
  'founded_on',
  'capital',
  'revenue',
  'tax',
  'staff',
  'position_x',
  'position_y',
  'search_text',
  'search',
  'seen_by',
]

/**
 * Audience, narrow copy and sums are written set by set, the same rows that the triggers would write one by one. There
 * is no audit of these rows: nobody made them.
 */
export async function seedEnterprises(
  client: pg.Client,
  county: string,
  units: readonly number[],
  firms: number,
): Promise<void> {
  const step = (what: string) => process.stderr.write(`${what}…\n`)
  const towns = units.slice(-townships)
  step(`企业 ${firms} 户`)
  await withoutIndexes(client, 'enterprise', false, () =>
    withoutTriggers(
      client,
      'enterprise',
      ['enterprise_audience_in', 'enterprise_see_in', 'enterprise_roll_founded_in', 'audit_insert'],
      async () => {
        await copyRows(client, 'enterprise', columns, lineOf(county, towns, firms))
        step('索引')
      },
    ),
  )
  await withoutIndexes(client, 'enterprise_seen', true, async () => {
    step('可见表')
    const copied = ['id', ...tableOf(getLibrary('enterprises')).seen.columns.map((c) => c.name)]
    await client.query(
      `insert into enterprise_seen (county, key, ${copied.join(', ')})
       select e.county, k, ${copied.map((c) => `e.${c}`).join(', ')}
       from enterprise e cross join lateral unnest(e.seen_by) k where e.county = $1 order by k, e.revision`,
      [county],
    )
  })
  step('汇总')
  await client.query(
    `insert into enterprise_roll_founded (county, month, unit, n, capital, revenue, tax, seen_by)
     select county, date_trunc('month', coalesce(founded_on, '0001-01-01'))::date, township, count(*), coalesce(sum(capital), 0),
       coalesce(sum(revenue), 0), coalesce(sum(tax), 0), array[-township, township]
     from enterprise where county = $1 group by 1, 2, 3`,
    [county],
  )
}

function* lineOf(county: string, towns: readonly number[], firms: number): Generator<string> {
  const library = getLibrary('enterprises')
  const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T
  for (let n = 1; n <= firms; n += 1) {
    // A large odd step scatters neighbours, as registration does.
    const m = (n * 7919) % 1_000_003
    const town = n % 67 === 0 ? (towns.at(-1) as number) : pick(towns.slice(0, -1), m)
    const name = `${pick(brands, m)}${pick(seconds, Math.floor(m / 30))}${pick(lines, Math.floor(m / 7))}第${n}${n % 3 === 0 ? '股份有限公司' : '有限公司'}`
    const creditCode = `91${county}M${n.toString(36).toUpperCase().padStart(8, '0')}0`
    const nurture = pick(nurtures, m)
    const found = searchOf(library, county, { name, creditCode, nurture })
    yield copyLine([
      county,
      name,
      creditCode,
      pick(operations, m),
      pick(industries, Math.floor(m / 3)),
      pick(scales, Math.floor(m / 11)),
      pick(above, Math.floor(m / 5)),
      nurture,
      town,
      dayOf(m),
      ((m % 5000) + 10) * 1_000_000,
      m % 9 === 0 ? null : ((m * 37) % 900_000) * 10_000,
      ((m * 11) % 30_000) * 1000,
      m % 900,
      116_300_000 + (m % 40_000) * 10,
      39_100_000 + ((m * 13) % 40_000) * 10,
      found.search_text,
      found.search,
      [-town, town],
    ])
  }
}

/** A day of the years 1996–2025. */
const dayOf = (m: number): string =>
  `${1996 + (m % 30)}-${String(1 + (m % 12)).padStart(2, '0')}-${String(1 + (m % 28)).padStart(2, '0')}`
