// What waits for a person, by the part that they play: one list, so that nobody has to look in five places.
import type { Home } from '@yipanqi/model'
import type { IsoDate } from '@yipanqi/base'
import { cadences, heads, periodOf, unitPosts } from '@yipanqi/model'
import { sql, type RawBuilder } from 'kysely'
import type { Session } from '../auth/session.ts'
import type { Trx } from '../db/with-actor.ts'
import { ownWaiting } from '../library/own/waiting-own.ts'

type Waiting = Home['waiting'][number]
const room = 100

export async function waitingFor(trx: Trx, session: Session, today: string): Promise<Waiting[]> {
  const { actor } = session
  const lists: (() => Promise<Waiting[]>)[] = []
  if (actor.post === 'dispatcher')
    lists.push(
      () => officeSteps(trx, actor.county),
      () => unclaimed(trx, actor.county),
    )
  if (actor.post === 'supervisor-party' || actor.post === 'supervisor-government') {
    const line = actor.post === 'supervisor-party' ? 'party' : 'government'
    lists.push(() =>
      matters(
        trx,
        sql`m.county = ${actor.county} and m.state = 'closing' and (m.line = ${line} or m.line is null) and (not m.key or m.leader_consent)`,
        'verify',
        '待核查',
      ),
    )
  }
  if (actor.post === 'leader' || actor.post === 'secretary') {
    lists.push(() =>
      matters(
        trx,
        sql`m.county = ${actor.county} and m.state = 'closing' and m.key and not m.leader_consent and m.leader = ${session.leader}`,
        'verify',
        '待同意销号',
      ),
    )
  }
  if (unitPosts.includes(actor.post as (typeof unitPosts)[number])) {
    if (heads.includes(actor.post as (typeof heads)[number])) lists.push(() => answers(trx, actor.county, actor.unit))
    const mine = sql`m.county = ${actor.county} and m.lead_unit = ${actor.unit}`
    lists.push(() => matters(trx, sql`${mine} and m.state = 'issued'`, 'sign', '待签收'))
    lists.push(() => reportsDue(trx, mine, today))
  }
  lists.push(() => ownWaiting(trx, actor, today))
  // One connection, one question at a time.
  const out: Waiting[] = []
  for (const list of lists) out.push(...(await list()))
  return out
}

/**
 * A report is due once in each period of the matter's cadence, from the period after its issue on. The day shown is the
 * period's last, not the matter's deadline.
 */
async function reportsDue(trx: Trx, mine: RawBuilder<unknown>, today: IsoDate): Promise<Waiting[]> {
  const out: Waiting[] = []
  for (const cadence of cadences) {
    const period = periodOf(cadence, today)
    const due = sql`${mine} and m.state in ('under-way', 'standing') and m.cadence = ${cadence}
      and m.issued_on < ${period.start} and (m.last_report_on is null or m.last_report_on < ${period.start})`
    const rows = await matters(trx, due, 'report', reportWords[cadence])
    out.push(...rows.map((row) => ({ ...row, due: period.end })))
  }
  return out
}

const reportWords = { monthly: '本月待报', biweekly: '本半月待报', weekly: '本周待报', quarterly: '本季待报' } as const

async function matters(trx: Trx, where: RawBuilder<unknown>, what: Waiting['what'], words: string): Promise<Waiting[]> {
  const { rows } = await sql<{ id: number; title: string; deadline: string | null }>`
    select m.id, m.title, m.deadline from matter m where ${where} order by m.deadline, m.id limit ${sql.lit(room)}`.execute(
    trx,
  )
  return rows.map((r) => ({ what, words, matter: r.id, document: null, title: r.title, due: r.deadline }))
}

async function answers(trx: Trx, county: string, unit: number): Promise<Waiting[]> {
  const { rows } = await sql<{ id: number; title: string; due: string | null; n: number }>`
    select d.id, d.title, d.consult_due as due, count(distinct m.id) as n
    from answer a
    join matter m on m.county = a.county and m.id = a.matter and m.state = 'consulting'
    join matter_source s on s.county = m.county and s.matter = m.id
    join document d on d.county = s.county and d.id = s.document and d.state = 'consulting'
    where a.county = ${county} and a.unit = ${unit} and a.opinion is null
    group by d.id, d.title, d.consult_due order by d.consult_due`.execute(trx)
  return rows.map((r) => ({
    what: 'answer' as const,
    words: `待答复 ${r.n} 项`,
    matter: null,
    document: r.id,
    title: r.title,
    due: r.due,
  }))
}

const stepWords = {
  draft: ['review', '待核'],
  reviewed: ['review', '待征求意见'],
  consulting: ['sign-off', '征求意见中'],
  'signed-off': ['issue', '待印发'],
} as const

async function officeSteps(trx: Trx, county: string): Promise<Waiting[]> {
  const rows = await trx
    .selectFrom('document')
    .select(['id', 'title', 'state', 'consult_due'])
    .where('county', '=', county)
    .where('state', 'in', ['draft', 'reviewed', 'consulting', 'signed-off'])
    .where('private', '=', false)
    .orderBy('revision', 'desc')
    .limit(room)
    .execute()
  return rows.map((r) => {
    const [what, words] = stepWords[r.state as keyof typeof stepWords]
    return { what, words, matter: null, document: r.id, title: r.title, due: r.consult_due }
  })
}

/** 待认领: drafts for which no lead is known. */
function unclaimed(trx: Trx, county: string): Promise<Waiting[]> {
  return matters(
    trx,
    sql`m.county = ${county} and m.state in ('drafted', 'reviewed', 'consulting') and m.lead_unit is null`,
    'claim',
    '待认领',
  )
}
