// What a move between stages must say before it is written. Gates are soft: a condition that does not hold may be
// carried along as 缺件, when it is said on what basis, who promised it and by when.
import type { IsoDate } from '@yipanqi/base'
import type { GateCondition, Ladder, StageMoveBody, Values } from '@yipanqi/model/libraries/index.ts'
import { Fault, faults } from '../../http/fault.ts'
import type { FieldFault } from '../records/check-values.ts'
import { conditionsBetween, findStage, holds, isBackwards, type Paper } from './gates.ts'

export type PaperInput = StageMoveBody['papers'][number]

export interface Standing {
  readonly stage: string
  readonly since: IsoDate
  readonly values: Values
  readonly papers: ReadonlyMap<string, Paper>
}

/** Throws 400 for what is badly said, 409 `gate` naming each condition that is neither met nor promised. */
export function checkMove(ladder: Ladder, from: Standing, move: StageMoveBody, today: IsoDate): void {
  const to = findStage(ladder, move.to)
  if (!to) throw faults.invalid('没有这个阶段', [{ path: 'to', message: '请从阶段里选' }])
  const wrong: FieldFault[] = []
  const stays = move.to === from.stage
  if (move.since > today) wrong.push({ path: 'since', message: '日期不能晚于今天' })
  if (!stays && move.since < from.since)
    wrong.push({ path: 'since', message: `不能早于进入“${findStage(ladder, from.stage)?.name}”的 ${from.since}` })
  const mustExplain =
    (to.exit && !stays) || isBackwards(ladder, from.stage, move.to) || (stays && move.since !== from.since)
  if (mustExplain && !move.reason?.trim()) wrong.push({ path: 'reason', message: '要写原因' })
  if (to.exit && !stays && !move.approver?.trim()) wrong.push({ path: 'approver', message: '要写批准人' })
  wrong.push(...checkPapers(ladder, from, move, today))
  if (wrong.length > 0) throw faults.invalid(`还不能转到“${to.name}”：有的内容没有写对`, wrong)
  const lacking = unmet(ladder, from, move)
  if (lacking.length > 0)
    throw new Fault(409, 'gate', `转到“${to.name}”还缺 ${lacking.length} 件`, {
      why: '有的请写文号或附扫描件；确实没有的可以容缺，写明依据、承诺人和补齐日期',
      fields: lacking.map((c) => ({ path: `papers.${c.id}`, message: `缺${c.name}` })),
    })
}

/** Conditions on the way that neither hold nor are promised. Those carried along before stay carried along. */
function unmet(ladder: Ladder, from: Standing, move: StageMoveBody): GateCondition[] {
  if (move.to === from.stage) return []
  const said = new Map(move.papers.map((p) => [p.condition, p]))
  return conditionsBetween(ladder, from.stage, move.to, from.values).filter((c) => {
    const input = said.get(c.id)
    const paper = input ? paperOf(input) : from.papers.get(c.id)
    return !holds(c, from.values, paper) && paper?.state !== 'missing'
  })
}

function checkPapers(ladder: Ladder, from: Standing, move: StageMoveBody, today: IsoDate): FieldFault[] {
  const known = new Map(
    [
      ...conditionsBetween(ladder, null, move.to, from.values),
      ...conditionsBetween(ladder, from.stage, move.to, from.values),
    ].map((c) => [c.id, c]),
  )
  const seen = new Set<string>()
  return move.papers.flatMap((input) => {
    const condition = known.get(input.condition)
    const path = `papers.${input.condition.slice(0, 40)}`
    if (!condition) return [{ path, message: '这个阶段没有这一件' }]
    if (seen.has(input.condition)) return [{ path, message: `${condition.name}写了两次` }]
    seen.add(input.condition)
    const message = wrongPaper(condition, input, today)
    return message === null ? [] : [{ path, message: `${condition.name}${message}` }]
  })
}

function wrongPaper(condition: GateCondition, input: PaperInput, today: IsoDate): string | null {
  if (input.state === 'present') {
    if (condition.needs !== 'paper') return '要在台账里填写，不用附件'
    return input.number?.trim() || input.file !== undefined ? null : '要写文号或附扫描件'
  }
  if (!input.basis?.trim()) return input.state === 'waived' ? '不需要的，要写依据' : '缺的，要写容缺依据'
  if (input.state === 'waived') return null
  if (!input.promisedBy?.trim()) return '缺的，要写承诺人'
  if (!input.due) return '缺的，要写补齐日期'
  return input.due < today ? '的补齐日期不能早于今天' : null
}

const paperOf = (input: PaperInput): Paper => ({
  condition: input.condition,
  state: input.state,
  number: input.number ?? null,
  file: null,
  basis: input.basis ?? null,
  promisedBy: input.promisedBy ?? null,
  due: input.due ?? null,
  matter: null,
})
