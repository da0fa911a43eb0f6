// 核 → 征求意见 → 审定 → 印发: what each step does.
import { addWorkdays } from '@yipanqi/base'
import { proposeSteps, type consultBody, type issueBody, type reviewBody, type signOffBody } from '@yipanqi/model'
import { sql } from 'kysely'
import type { z } from 'zod'
import { loadCalendar } from '../county-day.ts'
import type { Actor } from '../db/actor.ts'
import type { Trx } from '../db/with-actor.ts'
import type { House } from '../house.ts'
import { Fault } from '../http/fault.ts'
import { relight } from '../loop/relight.ts'
import { record } from '../loop/record.ts'
import type { LoadedMatter } from '../loop/matter-row.ts'
import { advance, moveMatters } from './advance.ts'
import { audienceOf } from './audience.ts'
import { indexMatters } from '../loop/matter-search.ts'

export function reviewDocument(
  house: House,
  trx: Trx,
  actor: Actor,
  id: number,
  body: z.output<typeof reviewBody>,
): Promise<void> {
  return advance(house, trx, actor, {
    step: 'review',
    document: id,
    version: body.version,
    onPaper: body.onPaper,
    states: ['drafted'],
    carryOut: async (_document, matters) => {
      await moveMatters(trx, actor.county, matters, { state: 'reviewed', state_since: house.clock.today() })
      return {}
    },
  })
}

/** Every unit that leads or supports is asked; each has N working days, silence after that counts as no objection. */
export async function consultDocument(
  house: House,
  trx: Trx,
  actor: Actor,
  id: number,
  body: z.output<typeof consultBody>,
): Promise<void> {
  const today = house.clock.today()
  const due = addWorkdays(today, body.days, await loadCalendar(trx, actor.county))
  await advance(house, trx, actor, {
    step: 'consult',
    document: id,
    version: body.version,
    onPaper: body.onPaper,
    states: ['reviewed'],
    carryOut: async (_document, matters) => {
      await askUnits(house, trx, actor, matters, body.onPaper !== undefined)
      await moveMatters(trx, actor.county, matters, { state: 'consulting', state_since: today })
      return {
        set: { consult_due: due, seen_by: await audienceOf(trx, actor.county, id) },
        details: { due, days: body.days },
      }
    },
  })
}

async function askUnits(
  house: House,
  trx: Trx,
  actor: Actor,
  matters: readonly LoadedMatter[],
  onPaper: boolean,
): Promise<void> {
  const answered = onPaper
    ? {
        opinion: 'agree' as const,
        text: '已线下征求意见',
        answered_at: house.clock.now().toISOString(),
        account: actor.account,
        on_paper: true,
      }
    : { opinion: null, text: null, answered_at: null, account: null, on_paper: false }
  const rows = matters.flatMap(({ row, supports }) => [
    ...(row.lead_unit === null ? [] : [{ matter: row.id, unit: row.lead_unit, role: 'lead' as const }]),
    ...supports
      .filter((s) => s.unit !== row.lead_unit)
      .map((s) => ({ matter: row.id, unit: s.unit, role: 'support' as const })),
  ])
  if (rows.length === 0) return
  await trx
    .insertInto('answer')
    .values(
      rows.map((r) => ({
        ...r,
        ...answered,
        county: actor.county,
        suggested_unit: null,
        adopted: null,
        adoption_note: null,
      })),
    )
    .onConflict((c) => c.doNothing())
    .execute()
}

/** 审定: every objection weighed, every answer in or overdue. What was 拟 is now fixed. */
export function signOffDocument(
  house: House,
  trx: Trx,
  actor: Actor,
  id: number,
  body: z.output<typeof signOffBody>,
): Promise<void> {
  return advance(house, trx, actor, {
    step: 'sign-off',
    document: id,
    version: body.version,
    onPaper: body.onPaper,
    states: ['consulting'],
    carryOut: async (_document, matters) => {
      await moveMatters(trx, actor.county, matters, {
        state: 'signed-off',
        state_since: house.clock.today(),
        provisional: '[]',
      })
      return { set: { seen_by: await audienceOf(trx, actor.county, id) } }
    },
  })
}

/** 印发交办: under a document number; the targets of this day stay on record as the first version. */
export async function issueDocument(
  house: House,
  trx: Trx,
  actor: Actor,
  id: number,
  body: z.output<typeof issueBody>,
): Promise<void> {
  const today = house.clock.today()
  if (body.date > today)
    throw new Fault(400, 'invalid', '印发日期还没到', {
      why: `今天是 ${today}`,
      fields: [{ path: 'date', message: '不能晚于今天' }],
    })
  await advance(house, trx, actor, {
    step: 'issue',
    document: id,
    version: body.version,
    onPaper: body.onPaper,
    states: ['signed-off'],
    carryOut: async (_document, matters) => {
      await refuseNumberTwice(trx, actor.county, body.number)
      await moveMatters(trx, actor.county, matters, {
        state: 'issued',
        state_since: body.date,
        issued_on: body.date,
        first_target: sql`target`,
        first_deadline: sql`deadline`,
      })
      await numberMatters(
        trx,
        actor.county,
        matters.map((m) => m.row.id),
        body.date.slice(0, 4),
      )
      const calendar = await loadCalendar(trx, actor.county)
      for (const { row } of matters) {
        if (row.kind === '制度成果' && row.steps.every((s) => s.due === null)) {
          const steps = JSON.stringify(proposeSteps(body.date, row.deadline, calendar))
          await trx
            .updateTable('matter')
            .set({ steps })
            .where('county', '=', actor.county)
            .where('id', '=', row.id)
            .execute()
        }
        await relight(trx, actor.county, row.id, today, calendar)
        await record(trx, actor, {
          action: 'issue',
          matter: row.id,
          from: row.state,
          to: 'issued',
          details: { number: body.number, document: id },
        })
      }
      return {
        set: { number: body.number, issued_on: body.date, seen_by: await audienceOf(trx, actor.county, id) },
        details: { number: body.number },
      }
    },
  })
}

async function refuseNumberTwice(trx: Trx, county: string, number: string): Promise<void> {
  // Two documents under one number at once: the second looks when the first has committed.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${county} ${number}`}, 0))`.execute(trx)
  const same = await trx
    .selectFrom('document')
    .select('title')
    .where('county', '=', county)
    .where('number', '=', number)
    .executeTakeFirst()
  if (same)
    throw new Fault(409, 'number-used', `文号 ${number} 已经用过`, {
      why: `《${same.title}》用的就是这个文号，不能重复`,
    })
}

/** 督办编号 2026-0001 …, in the county's order of issue; two issues at once wait for one another at the counter. */
export async function numberMatters(trx: Trx, county: string, ids: readonly number[], year: string): Promise<void> {
  const counter = await trx
    .insertInto('counter')
    .values({ county, name: `matter-${year}`, value: ids.length })
    .onConflict((c) => c.columns(['county', 'name']).doUpdateSet({ value: sql`counter.value + ${ids.length}` }))
    .returning('value')
    .executeTakeFirstOrThrow()
  await sql`
    update matter m set number = ${year} || '-' || lpad((${counter.value - ids.length}::int + o.n)::text, 4, '0')
    from unnest(${[...ids]}::bigint[]) with ordinality o(id, n)
    where m.county = ${county} and m.id = o.id`.execute(trx)
  await indexMatters(trx, county, ids)
}
