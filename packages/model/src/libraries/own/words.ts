// Words of own ledgers: no schema comes with them into the browser.

export const ownStates = ['draft', 'proposed', 'active', 'ended', 'withdrawn'] as const
/** draft: written, never approved · proposed: waits for its approver · active · ended: past its end or stopped. */
export type OwnState = (typeof ownStates)[number]
export const ownStateWords: Readonly<Record<OwnState, string>> = {
  draft: '起草中',
  proposed: '待审批',
  active: '在用',
  ended: '已停用',
  withdrawn: '已撤回',
}

export const proposalStates = ['draft', 'proposed', 'approved', 'returned', 'withdrawn'] as const
export type ProposalState = (typeof proposalStates)[number]
export const proposalStateWords: Readonly<Record<ProposalState, string>> = {
  draft: '起草中',
  proposed: '待审批',
  approved: '已批准',
  returned: '已退回修改',
  withdrawn: '已撤回',
}

export const objectionStateWords = { open: '待答复', accepted: '已采纳', declined: '未采纳' } as const

export const findingHows = ['same', 'alias', 'similar'] as const
export type FindingHow = (typeof findingHows)[number]
export const findingWords: Readonly<Record<FindingHow, string>> = {
  same: '栏目名相同',
  alias: '另一种叫法',
  similar: '叫法相近',
}

/** Whom a county may make approvers of its own ledgers: who answers for the burden of all, not for one unit's wishes. */
export const approverPosts = [
  'establishment',
  'dispatcher',
  'leader',
  'secretary',
  'supervisor-party',
  'supervisor-government',
  'assessor',
  'unit-head',
  'statistician',
] as const
