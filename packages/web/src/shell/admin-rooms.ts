import type { Post } from '@yipanqi/model/words.ts'

export interface AdminRoom {
  readonly to: '/admin/units' | '/admin/accounts' | '/admin/audit' | '/code-tables'
  readonly words: string
}

/** The rooms of each administrator: their navigation is theirs alone. Others have none. */
export function adminRooms(post: Post): readonly AdminRoom[] {
  if (post === 'system-admin')
    return [
      { to: '/admin/units', words: '单位' },
      { to: '/admin/accounts', words: '账号' },
      { to: '/code-tables', words: '代码表' },
    ]
  if (post === 'security-admin')
    return [
      { to: '/admin/accounts', words: '权限' },
      { to: '/admin/units', words: '单位' },
    ]
  return post === 'audit-admin' ? [{ to: '/admin/audit', words: '审计' }] : []
}
