import { postWords, type Post } from '@yipanqi/model'
import type { Actor } from '../db/actor.ts'
import { faults } from '../http/fault.ts'

/** 三员分立: what one administrator does is closed to everybody else. Throws 403 that says whose it is. */
export function requirePost(actor: Actor, posts: readonly [Post, ...Post[]], what: string): void {
  if ((posts as readonly string[]).includes(actor.post)) return
  const words = posts.map((p) => postWords[p]).join('、')
  throw faults.forbidden(`${what}由${words}办`, `三员分立：这一项只有${words}能办`, posts[0])
}
