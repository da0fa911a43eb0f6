import type { MatterDetail } from '@yipanqi/model'
import { actionWords } from '@yipanqi/model/words.ts'

export type CanAction = MatterDetail['can'][number]['action']

/** What a person does to one matter that is in force, the usual first. (Before issue the review screen acts.) */
export const matterActions = ['sign', 'report', 'request-close', 'verify', 'return', 'consent', 'adjust'] as const
export type MatterAction = (typeof matterActions)[number]

export const canWords: Record<CanAction, string> = {
  ...actionWords,
  edit: '修改',
  split: '拆分',
  merge: '合并',
  source: '归并',
  consent: '同意销号',
}

/** What happens, said before it happens. */
export const consequence: Record<Exclude<MatterAction, 'sign'>, string> = {
  report: '',
  'request-close': '提交后转督查室核查，核查期间不能再改数。',
  verify: '核查通过即办结（常态类转为常态推进），此后不再亮灯、不再催报。',
  return: '退回后事项回到“办理中”，牵头单位会收到退回理由，并记一次退回。',
  consent: '同意后督查室方可核查办结，这条意见留在办理过程里。',
  adjust: '调整须有批准依据；首版目标保留，办理过程里写明由谁批准。',
}

export const allowed = (matter: Pick<MatterDetail, 'can'>, action: CanAction): boolean =>
  matter.can.some((c) => c.action === action && c.allowed)
