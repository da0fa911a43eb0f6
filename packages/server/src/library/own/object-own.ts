// 退表: a township says 此数已有 of a field; it is counted against the unit that asks, and answered.
import {
  extraDefinition,
  type answerObjection,
  type objectionBody,
  type OwnDetail,
} from '@yipanqi/model/libraries/own/index.ts'
import { libraries } from '@yipanqi/model/libraries/definitions/index.ts'
import { reviewFields } from '@yipanqi/model/libraries/own/review.ts'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import { Fault, faults } from '../../http/fault.ts'
import { ownLedgers } from './own-ledgers.ts'
import { factsOfOwn, getOwn, loadPolicy, loadProposals, openOf } from './own-row.ts'
import { presentOwn } from './present-own.ts'
import { requireOwn } from './refuse-own.ts'

export async function objectToField(
  house: House,
  trx: Trx,
  actor: Actor,
  id: string,
  body: z.output<typeof objectionBody>,
): Promise<OwnDetail> {
  const row = await getOwn(trx, actor.county, id)
  await requireOwn(
    trx,
    actor,
    factsOfOwn(row, openOf(await loadProposals(trx, actor.county, id)), house.clock.today()),
    await loadPolicy(trx, actor.county),
    'object',
  )
  const { fields } = extraDefinition.parse(row.definition)
  // A shipped ledger shows additional fields under a longer name.
  const field = fields.find((f) => f.name === body.field || `x${f.name}` === body.field)
  if (!field || field.retired)
    throw faults.invalid('没有这一栏', [{ path: 'field', message: '这一栏不在台账里，或已停用' }])
  const others = (await ownLedgers(trx, actor.county)).map((l) => l.library)
  const held = [...libraries, ...others].filter((l) => l.id !== id || l.id === row.base)
  if (body.library !== undefined && !held.some((l) => l.id === body.library))
    throw faults.invalid('没有这本台账', [{ path: 'library', message: '请从台账里选' }])
  const found = reviewFields([field], held)
  const holder = found.find((f) => f.library === body.library) ?? (body.library === undefined ? found[0] : undefined)
  const done = await trx
    .insertInto('own_objection')
    .values({
      county: actor.county,
      library: id,
      field: field.name,
      label: field.label,
      holder_library: holder?.library ?? body.library ?? null,
      holder_label: holder?.holderLabel ?? null,
      note: body.note,
      account: actor.account,
      unit: actor.unit || null,
    })
    .onConflict((on) => on.columns(['county', 'library', 'field', 'unit']).where('state', '=', 'open').doNothing())
    .executeTakeFirst()
  if ((done.numInsertedOrUpdatedRows ?? 0n) === 0n)
    throw new Fault(409, 'already-said', `您单位已经退回过“${field.label}”`, { why: '正在等起草单位或审批人答复' })
  return presentOwn(house, trx, actor, id)
}

export async function answerFieldObjection(
  house: House,
  trx: Trx,
  actor: Actor,
  id: string,
  number: number,
  body: z.output<typeof answerObjection>,
): Promise<OwnDetail> {
  const row = await getOwn(trx, actor.county, id)
  await requireOwn(
    trx,
    actor,
    factsOfOwn(row, openOf(await loadProposals(trx, actor.county, id)), house.clock.today()),
    await loadPolicy(trx, actor.county),
    'answer',
  )
  const done = await trx
    .updateTable('own_objection')
    .set({
      state: body.accept ? 'accepted' : 'declined',
      answer: body.note,
      answered_by: actor.account,
      answered_at: sql<string>`now()`,
    })
    .where('county', '=', actor.county)
    .where('library', '=', id)
    .where('id', '=', number)
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw faults.notFound('条待答复的退回')
  return presentOwn(house, trx, actor, id)
}
