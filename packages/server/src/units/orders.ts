// What was ordered about units: previewed, carried out at once, or kept for its day.
import type { UnitChangeBody, UnitChangeItem, UnitChangeResult } from '@yipanqi/model'
import type { Selectable } from 'kysely'
import { asSystem, tryOut } from '../db/as-system.ts'
import type { Actor } from '../db/actor.ts'
import type { UnitChangeTable } from '../db/schema.ts'
import type { Trx } from '../db/with-actor.ts'
import { Fault, faults } from '../http/fault.ts'
import type { House } from '../house.ts'
import { loadNames } from '../people.ts'
import { aboutChange, unitNames } from './about.ts'
import { carryOut } from './carry-out.ts'
import { getUnit, lockDirectory } from './directory.ts'

export type ChangeRow = Selectable<UnitChangeTable>

/** What would move if it happened today: the change is carried out and taken back. */
export async function previewChange(
  house: House,
  trx: Trx,
  actor: Actor,
  body: UnitChangeBody,
): Promise<UnitChangeResult> {
  await lockDirectory(trx, actor.county)
  await checkVersion(trx, actor.county, body)
  return tryOut(trx, () => asSystem(trx, actor, () => carryOut({ house, trx, actor, body })))
}

/** Carries the change out, or keeps it where its day has not come. A kept one must be possible as things stand. */
export async function orderChange(house: House, trx: Trx, actor: Actor, body: UnitChangeBody): Promise<UnitChangeItem> {
  await lockDirectory(trx, actor.county)
  await checkVersion(trx, actor.county, body)
  const names = await unitNames(trx, actor.county, body)
  const now = body.effectiveOn <= house.clock.today()
  const work = () => asSystem(trx, actor, () => carryOut({ house, trx, actor, body }))
  const result = now ? await work() : await tryOut(trx, work)
  const row = await trx
    .insertInto('unit_change')
    .values({
      county: actor.county,
      kind: body.kind,
      effective_on: body.effectiveOn,
      basis: body.basis,
      plan: JSON.stringify({ ...body, about: aboutChange(body, names) }),
      state: now ? 'done' : 'planned',
      ordered_by: actor.account,
      done_at: now ? house.clock.now().toISOString() : null,
      result: JSON.stringify(now ? result : {}),
      problem: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return (await presentChanges(house, trx, actor.county, [row]))[0] as UnitChangeItem
}

/** Only what has not happened can be called off. */
export async function cancelChange(
  house: House,
  trx: Trx,
  actor: Actor,
  id: number,
  version: number,
): Promise<UnitChangeItem> {
  const row = await trx
    .selectFrom('unit_change')
    .selectAll()
    .where('county', '=', actor.county)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw faults.notFound('条变更')
  if (row.version !== version) throw faults.stale(row.version)
  if (row.state !== 'planned' && row.state !== 'failed')
    throw new Fault(409, 'not-planned', '这条变更不能取消了', {
      why: row.state === 'done' ? '已经执行；要改回来，请再办一次变更' : '已经取消',
      who: [{ unit: null, post: 'system-admin' }],
    })
  const after = await trx
    .updateTable('unit_change')
    .set({ state: 'cancelled', version: version + 1 })
    .where('county', '=', actor.county)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return (await presentChanges(house, trx, actor.county, [after]))[0] as UnitChangeItem
}

export async function presentChanges(
  house: House,
  trx: Trx,
  county: string,
  rows: readonly ChangeRow[],
): Promise<UnitChangeItem[]> {
  const names = await loadNames(
    house,
    trx,
    county,
    rows.map((r) => r.ordered_by),
  )
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    effectiveOn: row.effective_on,
    basis: row.basis,
    about: row.plan.about ?? '',
    state: row.state,
    orderedBy: row.ordered_by === null ? null : (names.get(row.ordered_by) ?? null),
    orderedAt: row.ordered_at,
    doneAt: row.done_at,
    problem: row.problem,
    result: 'moves' in row.result ? (row.result as UnitChangeResult) : null,
    version: row.version,
  }))
}

async function checkVersion(trx: Trx, county: string, body: UnitChangeBody): Promise<void> {
  if (!('version' in body)) return
  const unit = await getUnit(trx, county, body.unit)
  if (unit.version !== body.version) throw faults.stale(unit.version)
}
