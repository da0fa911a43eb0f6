// Matters as rows of a list: one query for all that a row shows.
import type { MatterItem } from '@yipanqi/model'
import { sql } from 'kysely'
import { prepared, type Trx } from '../db/with-actor.ts'

/** The items of these ids, in the order of the ids. Ids that the actor cannot see are left out. */
export async function loadItems(trx: Trx, county: string, ids: readonly number[]): Promise<MatterItem[]> {
  if (ids.length === 0) return []
  // Parts and sources are gathered once for the page: a sub-query a row cost half of the request.
  const list = `{${ids.join(',')}}`
  const { rows } = await sql<MatterItem>`${sql.raw(prepared)}
    select m.id, m.number, m.title, m.kind, m.state, m.light, m.light_since as "lightSince", m.pace,
      m.deadline, m.done_when as "doneWhen", m.target, m.progress, m.provisional, m.last_evidence as "lastEvidence",
      m.overdue, m.key, m.reworks, m.parent, m.version, m.verdict ->> 'sentence' as why,
      case when u.id is null then null else json_build_object('id', u.id, 'code', u.code, 'name', u.name, 'short', u.short) end as lead,
      case when l.id is null then null else json_build_object('id', l.id, 'name', l.name, 'post', l.post) end as leader,
      coalesce(p.supports, '[]') as supports, coalesce(o.sources, '[]') as sources
    from matter m
    left join unit u on u.county = m.county and u.id = m.lead_unit
    left join county_leader l on l.county = m.county and l.id = m.leader
    left join (
      select s.matter, json_agg(json_build_object('unit', json_build_object('id', su.id, 'code', su.code, 'name', su.name, 'short', su.short), 'part', s.part) order by s.position, s.unit) as supports
      from matter_support s join unit su on su.county = s.county and su.id = s.unit
      where s.county = ${county} and s.matter = any (${list}::bigint[]) group by s.matter) p on p.matter = m.id
    left join (
      select r.matter, json_agg(json_build_object('document', r.document, 'start', r.start_at, 'end', r.end_at, 'clause', r.clause) order by r.document, r.start_at) as sources
      from matter_source r where r.county = ${county} and r.matter = any (${list}::bigint[]) group by r.matter) o on o.matter = m.id
    where m.county = ${county} and m.id = any (${list}::bigint[])`.execute(trx)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
