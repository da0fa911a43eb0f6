// The peer of the ledger's bench: hono + pg, one statement a request, no session, no row security, no validation, no
// log. It asks the very tables and indexes that the product made, as their owner.
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
  user: 'yipanqi_owner',
  password: readSecrets(data).owner,
  database: 'yipanqi',
  max: 10,
  types: parsers(),
})

/** Columns that may be asked; what is not here is no column. */
const columns: Record<string, string> = {
  operation: 'operation',
  industry: 'industry',
  township: 'township',
  revenue: 'revenue',
  foundedOn: 'founded_on',
  name: 'name collate "zh-x-icu"',
  updated: 'revision',
}
const narrow = new Set(['revenue', 'foundedOn', 'name', 'updated'])

const app = new Hono()
app.get('/enterprises', async (c) => {
  const { unit, operation, industry, search, count, sort = 'updated' } = c.req.query()
  const values: unknown[] = [county]
  const bind = (value: unknown): string => `$${values.push(value)}`
  const where = [unit ? 's.county = $1' : 'r.county = $1', 'r.removed is null']
  if (unit) where.push(`s.key = ${bind(-Number(unit))}`)
  if (operation) where.push(`r.operation = ${bind(operation)}`)
  if (industry)
    where.push(
      `r.industry collate "C" >= ${bind(industry)}`,
      `r.industry collate "C" < ${bind(`${industry.slice(0, -1)}${String.fromCharCode(industry.charCodeAt(industry.length - 1) + 1)}`)}`,
    )
  if (search) {
    where.push(`r.search @> ${bind(searchTokens(search).map((t) => hashToken(county, t)))}::int[]`)
    where.push(`r.search_text like ${bind(`%${searchable(search)}%`)}`)
  }
  const from = unit ? 'enterprise_seen s join enterprise r on r.county = s.county and r.id = s.id' : 'enterprise r'
  const field = sort.replace('-', '')
  const at = `${unit && narrow.has(field) ? 's' : 'r'}.${columns[field]}`
  const way = sort.startsWith('-') ? 'desc' : 'asc'
  const { rows } = await pool.query<{ id: number }>(
    `select r.id, r.version, r.name, r.township, r.industry, r.above_scale as "aboveScale", r.revenue, r.operation,
       r.updated_at as "updatedAt", u.name as "townshipName"
     from ${from} left join unit u on u.county = r.county and u.id = r.township
     where ${where.join(' and ')} and ${at.split(' ')[0]} is not null order by ${at} ${way}, r.id ${way} limit 51`,
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
  return c.json({ items: rows.slice(0, 50), next: rows.length > 50 ? String(rows[49]?.id) : null, count: counted })
})
app.get('/enterprises/:id', async (c) => {
  const { rows } = await pool.query('select * from enterprise where county = $1 and id = $2', [
    county,
    Number(c.req.param('id')),
  ])
  const { search: _, search_text: __, seen_by: ___, ...row } = rows[0] as Record<string, unknown>
  const units = await pool.query('select id, name from unit where county = $1 and id = $2', [county, row['township']])
  return c.json({ ...row, names: units.rows })
})
app.get('/founded', async (c) => {
  const { rows } = await pool.query(
    'select month, unit, n, capital, revenue, tax from enterprise_roll_founded where county = $1 order by month, unit',
    [county],
  )
  return c.json({ rows })
})
app.get('/raw-founded', async (c) => {
  const { rows } = await pool.query(
    `select date_trunc('month', founded_on)::date as month, township, count(*) as n, sum(capital) as capital, sum(revenue) as revenue, sum(tax) as tax
     from enterprise where county = $1 and removed is null group by 1, 2`,
    [county],
  )
  return c.json({ rows })
})

serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
  console.log(`listening http://127.0.0.1:${port}`),
)
