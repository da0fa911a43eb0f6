import type { DocumentState } from '@yipanqi/model/words.ts'

export const steps = ['review', 'consult', 'sign-off', 'issue'] as const
export type Step = (typeof steps)[number]

export const stepNames: Record<DocumentState, string> = {
  draft: '初拆',
  reviewed: '核',
  consulting: '征求意见',
  'signed-off': '审定',
  issued: '印发',
}
export const verbs: Record<Step, string> = {
  review: '核毕',
  consult: '征求意见',
  'sign-off': '审定',
  issue: '印发交办',
}

/** What will happen, before it happens. */
export const effects: Record<Step, (units: number) => string> = {
  review: () => '核毕后可发出征求意见；各项仍可修改。',
  consult: (units) => `发出后 ${units} 个牵头和配合单位会收到征求意见，由主要负责人答复；到期不回按无意见。`,
  'sign-off': () => '审定后内容定稿，只等编文号印发。采纳情况表里还没处理的意见须先处理。',
  issue: (units) => `印发后 ${units} 个单位收到交办，开始亮灯；之后的改动都要走“调整”，写明批准依据。`,
}
