// The peer: what a capable engineer writes in an afternoon. hono + pg, one statement a request, no session, no row
// security, no validation, no log. It asks the very tables and indexes that the product made, so that what the
// product costs beyond it is rights, checks and traces, not a worse schema.
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import pg from 'pg'
import { choosePlace } from '@yipanqi/server/db/launcher/place.ts'
import { readSecrets } from '@yipanqi/server/db/launcher/secrets.ts'
import { parsers } from '@yipanqi/server/db/types.ts'
import { hashToken, searchable, searchTokens } from '@yipanqi/server/library/search/tokens.ts'

const [data = '', county = ''] = process.argv.slice(2)
const pool = new pg.Pool({
  host: choosePlace(data).socket,
  // The owner stands outside row security.
  user: 'yipanqi_owner',
  password: readSecrets(data).owner,
  database: 'yipanqi',
  max: 10,
  types: parsers(),
})

const item = `m.id, m.number, m.title, m.kind, m.state, m.light, m.light_since as "lightSince", m.pace, m.deadline,
  m.done_when as "doneWhen", m.target, m.progress, m.provisional, m.last_evidence as "lastEvidence", m.overdue, m.key,
  m.reworks, m.parent, m.version, m.verdict->>'sentence' as why,
  case when u.id is null then null else json_build_object('id', u.id, 'code', u.code, 'name', u.name, 'short', u.short) end as lead,
  case when l.id is null then null else json_build_object('id', l.id, 'name', l.name, 'post', l.post) end as leader,
  coalesce(p.supports, '[]') as supports, coalesce(o.sources, '[]') as sources`
const joins = `left join unit u on u.county = m.county and u.id = m.lead_unit
  left join county_leader l on l.county = m.county and l.id = m.leader
  left join (select s.matter, json_agg(json_build_object('unit', json_build_object('id', su.id, 'code', su.code,
    'name', su.name, 'short', su.short), 'part', s.part) order by s.position, s.unit) as supports
    from matter_support s join unit su on su.county = s.county and su.id = s.unit
    where s.county = $1 and s.matter = any (array(select id from page)) group by s.matter) p on p.matter = m.id
  left join (select r.matter, json_agg(json_build_object('document', r.document, 'start', r.start_at, 'end', r.end_at,
    'clause', r.clause) order by r.document, r.start_at) as sources
    from matter_source r where r.county = $1 and r.matter = any (array(select id from page)) group by r.matter) o on o.matter = m.id`

const app = new Hono()
app.get('/matters', async (c) => {
  const { state, light, unit, text, count } = c.req.query()
  const values: unknown[] = [county]
  const bind = (value: unknown): string => `$${values.push(value)}`
  const at = unit ? 's' : 'm'
  const from = unit ? 'matter_seen s join matter m on m.county = s.county and m.id = s.matter' : 'matter m'
  const where = [`${at}.county = $1`]
  if (unit) where.push(`s.key = ${bind(Number(unit))}`)
  if (state) where.push(`${at}.state = ${bind(state)}`)
  if (light) where.push(`${at}.light = ${bind(light)}`)
  if (text) {
    where.push(`m.search @> ${bind(searchTokens(text).map((t) => hashToken(county, t)))}::int[]`)
    where.push(`m.search_text like ${bind(`%${searchable(text)}%`)}`)
  }
  const id = unit ? 's.matter' : 'm.id'
  const { rows } = await pool.query<{ deadline: string | null; id: number }>(
    `with page as materialized (
       select ${id} as id from ${from} where ${where.join(' and ')} order by ${at}.deadline, ${id} limit 51)
     select ${item} from matter m ${joins}
     where m.county = $1 and m.id = any (array(select id from page)) order by m.deadline, m.id`,
    values,
  )
  let counted = null
  if (count) {
    const counts = await pool.query<{ n: number }>(
      `select count(*) as n from (select 1 from ${from} where ${where.join(' and ')} limit 1001) x`,
      values,
    )
    counted = { value: Math.min(1000, counts.rows[0]?.n ?? 0), exact: (counts.rows[0]?.n ?? 0) <= 1000 }
  }
  const last = rows[49]
  return c.json({
    items: rows.slice(0, 50),
    next: rows.length > 50 && last ? `${last.deadline}:${last.id}` : null,
    count: counted,
  })
})

serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
  console.log(`listening http://127.0.0.1:${port}`),
)
