import type { Home, Light } from '@yipanqi/model'
import { sql } from 'kysely'
import type { Session } from '../auth/session.ts'
import type { Trx } from '../db/with-actor.ts'
import { emptyTally, presentItems } from '../documents/present.ts'
import type { House } from '../house.ts'
import { listMatters, type MatterQuery } from '../loop/list-matters.ts'
import { waitingFor } from './waiting.ts'

const shown = 30

/** One person's first screen, in the rights of that person. */
export async function homeOf(house: House, trx: Trx, session: Session): Promise<Home> {
  const { actor } = session
  const waiting = await waitingFor(trx, session, house.clock.today())
  const documents = await trx
    .selectFrom('document')
    .selectAll()
    .where('county', '=', actor.county)
    // A draft is the office's own until it goes out: a leader's two minutes are for what runs.
    .$if(actor.post !== 'dispatcher', (q) => q.where('state', 'not in', ['draft', 'reviewed']))
    .orderBy('revision', 'desc')
    .limit(6)
    .execute()
  const lists = ['all', 'unit', 'subtree', 'custom'].includes(actor.scope)
  const leader = lists ? await leadingNow(trx, session) : null
  const query = leader === null ? redQuery : { ...redQuery, filters: { ...redQuery.filters, leader: [leader] } }
  const red = lists ? (await listMatters(trx, actor, query)).items : []
  return {
    tally: lists ? await tallyOf(trx, session) : emptyTally(),
    waiting: waiting.slice(0, shown),
    waitingTotal: waiting.length,
    red,
    redOf: leader === null ? 'county' : 'mine',
    documents: await presentItems(trx, actor.county, documents),
  }
}

const redQuery: MatterQuery = {
  filters: { light: ['red'] },
  sort: { field: 'deadline', direction: 'asc', nulls: 'last' },
  after: null,
  limit: 12,
  count: 'none',
}

/** The leader whose matters this person looks at, where that leader leads any: 书记 and 县长 look at all. */
async function leadingNow(trx: Trx, { actor, leader }: Session): Promise<number | null> {
  if (leader === null) return null
  const one = await trx
    .selectFrom('matter')
    .select('id')
    .where('county', '=', actor.county)
    .where('leader', '=', leader)
    .limit(1)
    .executeTakeFirst()
  return one ? leader : null
}

async function tallyOf(trx: Trx, { actor }: Session) {
  const narrow = actor.scope !== 'all'
  const { rows } = await sql<{ light: Light | null; n: number }>`
    select light, count(*) as n from ${narrow ? sql`matter_seen` : sql`matter_all`} s
    where county = ${actor.county} ${narrow ? sql`and key = any (${`{${actor.keys.join(',')}}`}::bigint[])` : sql``}
      and state in ('issued', 'under-way', 'closing', 'standing', 'closed')
    group by light`.execute(trx)
  const tally = emptyTally()
  for (const row of rows) {
    tally[row.light ?? 'none'] += row.n
    tally.total += row.n
  }
  return tally
}
