// What else must hold before an action, beside state and part. Each guard answers null or a refusal in Chinese.
import type { Action } from '../words.ts'
import type { MatterFacts, Refusal, Who } from './facts.ts'

type Guard = (matter: MatterFacts, who: Who, today: string) => Refusal | null

export const guards: Partial<Record<Action, Guard>> = {
  'sign-off': (matter, _who, today) => {
    const open = matter.answers.filter((a) => a.opinion !== 'agree' && a.adopted === null)
    if (open.length > 0) {
      return {
        code: 'opinions-open',
        message: `“${matter.title}”还有 ${open.length} 条意见没有处理`,
        why: '建议修改、建议改派的意见，采纳与否都要在采纳情况表里写明',
        who: [{ unit: null, post: 'dispatcher' }],
      }
    }
    // 逾期不回按无意见: silence counts only after the last day for answers has passed.
    if (matter.awaiting.length > 0 && (matter.consultDue === null || today <= matter.consultDue)) {
      return {
        code: 'answers-awaited',
        message: `“${matter.title}”还有 ${matter.awaiting.length} 个单位没有答复`,
        why: `征求意见截止 ${matter.consultDue ?? '未定'}，到期不回才按无意见处理`,
        who: matter.awaiting.map((unit) => ({ unit, post: 'unit-head' })),
      }
    }
    return null
  },
  issue: (matter) => {
    const missing = missingForIssue(matter)
    if (missing.length === 0) return null
    return {
      code: 'not-ready',
      message: `“${matter.title}”不能交办：缺${missing.join('、')}`,
      why: '交办的事项必须写明牵头单位、完成时限和完成标志；指标类还要有确定的目标值',
      who: [{ unit: null, post: 'dispatcher' }],
    }
  },
  'request-close': (matter) => {
    if (matter.evidenceCount > 0) return null
    return {
      code: 'no-evidence',
      message: '还没有佐证，不能申请办结',
      why: `完成标志是“${matter.doneWhen ?? '未写明'}”，办结要按它附上佐证`,
      who: [{ unit: matter.leadUnit, post: 'liaison' }],
    }
  },
  verify: (matter) => {
    if (!matter.key || matter.leaderConsent) return null
    return {
      code: 'leader-consent',
      message: '重点事项须牵头县领导同意后才能销号',
      why: '这项列为重点事项，还没有牵头县领导的同意记录',
      who: [{ unit: null, post: 'leader' }],
    }
  },
}

const gapWords = { lead: '牵头单位', deadline: '完成时限', doneWhen: '完成标志', target: '目标值' } as const
/** A field without which a matter is not issued. */
export type Gap = keyof typeof gapWords

/** The fields that a matter still lacks before it may be issued; they may be filled even after 审定. */
export function gapsForIssue(
  matter: Pick<MatterFacts, 'kind' | 'leadUnit' | 'deadline' | 'doneWhen' | 'target'>,
): Gap[] {
  const gaps: Gap[] = []
  if (matter.leadUnit === null) gaps.push('lead')
  if (matter.deadline === null) gaps.push('deadline')
  if (!matter.doneWhen) gaps.push('doneWhen')
  // A masked figure (**亿元) must be filled by the office; a goal without any figure is judged by its deadline.
  if (matter.kind === '指标' && matter.target !== null && (matter.target.masked || matter.target.value === null)) {
    gaps.push('target')
  }
  return gaps
}

/** The same in the words of the 任务分解表. */
export function missingForIssue(matter: MatterFacts): string[] {
  return gapsForIssue(matter).map((gap) => gapWords[gap])
}
