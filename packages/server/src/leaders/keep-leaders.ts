// 县领导分工: who is in charge of what, from which day, by which document. Nothing is overwritten without a trace: what
// was before stands in leader_term with its last day.
import { addDays } from '@yipanqi/base'
import type { addLeader, changeLeader, leaderLeaves } from '@yipanqi/model'
import type { Selectable } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../db/actor.ts'
import type { CountyLeaderTable } from '../db/schema.ts'
import type { Trx } from '../db/with-actor.ts'
import { Fault, faults } from '../http/fault.ts'
import { forgetNames } from '../library/list/kept-names.ts'
import { checkUnits } from '../loop/supports.ts'

type LeaderRow = Selectable<CountyLeaderTable>

/** Throws 403: the office keeps the division of work, by its document. */
export function requireOffice(actor: Actor): void {
  if (actor.post === 'dispatcher') return
  throw faults.forbidden('县领导分工由财经办登记', '分工以印发的分工文件为准，由财经办照文件登记', 'dispatcher')
}

export async function addOne(trx: Trx, actor: Actor, body: z.output<typeof addLeader>): Promise<void> {
  const { county } = actor
  await checkUnits(trx, county, body.units, 'units')
  const last = await trx
    .selectFrom('county_leader')
    .select((eb) => eb.fn.max('position').as('position'))
    .where('county', '=', county)
    .executeTakeFirst()
  await trx
    .insertInto('county_leader')
    .values({
      county,
      name: body.name,
      post: body.post,
      portfolio: body.portfolio,
      units: [...new Set(body.units)],
      position: body.position ?? (last?.position ?? 0) + 1,
      valid_from: body.validFrom,
      valid_to: null,
    })
    .execute()
  forgetNames(county)
}

/** From a day that has come: lists and drafts ask who is in charge today, so a later day is entered when it comes. */
export async function changeOne(
  trx: Trx,
  actor: Actor,
  id: number,
  body: z.output<typeof changeLeader>,
  today: string,
): Promise<void> {
  const row = await locked(trx, actor.county, id, body.version)
  requireServing(row, today)
  if (body.effectiveOn > today)
    throw faults.invalid('分工的生效日还没到', [{ path: 'effectiveOn', message: '请在生效当天或以后登记' }])
  const earliest = await earliestChange(trx, row)
  if (body.effectiveOn <= earliest)
    throw faults.invalid('生效日在上一次分工之前', [{ path: 'effectiveOn', message: `要晚于 ${earliest}` }])
  await checkUnits(trx, actor.county, body.units, 'units')
  await trx
    .insertInto('leader_term')
    .values({
      county: actor.county,
      leader: id,
      post: row.post,
      portfolio: row.portfolio,
      units: row.units,
      valid_to: addDays(body.effectiveOn, -1),
      basis: body.basis,
    })
    .execute()
  await save(trx, row, {
    post: body.post,
    portfolio: body.portfolio,
    units: [...new Set(body.units)],
    position: body.position,
  })
}

/** 离任: matters keep the name that they were issued with until another leader is named. */
export async function leaveOne(
  trx: Trx,
  actor: Actor,
  id: number,
  body: z.output<typeof leaderLeaves>,
  today: string,
): Promise<void> {
  const row = await locked(trx, actor.county, id, body.version)
  requireServing(row, today)
  if (body.lastDay < row.valid_from)
    throw faults.invalid('最后一天在到任之前', [{ path: 'lastDay', message: `到任日是 ${row.valid_from}` }])
  await save(trx, row, { valid_to: body.lastDay })
}

async function locked(trx: Trx, county: string, id: number, version: number): Promise<LeaderRow> {
  const row = await trx
    .selectFrom('county_leader')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw faults.notFound('位县领导')
  if (row.version !== version) throw faults.stale(row.version)
  return row
}

function requireServing(row: LeaderRow, today: string): void {
  if (row.valid_to === null || row.valid_to >= today) return
  throw new Fault(409, 'leader-left', `${row.name}已经离任`, {
    why: `在任的最后一天是 ${row.valid_to}；又回来任职的，请另加一位`,
    who: [{ unit: null, post: 'dispatcher' }],
  })
}

/** The day on which what stands now began. */
async function earliestChange(trx: Trx, row: LeaderRow): Promise<string> {
  const last = await trx
    .selectFrom('leader_term')
    .select('valid_to')
    .where('county', '=', row.county)
    .where('leader', '=', row.id)
    .orderBy('valid_to', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ? addDays(last.valid_to, 1) : row.valid_from
}

async function save(trx: Trx, row: LeaderRow, set: Partial<LeaderRow>): Promise<void> {
  await trx
    .updateTable('county_leader')
    .set({ ...set, version: row.version + 1 })
    .where('county', '=', row.county)
    .where('id', '=', row.id)
    .execute()
  forgetNames(row.county)
}
