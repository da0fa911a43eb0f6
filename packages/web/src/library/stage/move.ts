import type { StageMove } from '@yipanqi/model/libraries/api.ts'
import type { Value } from '@yipanqi/model/libraries/field.ts'
import type { Gates, GateState } from '@yipanqi/model/libraries/records-api.ts'

/** What is said about one condition that does not hold. */
export interface Answer {
  way?: 'present' | 'missing' | 'waived' | 'fill'
  number?: string
  file?: { id: number; name: string }
  basis?: string
  promisedBy?: string
  due?: string
  /** The field's value, where the condition asks for a field and it is filled in on the spot. */
  value?: Value
  /** Why that value cannot be read yet. */
  problem?: string
}
export type Answers = Readonly<Record<string, Answer>>

export interface Target {
  to: string
  name: string
  /** papers: the record stays where it is, only papers are added. */
  way: 'on' | 'back' | 'exit' | 'papers'
  meaning: string | null
  missing: number
  conditions: readonly GateState[]
}

/** Where a record may go: onward, back, out; and, where papers are owing, bringing them without going anywhere. */
export function targetsOf(gates: Gates, name: string): readonly Target[] {
  const owing = gates.here.filter((c) => !c.holds)
  const stays: Target[] =
    owing.length === 0
      ? []
      : [{ to: gates.stage, name, way: 'papers', meaning: null, missing: owing.length, conditions: gates.here }]
  const goes = gates.stages.map(
    (s): Target => ({
      to: s.to,
      name: s.name,
      way: s.exit ? 'exit' : s.backwards ? 'back' : 'on',
      meaning: s.meaning,
      missing: s.missing,
      conditions: s.conditions,
    }),
  )
  return [...goes, ...stays]
}

/** The step that one usually comes for: the next stage onward. */
export const usualTarget = (targets: readonly Target[]): Target | undefined =>
  targets.find((t) => t.way === 'on') ?? targets[0]

/** Promised already: it is carried along without being asked about again. */
export const isCarried = (c: GateState): boolean => !c.holds && c.paper?.state === 'missing'

export interface Said {
  since: string
  reason: string
  approver: string
  answers: Answers
}

/** What still has to be said before the move can be sent: by condition id, `since`, `reason`, `approver`. */
export function lacking(target: Target, said: Said, today: string): Readonly<Record<string, string>> {
  const wrong: Record<string, string> = {}
  const must = target.way === 'back' || target.way === 'exit'
  if (must && said.reason.trim() === '') wrong['reason'] = '请写明原因'
  if (target.way === 'exit' && said.approver.trim() === '') wrong['approver'] = '请写批准人'
  if (said.since > today) wrong['since'] = '日期不能晚于今天'
  for (const condition of target.conditions) {
    if (condition.holds) continue
    const answer = said.answers[condition.id]
    // Bringing papers is about those that have come; the rest stays owing as it is.
    if (!answer?.way && (isCarried(condition) || target.way === 'papers')) continue
    const message = wrongAnswer(answer, today)
    if (message) wrong[condition.id] = message
  }
  return wrong
}

function wrongAnswer(answer: Answer | undefined, today: string): string | null {
  switch (answer?.way) {
    case undefined:
      return '请选一项'
    case 'fill':
      return answer.problem ?? (answer.value === null || answer.value === undefined ? '请填写' : null)
    case 'present':
      return answer.number?.trim() || answer.file ? null : '请写文号，或附扫描件'
    case 'waived':
      return answer.basis?.trim() ? null : '请写不需要的依据'
    case 'missing':
      if (!answer.basis?.trim()) return '请写容缺依据'
      if (!answer.promisedBy?.trim()) return '请写承诺人'
      if (!answer.due) return '请选补齐日期'
      return answer.due < today ? '补齐日期不能早于今天' : null
  }
}

/** The move as the server wants it; values filled in on the spot are another request, made before it. */
export function moveOf(target: Target, said: Said, version: number): StageMove {
  const reason = said.reason.trim()
  const approver = said.approver.trim()
  return {
    version,
    to: target.to,
    since: said.since,
    ...(reason ? { reason } : {}),
    ...(target.way === 'exit' && approver ? { approver } : {}),
    papers: target.conditions.flatMap((c) => {
      const answer = said.answers[c.id]
      if (c.holds || !answer?.way || answer.way === 'fill') return []
      return [paperOf(c.id, answer.way, answer)]
    }),
  }
}

function paperOf(
  condition: string,
  state: 'present' | 'missing' | 'waived',
  answer: Answer,
): StageMove['papers'][number] {
  const { number = '', file, basis = '', promisedBy = '', due } = answer
  if (state === 'present') {
    return { condition, state, ...(number.trim() ? { number: number.trim() } : {}), ...(file ? { file: file.id } : {}) }
  }
  if (state === 'waived') return { condition, state, basis: basis.trim() }
  return { condition, state, basis: basis.trim(), promisedBy: promisedBy.trim(), ...(due ? { due } : {}) }
}

/** Values that were filled in for their conditions, by field. */
export function filledOf(target: Target, answers: Answers): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    target.conditions.flatMap((c) => {
      const answer = answers[c.id]
      return !c.holds && answer?.way === 'fill' && c.field !== null ? [[c.field, answer.value ?? null]] : []
    }),
  )
}

/** What the button will do, in one sentence. */
export function consequence(target: Target, answers: Answers): string {
  const open = target.conditions.filter((c) => !c.holds)
  const promised = open.filter((c) => answers[c.id]?.way === 'missing' || (isCarried(c) && !answers[c.id]?.way))
  if (target.way === 'exit') return '移出主线：看板单列，不再算停滞；以后还能转回来。'
  if (target.way === 'back') return '退回后，已经登记的要件都保留。'
  if (promised.length === 0) return ''
  return `带着 ${promised.length} 件缺件往前走；到期没补齐，系统自动拟一项事项交财经办。`
}
