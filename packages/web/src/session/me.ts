import type { Me } from '@yipanqi/model'
import { heads, unitPosts, verifiers } from '@yipanqi/model/loop/transitions.ts'
import { isAdministrator } from '@yipanqi/model/people/words.ts'
import { useQuery } from '@tanstack/react-query'
import { createContext, use } from 'react'
import { meQuery } from '../api/queries.ts'

const MeContext = createContext<Me | null>(null)
export const MeProvider = MeContext.Provider

export const useMeQuery = () => useQuery(meQuery)

/** Who is at the screen. Only inside the shell, which waits for the answer first. */
export function useMe(): Me {
  const me = use(MeContext)
  if (!me) throw new Error('useMe outside of the shell')
  return me
}

export type HomeKind = 'administrator' | 'dispatcher' | 'unit' | 'leader' | 'verifier' | 'reader'

/** Which home a role opens. Whoever neither dispatches nor does nor verifies reads. */
export function homeKind(me: Me): HomeKind {
  const post = me.account.post
  if (isAdministrator(post)) return 'administrator'
  if (post === 'dispatcher') return 'dispatcher'
  if (unitPosts.includes(post)) return 'unit'
  if (verifiers.includes(post)) return 'verifier'
  if (post === 'leader' || post === 'secretary') return 'leader'
  return 'reader'
}

export const isHead = (me: Me): boolean => heads.includes(me.account.post)
