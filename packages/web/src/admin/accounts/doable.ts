import type { AccountFull } from '@yipanqi/model'
import type { Post } from '@yipanqi/model/words.ts'

export type Doing =
  | 'person'
  | 'transfer'
  | 'hand-over'
  | 'leave'
  | 'reset-password'
  | 'grant'
  | 'suspend'
  | 'unlock'
  | 'reset-second-factor'

export interface Verb {
  readonly verb: Doing
  readonly words: string
  readonly main?: true
}

/** What this administrator can do with an account as it stands; the server says the same. */
export function doable(post: Post, account: AccountFull, own: boolean): Verb[] {
  const { state } = account
  if (post === 'system-admin') {
    return [
      { verb: 'person', words: '改姓名、手机' },
      ...(own ? [] : ([{ verb: 'transfer', words: state === 'left' ? '重新启用' : '换岗' }] as const)),
      ...(own || state === 'left'
        ? []
        : ([
            { verb: 'hand-over', words: '交接' },
            { verb: 'leave', words: '离岗' },
            { verb: 'reset-password', words: '重置密码' },
          ] as const)),
    ]
  }
  if (post !== 'security-admin') return []
  return [
    ...(own || state === 'left'
      ? []
      : ([{ verb: 'grant', words: state === 'pending' ? '审批' : '改角色、范围', main: true }] as const)),
    ...(own || state !== 'active' ? [] : ([{ verb: 'suspend', words: '暂停' }] as const)),
    ...(account.lockedUntil ? ([{ verb: 'unlock', words: '解锁' }] as const) : []),
    ...(account.secondFactor && !own ? ([{ verb: 'reset-second-factor', words: '重置两步验证' }] as const) : []),
  ]
}
