// Many firms in which every column that a list asks has a rare value, so that a plan shows whether an index finds it.
import { isIndexed, type Field } from '@yipanqi/model/libraries/index.ts'
import { getLibrary } from '@yipanqi/model/libraries/definitions/index.ts'
import type { TestCounty } from '../../testing/harness.ts'
import type { Owner } from '../../testing/snapshot.ts'
import { getLedger } from '../ledger.ts'
import { searchOf } from '../search/search-of.ts'
import { crowdCode } from './crowd-enterprises.ts'

/** One row in so many has the rare values. */
const every = 401

/** Answers the rare value of each field. */
export async function rareEnterprises(
  owner: Owner,
  county: TestCounty,
  firms: number,
): Promise<Record<string, string | number | boolean>> {
  const library = getLibrary('enterprises')
  const [chain] = await owner.query<{ id: string }>(
    `insert into chain (county, name) values ($1, '装备制造') returning id`,
    [county.code],
  )
  const { fagai, gongxin, jiaoyu, town } = county.units
  const rare: Record<string, string | number | boolean> = {}
  const columns: string[] = []
  const made: string[] = []
  const isRare = `n % ${every} = 0`
  for (const [name, field] of Object.entries(library.fields) as [string, Field][]) {
    if (!isIndexed(field) || ['name', 'creditCode', 'nurture', 'position'].includes(name)) continue
    const column = getLedger('enterprises').columns(name)[0] as string
    const type = field.columns[0]?.type
    let common = `'${field.choices?.[0] ?? 'C13'}'`
    let value: string | number = field.choices?.at(-1) ?? 'T97'
    if (field.kind === 'unit') {
      common = `(array[${fagai.id}, ${gongxin.id}, ${jiaoyu.id}])[1 + n % 3]`
      value = town.id
    } else if (field.kind === 'reference') {
      common = 'null::bigint'
      value = Number(chain?.id)
    } else if (field.kind === 'leader') {
      common = 'null::bigint'
      value = county.leader
    } else if (type === 'date') {
      common = `(date '2000-01-01' + n % 5000)::text`
      value = '2026-01-01'
    } else if (type === 'bigint' || type === 'integer') {
      common = 'n'
      value = 999_999_999
    }
    rare[name] = value
    const written = typeof value === 'number' ? value : `'${value}'`
    columns.push(column)
    made.push(`(case when ${isRare} then ${written} else ${common} end)${type === 'date' ? '::date' : ''}`)
  }
  rare['name'] = '稀见机械有限公司'
  rare['creditCode'] = crowdCode(county.code, every)
  const named = Array.from({ length: firms }, (_, n) => {
    const values = {
      name: n % every === 0 ? '稀见机械有限公司' : `常见建材${n}有限公司`,
      creditCode: crowdCode(county.code, n),
      nurture: n % every === 0 ? ['上市后备'] : ['升规'],
    }
    return { n, ...values, ...searchOf(library, county.code, values) }
  })
  await owner.query(
    `insert into enterprise (county, name, credit_code, nurture, search_text, search, position_x, position_y, ${columns.join(', ')})
     select $1, j.name, j."creditCode", j.nurture, j.search_text, j.search,
       case when ${isRare} then 116920000 else 116000000 + n % 1000 end, case when ${isRare} then 39920000 else 39000000 + n % 1000 end,
       ${made.join(', ')}
     from json_to_recordset($2::json) j(n int, name text, "creditCode" text, nurture text[], search_text text, search int[])`,
    [county.code, JSON.stringify(named)],
  )
  await owner.query('vacuum analyze enterprise')
  await owner.query('vacuum analyze enterprise_seen')
  return rare
}
