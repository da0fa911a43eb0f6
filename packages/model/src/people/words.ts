// Words of units, accounts and the three administrators.
import type { Post, Words } from '../words.ts'

export const administrators = ['system-admin', 'security-admin', 'audit-admin'] as const
/** 三员: what each of them does is closed to the other two. */
export type Administrator = (typeof administrators)[number]

export function isAdministrator(post: Post): post is Administrator {
  return (administrators as readonly Post[]).includes(post)
}

export const accountStates = ['pending', 'active', 'left'] as const
export type AccountState = (typeof accountStates)[number]
export const accountStateWords: Words<AccountState> = { pending: '待审批', active: '在用', left: '已离岗' }

export const rowScopes = ['all', 'custom', 'subtree', 'unit', 'own', 'enterprise', 'none'] as const
/** How much of the county's business an account sees. */
export type RowScope = (typeof rowScopes)[number]
export const rowScopeWords: Words<RowScope> = {
  all: '全县',
  custom: '指定单位',
  subtree: '本单位及下属',
  unit: '仅本单位',
  own: '仅本人经办',
  enterprise: '仅本企业',
  none: '不看业务',
}

/** Administrators, the secrecy officer and firms have no part in the county's business. */
export const apart: readonly Post[] = [...administrators, 'secrecy', 'enterprise']
const wholeCounty: readonly Post[] = [
  'leader',
  'secretary',
  'dispatcher',
  'supervisor-party',
  'supervisor-government',
  'assessor',
]

/** The scopes that may be given with a post; the first is what it usually has. */
export function scopesOf(post: Post): readonly RowScope[] {
  if (post === 'enterprise') return ['enterprise', 'none']
  if (apart.includes(post)) return ['none']
  if (wholeCounty.includes(post)) return ['all', 'custom', 'subtree']
  if (post === 'service-officer') return ['own', 'custom', 'unit']
  return ['subtree', 'unit', 'custom', 'own']
}

/** May an account with this post be granted with others: its usual scope ends at its unit, and nothing is bound to it. */
export const grantedTogether = (post: Post): boolean => !apart.includes(post) && !wholeCounty.includes(post)

export const unitKinds = ['党委', '政府', '事业', '垂管', '驻县', '企业', '乡镇', '群团'] as const

export const unitChangeKinds = ['open', 'rename', 'change', 'merge', 'split'] as const
export type UnitChangeKind = (typeof unitChangeKinds)[number]
export const unitChangeKindWords: Words<UnitChangeKind> = {
  open: '新设',
  rename: '更名',
  change: '调整设置',
  merge: '合并（并入）',
  split: '拆分',
}
export const unitChangeStates = ['planned', 'done', 'cancelled', 'failed'] as const
export type UnitChangeState = (typeof unitChangeStates)[number]
export const unitChangeStateWords: Words<UnitChangeState> = {
  planned: '到期执行',
  done: '已执行',
  cancelled: '已取消',
  failed: '没有执行',
}
