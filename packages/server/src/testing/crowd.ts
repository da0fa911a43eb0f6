// Many matters by SQL, as the owner: lists are tried on a county that is full.
import type { TestCounty } from './harness.ts'
import { matterSearch } from '../loop/matter-search.ts'
import type { Owner } from './snapshot.ts'

export interface Crowd {
  /** Documents that some of the matters come from: the last one rarely. */
  readonly documents: readonly number[]
}

/**
 * Fills a county with matters: ties and gaps in the deadlines, every state, rare values of each filter (closing, red,
 * 清查建账, the town, the leader, one document), supports and sources. Triggers fill visibility.
 */
export async function crowdCounty(owner: Owner, county: TestCounty, matters: number): Promise<Crowd> {
  const units = Object.values(county.units).map((u) => u.id)
  const documents: number[] = []
  for (const title of ['常来', '少来']) {
    const [row] = await owner.query<{ id: string }>(
      `insert into document (county, title, kind, scope, declarer, state, text, outline, sentences, refused, obligations, covered)
       values ($1, $2, '讲话', 'internal', '陈', 'issued', '文', '[]', '[]', '[]', 0, 0) returning id`,
      [county.code, title],
    )
    documents.push(Number(row?.id))
  }
  await owner.query(
    `insert into matter (county, number, title, text, kind, state, lead_unit, leader, deadline, light, overdue, key, state_since, created_by, search_text, search)
     select $1, case when n % 5 = 0 then null else 'C-' || n end,
       t.title, '文',
       case when n % 97 = 0 then '清查建账' else (array['指标','项目节点','制度成果','常态'])[1 + n % 4] end,
       case when n % 101 = 0 then 'closing' when n % 11 = 0 then (array['drafted','reviewed','withdrawn','merged','consulting','signed-off'])[1 + (n / 11) % 6] else (array['under-way','issued','closed','standing'])[1 + n % 4] end,
       case when n % 13 = 0 then null when n % 103 = 0 then $3::bigint else ($2::bigint[])[1 + (n * 7) % 6] end,
       case when n % 107 = 0 then $4::bigint end,
       case when n % 7 = 0 then null else date '2026-01-01' + (n * 31 % 365) end,
       case when n % 109 = 0 then 'red' when n % 9 = 0 then null else (array['green','yellow','grey'])[1 + n % 3] end,
       n % 113 = 0, n % 127 = 0, '2026-01-01', null, t.search_text, t.search
     from json_to_recordset($5::json) t(n int, title text, search_text text, search int[])`,
    [county.code, units, county.units.town.id, county.leader, JSON.stringify(titles(county.code, matters))],
  )
  await owner.query(
    `insert into matter_support (county, matter, unit)
     select m.county, m.id, case when m.id % 211 = 0 then $3::bigint else ($2::bigint[])[1 + (m.id / 2) % 6] end
     from matter m where m.county = $1 and m.id % 2 = 0`,
    [county.code, units, county.units.town.id],
  )
  await owner.query(
    `insert into matter_source (county, matter, document, start_at, end_at, quote)
     select m.county, m.id, case when m.id % 401 = 0 then $3::bigint else $2::bigint end, 0, 1, '文' from matter m
     where m.county = $1 and (m.id % 3 = 0 or m.id % 401 = 0)`,
    [county.code, documents[0], documents[1]],
  )
  await owner.query('analyze')
  return { documents }
}

const verbs = ['推进', '完成', '建设', '落实']
const things = ['项目入库', '亩均评价', '链上招引', '公路养护']

function titles(county: string, matters: number) {
  return Array.from({ length: matters }, (_, i) => {
    const n = i + 1
    const title = `${verbs[n % 4]}${things[Math.floor(n / 4) % 4]}第${n}项${n % 199 === 0 ? '稀见' : ''}`
    return { n, title, ...matterSearch(county, title, n % 5 === 0 ? null : `C-${n}`) }
  })
}
