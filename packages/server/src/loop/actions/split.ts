// Splitting and merging drafts: sources are kept by every part, so that the text still shows each one's light.
import type { mergeMatters, splitMatter } from '@yipanqi/model'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import { refreshAudiences } from '../../documents/audience.ts'
import { learnMerge, learnSplit } from '../../documents/lexicon/learn.ts'
import { Fault, faults } from '../../http/fault.ts'
import { announce } from '../../live/live.ts'
import { change } from '../act.ts'
import { getMatter, requireVersion } from '../matter-row.ts'
import { record } from '../record.ts'
import { checkLead, setSupports } from '../supports.ts'
import { requireEditable } from './edit.ts'
import { matterSearch } from '../matter-search.ts'

/** The first part takes the draft's place; the others are new drafts with the same sources. Answers all ids. */
export async function splitDraft(
  house: House,
  trx: Trx,
  actor: Actor,
  id: number,
  body: z.output<typeof splitMatter>,
): Promise<number[]> {
  const loaded = await getMatter(trx, actor.county, id, true)
  requireVersion(loaded.row, body.version)
  requireEditable(actor, loaded.row)
  if (loaded.row.state === 'consulting') {
    throw new Fault(409, 'wrong-state', '征求意见中的事项不能拆分', {
      why: '各单位正按原来的一项答复；请在审定前先撤销再另立',
    })
  }
  for (const part of body.parts) if (part.lead != null) await checkLead(trx, actor.county, part.lead)
  await learnSplit(trx, actor, loaded.row, body.parts, house.clock.today())
  const [first, ...rest] = body.parts
  if (!first) throw faults.invalid('至少拆成两项')
  await change(house, trx, actor, id, {
    title: first.title,
    ...(first.lead === undefined ? {} : { lead_unit: first.lead }),
  })
  const ids = [id]
  for (const part of rest) {
    const copy = await copyDraft(trx, actor, id, part.title, part.lead)
    await setSupports(trx, actor.county, copy, part.lead ?? loaded.row.lead_unit, loaded.supports)
    ids.push(copy)
  }
  const event = await record(trx, actor, {
    action: 'split',
    matter: id,
    from: loaded.row.state,
    to: loaded.row.state,
    details: { parts: ids },
  })
  await announce(trx, { county: actor.county, event, kind: 'matter', ids })
  return ids
}

async function copyDraft(
  trx: Trx,
  actor: Actor,
  from: number,
  title: string,
  lead: number | null | undefined,
): Promise<number> {
  const found = matterSearch(actor.county, title, null)
  const { rows } = await sql<{ id: number }>`
    insert into matter (county, title, text, kind, attitude, state, lead_unit, leader, deadline, done_when, target, cadence, line, parent,
      steps, curve, provisional, candidates, state_since, created_by, search_text, search)
    select county, ${title}, text, kind, attitude, state, ${lead === undefined ? sql`lead_unit` : lead}, leader, deadline, done_when, null, cadence, line, parent,
      steps, '[]', provisional, candidates, state_since, ${actor.account}, ${found.search_text}, ${found.search}::int[]
    from matter where county = ${actor.county} and id = ${from} returning id`.execute(trx)
  const id = rows[0]?.id as number
  await sql`
    insert into matter_source (county, matter, document, clause, start_at, end_at, quote)
    select county, ${id}, document, clause, start_at, end_at, quote from matter_source
    where county = ${actor.county} and matter = ${from}`.execute(trx)
  await record(trx, actor, { action: 'split', matter: id, to: 'drafted', details: { from } })
  return id
}

/** Several drafts become one: their sources move, the others are marked merged and say where they went. */
export async function mergeDrafts(
  house: House,
  trx: Trx,
  actor: Actor,
  body: z.output<typeof mergeMatters>,
): Promise<number> {
  const into = await getMatter(trx, actor.county, body.into, true)
  requireVersion(into.row, body.version)
  requireEditable(actor, into.row)
  for (const one of body.from) {
    if (one.id === body.into) throw faults.invalid('不能并到自己', [{ path: 'from', message: '请另选一项' }])
    const from = await getMatter(trx, actor.county, one.id, true)
    requireVersion(from.row, one.version)
    requireEditable(actor, from.row)
    await learnMerge(trx, actor, into.row, from.row, house.clock.today())
    await giveSources(house, trx, actor, one.id, body.into)
  }
  await change(house, trx, actor, body.into, {})
  await refreshAudiences(trx, actor.county, body.into)
  const event = await record(trx, actor, {
    action: 'merge',
    matter: body.into,
    from: into.row.state,
    to: into.row.state,
    details: { from: body.from.map((f) => f.id) },
  })
  await announce(trx, { county: actor.county, event, kind: 'matter', ids: [body.into, ...body.from.map((f) => f.id)] })
  return body.into
}

/** Moves a draft's sources to another matter and lets the draft end as merged. */
export async function giveSources(house: House, trx: Trx, actor: Actor, from: number, into: number): Promise<void> {
  await sql`
    insert into matter_source (county, matter, document, clause, start_at, end_at, quote)
    select county, ${into}, document, clause, start_at, end_at, quote from matter_source
    where county = ${actor.county} and matter = ${from} on conflict do nothing`.execute(trx)
  await trx.deleteFrom('matter_source').where('county', '=', actor.county).where('matter', '=', from).execute()
  await change(house, trx, actor, from, { state: 'merged', state_since: house.clock.today() })
  await record(trx, actor, { action: 'merge', matter: from, to: 'merged', details: { into } })
}
