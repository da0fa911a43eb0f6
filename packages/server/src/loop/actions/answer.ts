import { decide, type Opinion } from '@yipanqi/model'
import type { Actor } from '../../db/actor.ts'
import type { OnPaper } from '../../db/schema.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import { Fault, faults } from '../../http/fault.ts'
import { announce } from '../../live/live.ts'
import { factsOf, getMatter, requireVersion, whoOf } from '../matter-row.ts'
import { record } from '../record.ts'
import { checkPaper } from '../evidence.ts'
import { refuse } from '../refuse.ts'
import { checkUnits } from '../supports.ts'

export interface AnswerInput {
  readonly version: number
  readonly opinion: Opinion
  readonly text: string
  readonly suggestedUnit: number | null
  readonly forUnit?: number | undefined
  readonly onPaper?: (OnPaper & { file: number | null }) | undefined
}

/**
 * 答复征求意见. A unit's head answers for the unit; the office may record what a unit signed on paper. An answer does
 * not move the matter's version, so that two units can answer at once.
 */
export async function answerMatter(
  house: House,
  trx: Trx,
  actor: Actor,
  id: number,
  input: AnswerInput,
): Promise<void> {
  const loaded = await getMatter(trx, actor.county, id, true)
  requireVersion(loaded.row, input.version)
  const forOther = input.forUnit !== undefined && input.forUnit !== actor.unit
  const unit = input.forUnit ?? actor.unit
  if (forOther && (actor.post !== 'dispatcher' || !input.onPaper)) {
    throw faults.forbidden('不能代别的单位答复', '只有财经办可以代录，并须注明线下签批的人和日期', 'dispatcher')
  }
  if (!forOther) {
    const decision = decide('answer', factsOf(loaded), whoOf(actor), house.clock.today())
    if (!decision.ok) return refuse(trx, actor.county, decision)
  } else if (loaded.row.state !== 'consulting') {
    throw new Fault(409, 'wrong-state', '这项事项现在不在征求意见', { why: '只有征求意见中的事项可以补录答复' })
  }
  if (input.opinion !== 'agree' && input.text.trim() === '') {
    throw faults.invalid('请写明理由', [{ path: 'text', message: '建议修改或改派须写明依据（三定、清单或实际分工）' }])
  }
  if (input.opinion === 'reassign' && input.suggestedUnit === null) {
    throw faults.invalid('请选建议改派的单位', [{ path: 'suggestedUnit', message: '建议改派要写改派给谁' }])
  }
  if (input.suggestedUnit !== null) await checkUnits(trx, actor.county, [input.suggestedUnit], 'suggestedUnit')
  await checkPaper(trx, actor, input.onPaper)
  const changed = await trx
    .updateTable('answer')
    .set({
      opinion: input.opinion,
      text: input.text,
      suggested_unit: input.opinion === 'reassign' ? input.suggestedUnit : null,
      answered_at: house.clock.now().toISOString(),
      account: actor.account,
      on_paper: input.onPaper !== undefined,
      // A changed answer must be weighed again.
      adopted: null,
      adoption_note: null,
    })
    .where('county', '=', actor.county)
    .where('matter', '=', id)
    .where('unit', '=', unit)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) {
    throw new Fault(409, 'not-asked', '没有向这个单位征求过意见', { why: '只有牵头单位和配合单位需要答复' })
  }
  const event = await record(trx, actor, {
    action: 'answer',
    matter: id,
    from: loaded.row.state,
    to: loaded.row.state,
    text: input.text,
    onPaper: input.onPaper ?? null,
    details: { opinion: input.opinion, unit, suggestedUnit: input.suggestedUnit },
  })
  await announce(trx, { county: actor.county, event, kind: 'matter', ids: [id] })
}
