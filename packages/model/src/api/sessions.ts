import { z } from 'zod'
import { posts } from '../words.ts'
import { id, unitRef } from './common.ts'

export const sessionRequest = z
  .object({
    account: z.string().min(1).max(64),
    password: z.string().min(1).max(256),
    code: z.string().max(20).optional().meta({ description: '两步验证的动态验证码或恢复码' }),
    token: z.boolean().optional().meta({ description: '真：不种 cookie，返回令牌（供程序用）' }),
  })
  .meta({ id: 'SessionRequest' })
export const sessionResponse = z.object({ token: z.string().nullable(), expires: z.string() }).meta({ id: 'Session' })

export const me = z
  .object({
    account: z.object({ id, name: z.string(), display: z.string(), post: z.enum(posts) }),
    /** The county leader that this account is, or serves as secretary. */
    leader: id.nullable(),
    county: z.object({ code: z.string(), name: z.string() }),
    unit: unitRef,
    /** Today in the county, so that every screen counts from the same day. */
    today: z.string(),
  })
  .meta({ id: 'Me' })

export type SessionRequest = z.infer<typeof sessionRequest>
export type SessionResponse = z.infer<typeof sessionResponse>
export type Me = z.infer<typeof me>
