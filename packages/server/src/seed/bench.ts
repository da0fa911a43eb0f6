// A county for measuring: N matters over 60 units, with supporting parts, spread over states, lights and days.
import pg from 'pg'
import { systemActor } from '../db/actor.ts'
import type { House } from '../house.ts'
import { createAccount, createCounty } from './create.ts'

const county = '000999'
const units = 60
const chunk = 50_000

/** Answers lines that say what was made and who can log in. */
export async function seedBench(house: House, owner: pg.PoolConfig, matters: number): Promise<string[]> {
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
    // The last unit leads and supports little, so that its list is under 2 % of the county.
    await client.query('set client_min_messages = warning')
    for (let from = 1; from <= matters; from += chunk) {
      const to = Math.min(matters, from + chunk - 1)
      await client.query('begin')
      await client.query(
        `insert into matter (county, number, title, text, kind, state, lead_unit, deadline, done_when, light, light_since, state_since, issued_on, line)
         select $1, 'B-' || n, (array['推进','完成','建设','制定','开展','落实'])[1 + n % 6] || (array['项目入库','亩均评价','链上招引','信贷投放','农村公路','老旧小区改造','闲置土地盘查','高企培育'])[1 + n % 8] || '第' || n || '项', '压测', (array['指标','项目节点','制度成果','清查建账','常态'])[1 + n % 5],
           (array['under-way','under-way','under-way','issued','closing','closed','standing'])[1 + n % 7],
           ($2::bigint[])[case when n % 120 = 0 then $3::int else 1 + n % ($3::int - 1) end],
           date '2026-01-01' + (n * 7919 % 730), '样例', (array['green','green','green','green','yellow','red','grey'])[1 + (n / 3) % 7], '2026-01-01', '2026-01-01', '2026-01-01', 'government'
         from generate_series($4::int, $5::int) n`,
        [county, accounts, units, from, to],
      )
      await client.query(
        `insert into matter_support (county, matter, unit, part, position)
         select m.county, m.id, ($2::bigint[])[case when m.id % 150 = 0 then $3::int else 1 + (m.id * 31) % ($3::int - 1) end], '', 0
         from matter m where m.county = $1 and m.number in (select 'B-' || n from generate_series($4::int, $5::int) n)
         on conflict do nothing`,
        [county, accounts, units, from, to],
      )
      await client.query('commit')
      process.stderr.write(`\r${to} / ${matters}`)
    }
    process.stderr.write('\n')
    await client.query('analyze')
    return [
      `已造 ${matters} 项，用时 ${((performance.now() - began) / 1000).toFixed(1)} 秒`,
      'account bench-dispatcher bench-password-1 dispatcher',
      'account bench-liaison bench-password-1 liaison',
    ]
  } finally {
    await client.end()
  }
}
