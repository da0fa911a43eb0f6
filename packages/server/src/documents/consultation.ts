// 征求意见及采纳情况表.
import type { adoptBody, Consultation } from '@yipanqi/model'
import type { z } from 'zod'
import type { Actor } from '../db/actor.ts'
import type { Trx } from '../db/with-actor.ts'
import type { House } from '../house.ts'
import { Fault, faults } from '../http/fault.ts'
import { announce } from '../live/live.ts'
import { presentAnswers } from '../loop/answers.ts'
import { getMatter, requireVersion } from '../loop/matter-row.ts'
import { record } from '../loop/record.ts'
import { getDocument, matterIdsOf } from './document-row.ts'

export async function consultationOf(house: House, trx: Trx, actor: Actor, id: number): Promise<Consultation> {
  const document = await getDocument(trx, actor.county, id)
  const ids = await matterIdsOf(trx, actor.county, id)
  const matters = ids.length
    ? await trx
        .selectFrom('matter')
        .select(['id', 'title', 'version'])
        .where('county', '=', actor.county)
        .where('id', 'in', ids)
        .execute()
    : []
  const byId = new Map(matters.map((m) => [m.id, m]))
  const rows = ids.length
    ? await trx
        .selectFrom('answer')
        .selectAll()
        .where('county', '=', actor.county)
        .where('matter', 'in', ids)
        .orderBy('matter')
        .orderBy('id')
        .execute()
    : []
  const shown = rows.filter((r) => byId.has(r.matter))
  const answers = await presentAnswers(house, trx, actor.county, shown)
  const matterOf = new Map(shown.map((r) => [r.id, r.matter]))
  const order = new Map(ids.map((matter, i) => [matter, i]))
  return {
    document: id,
    due: document.consult_due,
    asked: shown.length,
    answered: shown.filter((r) => r.opinion !== null).length,
    rows: answers
      .flatMap((answer) => {
        const matter = byId.get(matterOf.get(answer.id) ?? 0)
        return matter
          ? [{ ...answer, matter: matter.id, matterTitle: matter.title, matterVersion: matter.version }]
          : []
      })
      .sort((a, b) => (order.get(a.matter) ?? 0) - (order.get(b.matter) ?? 0) || a.id - b.id),
  }
}

/** 采纳 or not, with the reason. The change itself is made by editing the draft. Answers the document's id. */
export async function adoptAnswer(
  trx: Trx,
  actor: Actor,
  id: number,
  body: z.output<typeof adoptBody>,
): Promise<number> {
  if (actor.post !== 'dispatcher')
    throw faults.forbidden('您不能处理意见', '采纳与否由财经办提出、领导审定', 'dispatcher')
  const answer = await trx
    .selectFrom('answer')
    .selectAll()
    .where('county', '=', actor.county)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!answer) throw faults.notFound('条意见')
  const { row } = await getMatter(trx, actor.county, answer.matter, true)
  requireVersion(row, body.version)
  if (row.state !== 'consulting')
    throw new Fault(409, 'wrong-state', '征求意见已经结束', { why: '审定以后不再改采纳情况' })
  if (answer.opinion === null) throw new Fault(409, 'no-answer', '这个单位还没有答复', { why: '没有意见可以处理' })
  await trx
    .updateTable('answer')
    .set({ adopted: body.adopted, adoption_note: body.note })
    .where('county', '=', actor.county)
    .where('id', '=', id)
    .execute()
  const event = await record(trx, actor, {
    action: 'adopt',
    matter: row.id,
    from: row.state,
    to: row.state,
    text: body.note,
    details: { answer: id, adopted: body.adopted, unit: answer.unit },
  })
  await announce(trx, { county: actor.county, event, kind: 'matter', ids: [row.id] })
  const source = await trx
    .selectFrom('matter_source')
    .innerJoin('document', (j) =>
      j.onRef('document.county', '=', 'matter_source.county').onRef('document.id', '=', 'matter_source.document'),
    )
    .select('document.id')
    .where('matter_source.county', '=', actor.county)
    .where('matter_source.matter', '=', row.id)
    .where('document.state', '=', 'consulting')
    .executeTakeFirstOrThrow()
  return source.id
}
