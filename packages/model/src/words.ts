// The words of the office: every code that a screen may meet, with the Chinese that clerks use (practice.md §2
// made this list: 列入清单 is not 落实, 项 is the measure word, 报进展 is the button).

/** A closed list of codes with their Chinese words. */
export type Words<T extends string> = Readonly<Record<T, string>>

export const kinds = ['指标', '项目节点', '制度成果', '清查建账', '常态'] as const
/** What sort of thing a matter is: it decides how the matter is measured, lit and finished. */
export type Kind = (typeof kinds)[number]

export const attitudes = ['多作贡献', '少降', '快干', '干好'] as const
/** 力争方向: which way the effort points. */
export type Attitude = (typeof attitudes)[number]

export const lights = ['green', 'yellow', 'red', 'grey', 'done'] as const
/** grey: no fresh evidence (replaces only green); done: closed after verification, no longer ages. */
export type Light = (typeof lights)[number]
export const lightWords: Words<Light> = { green: '绿灯', yellow: '黄灯', red: '红灯', grey: '灰灯', done: '已办结' }
/** Shape beside colour, so that a light reads in greyscale and in print. */
export const lightMarks: Words<Light> = { green: '●', yellow: '◆', red: '▲', grey: '○', done: '✓' }

export const paces = ['已完成', '超进度', '达进度', '欠进度', '其他'] as const
/** 进度词, as 督查 bulletins print it beside the colour. */
export type Pace = (typeof paces)[number]

export const states = [
  'drafted',
  'reviewed',
  'consulting',
  'signed-off',
  'issued',
  'under-way',
  'closing',
  'closed',
  'standing',
  'withdrawn',
  'merged',
] as const
/** Where a matter stands. One column; what else is true of it (overdue …) is a flag beside it. */
export type State = (typeof states)[number]
export const stateWords: Words<State> = {
  drafted: '初拆',
  reviewed: '已核',
  consulting: '征求意见',
  'signed-off': '已审定',
  issued: '待签收',
  'under-way': '办理中',
  closing: '待核查',
  closed: '已办结',
  standing: '常态推进',
  withdrawn: '已撤销',
  merged: '已归并',
}
/** Before issue nothing is lit, nobody is measured. */
export const beforeIssue: readonly State[] = ['drafted', 'reviewed', 'consulting', 'signed-off']
/** In force: issued and neither finished nor gone. */
export const inForce: readonly State[] = ['issued', 'under-way', 'closing', 'standing']

export const documentStates = ['draft', 'reviewed', 'consulting', 'signed-off', 'issued'] as const
export type DocumentState = (typeof documentStates)[number]
export const documentStateWords: Words<DocumentState> = {
  draft: '初拆稿',
  reviewed: '已核',
  consulting: '征求意见中',
  'signed-off': '已审定',
  issued: '已印发',
}

export const scopes = ['public', 'internal', 'work-secret'] as const
/** 上传第一步定范围. */
export type DocumentScope = (typeof scopes)[number]
export const scopeWords: Words<DocumentScope> = {
  public: '可公开',
  internal: '内部（不公开）',
  'work-secret': '工作秘密',
}

export const lines = ['party', 'government'] as const
/** 督查线: one matter has one supervising side. */
export type Line = (typeof lines)[number]
export const lineWords: Words<Line> = { party: '县委线', government: '县政府线' }

export const cadences = ['monthly', 'biweekly', 'weekly', 'quarterly'] as const
export type Cadence = (typeof cadences)[number]
export const cadenceWords: Words<Cadence> = { monthly: '每月', biweekly: '每半月', weekly: '每周', quarterly: '每季' }

export const posts = [
  'leader',
  'secretary',
  'dispatcher',
  'supervisor-party',
  'supervisor-government',
  'assessor',
  'unit-head',
  'unit-deputy',
  'liaison',
  'township-head',
  'township-deputy',
  'township-liaison',
  'service-officer',
  'enterprise',
  'statistician',
  'establishment',
  'secrecy',
  'system-admin',
  'security-admin',
  'audit-admin',
] as const
/** 角色 of an account in its unit. */
export type Post = (typeof posts)[number]
export const postWords: Words<Post> = {
  leader: '县领导',
  secretary: '秘书',
  dispatcher: '财经办调度员',
  'supervisor-party': '县委督查员',
  'supervisor-government': '县政府督查员',
  assessor: '考核办',
  'unit-head': '主要负责人',
  'unit-deputy': '分管副职',
  liaison: '联络员',
  'township-head': '乡镇主要负责人',
  'township-deputy': '乡镇分管负责人',
  'township-liaison': '乡镇经发办',
  'service-officer': '服务专员',
  enterprise: '企业',
  statistician: '统计（只供数）',
  establishment: '编办',
  secrecy: '保密员',
  'system-admin': '系统管理员',
  'security-admin': '安全管理员',
  'audit-admin': '审计管理员',
}

export const actions = [
  'review',
  'consult',
  'answer',
  'sign-off',
  'issue',
  'sign',
  'report',
  'request-close',
  'verify',
  'return',
  'withdraw',
  'adjust',
] as const
/** What can be done to a matter. The first, consult, sign-off and issue happen to a whole document at once. */
export type Action = (typeof actions)[number]
export const actionWords: Words<Action> = {
  review: '核',
  consult: '征求意见',
  answer: '答复意见',
  'sign-off': '审定',
  issue: '印发交办',
  sign: '签收',
  report: '报进展',
  'request-close': '申请办结',
  verify: '核查办结',
  return: '退回重办',
  withdraw: '撤销',
  adjust: '调整',
}

export const opinions = ['agree', 'amend', 'reassign'] as const
/** 征求意见 answer of one unit to one matter. */
export type Opinion = (typeof opinions)[number]
export const opinionWords: Words<Opinion> = { agree: '同意', amend: '建议修改', reassign: '建议改派' }
