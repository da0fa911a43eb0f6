import type { Me } from '@yipanqi/model'
import { unitPosts } from '@yipanqi/model/loop/transitions.ts'

/** Who works on matters connects them; the server looks at the matter and the record itself. */
export const mayLink = (me: Me): boolean => me.account.post === 'dispatcher' || unitPosts.includes(me.account.post)
