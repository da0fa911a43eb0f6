// A county for measuring: matters over 60 units, with supporting parts, spread over states, lights and days; firms over
// the last sixteen of them.
import pg from 'pg'
import { systemActor } from '../db/actor.ts'
import type { House } from '../house.ts'
import { seedEnterprises } from './bench-enterprises.ts'
import { copyLine, copyRows } from './copy-rows.ts'
import { matterSearch } from '../loop/matter-search.ts'
import { withoutIndexes, withoutTriggers } from './bulk.ts'
import { createAccount, createCounty } from './create.ts'

const county = '000999'
const units = 60
/** Which of the units ($2, of which $3) supports matter n. */
const supporting = 'case when n % 150 = 0 then $3::int else 1 + (n::bigint * 31 % ($3::int - 1))::int end'

/** Answers lines that say what was made and who can log in. */
export async function seedBench(
  house: House,
  owner: pg.PoolConfig,
  wanted: { readonly matters: number; readonly enterprises: number },
): Promise<string[]> {
  const client = new pg.Client(owner)
  await client.connect()
  const began = performance.now()
  try {
    await createCounty(client, county, '压测县')
    const accounts = await house.db.withActor(systemActor(county, 'bench'), async (trx) => {
      const ids: number[] = []
      for (let i = 1; i <= units; i += 1) {
        const row = await trx
          .insertInto('unit')
          .values({
            county,
            code: `U${i}`,
            name: `压测县第${i}局`,
            short: `第${i}局`,
            kind: '政府',
            parent: null,
            aliases: '[]',
            valid_to: null,
            successor: null,
            position: i,
          })
          .returning('id')
          .executeTakeFirstOrThrow()
        ids.push(row.id)
      }
      const common = { county, leader: null, password: 'bench-password-1', display: '压测' }
      await createAccount(trx, house.master, {
        ...common,
        name: 'bench-dispatcher',
        unit: ids[0] as number,
        post: 'dispatcher',
      })
      await createAccount(trx, house.master, {
        ...common,
        name: 'bench-liaison',
        unit: ids.at(-1) as number,
        post: 'liaison',
      })
      return ids
    })
    await client.query("set client_min_messages = warning; set maintenance_work_mem = '512MB'")
    await client.query('begin')
    if (wanted.matters > 0) await fill(client, accounts, wanted.matters)
    if (wanted.enterprises > 0) await seedEnterprises(client, county, accounts, wanted.enterprises)
    await client.query('commit')
    await client.query('vacuum analyze')
    return [
      `已造 ${wanted.matters} 项、${wanted.enterprises} 户，用时 ${((performance.now() - began) / 1000).toFixed(1)} 秒`,
      'account bench-dispatcher bench-password-1 dispatcher',
      'account bench-liaison bench-password-1 liaison',
    ]
  } finally {
    await client.end()
  }
}

/**
 * Audience, narrow lists and tokens are written set by set, the same rows that the triggers would write one by one (a
 * million took 25 minutes through them); the audit stays awake. Judged for ever, so that no nightly look disturbs what is
 * measured. The last unit leads and supports little, so that its
 * list is under 2 % of the county.
 */
async function fill(client: pg.Client, ids: readonly number[], matters: number): Promise<void> {
  const step = (what: string) => process.stderr.write(`${what}…\n`)
  step('名称检索')
  await client.query('create temp table found (n int, search_text text, search int[]) on commit drop')
  await copyRows(client, 'found', ['n', 'search_text', 'search'], titlesFound(matters))
  await client.query('create index on found (n); analyze found')
  await withoutIndexes(client, 'matter', false, () =>
    withoutTriggers(client, 'matter', ['matter_audience_first', 'matter_seen_in'], async () => {
      step(`事项 ${matters} 项`)
      await client.query(
        `with made as (
           select n, ($2::bigint[])[case when n % 120 = 0 then $3::int else 1 + n % ($3::int - 1) end] as lead,
             ($2::bigint[])[${supporting}] as support
           from generate_series(1, $4::int) n)
         insert into matter (county, number, title, text, kind, state, lead_unit, deadline, done_when, light, light_since, light_as_of, state_since, issued_on, line, seen_by, search_text, search)
         select $1, 'B-' || n, ($5::text[])[1 + n % 6] || ($6::text[])[1 + n % 8] || '第' || n || '项', '压测', (array['指标','项目节点','制度成果','清查建账','常态'])[1 + n % 5],
           (array['under-way','under-way','under-way','issued','closing','closed','standing'])[1 + n % 7], lead,
           date '2026-01-01' + (n::bigint * 7919 % 730)::int, '样例', (array['green','green','green','green','yellow','red','grey'])[1 + (n / 3) % 7], '2026-01-01', '2999-12-31', '2026-01-01', '2026-01-01', 'government',
           case when lead = support then array[-lead, lead] else array[-greatest(lead, support), -least(lead, support), least(lead, support), greatest(lead, support)] end,
           f.search_text, f.search
         from made join found f using (n) order by n`,
        [county, ids, units, matters, verbs, things],
      )
    }),
  )
  await withoutIndexes(client, 'matter_support', true, () =>
    withoutTriggers(client, 'matter_support', ['matter_support_in'], async () => {
      step('配合单位')
      await client.query(
        `insert into matter_support (county, matter, unit, part, position)
         select county, id, ($2::bigint[])[${supporting}], '', 0
         from (select county, id, substr(number, 3)::int as n from matter where county = $1) m`,
        [county, ids, units],
      )
    }),
  )
  await withoutIndexes(client, 'matter_seen', true, async () => {
    step('可见表')
    await client.query(
      `insert into matter_seen (county, key, matter, state, light, kind, lead_unit, leader, deadline, revision, key_matter, line, issued_on, overdue)
       select m.county, k, m.id, m.state, m.light, m.kind, m.lead_unit, m.leader, m.deadline, m.revision, m.key, m.line, m.issued_on, m.overdue
       from matter m cross join lateral unnest(m.seen_by) k where m.county = $1 order by k, m.deadline`,
      [county],
    )
  })
}

const verbs = ['推进', '完成', '建设', '制定', '开展', '落实']
const things = ['项目入库', '亩均评价', '链上招引', '信贷投放', '农村公路', '老旧小区改造', '闲置土地盘查', '高企培育']

/** The search columns of matter n, by the title that the statement below gives it. */
function* titlesFound(matters: number): Generator<string> {
  for (let n = 1; n <= matters; n += 1) {
    const found = matterSearch(county, `${verbs[n % 6]}${things[n % 8]}第${n}项`, `B-${n}`)
    yield copyLine([n, found.search_text, found.search])
  }
}
