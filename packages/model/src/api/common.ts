import { isIsoDate } from '@yipanqi/base'
import { z } from 'zod'
import { posts } from '../words.ts'

/** Inclusive calendar day, `YYYY-MM-DD`. */
export const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, '日期要写成 2026-05-21 的样子')
  .refine(isIsoDate, '没有这一天')
  .meta({ description: '日期 YYYY-MM-DD', example: '2026-05-21' })
export const instant = z
  .string()
  .meta({ description: '带时区的时刻（ISO 8601）', example: '2026-05-21T09:30:00+08:00' })
/** Ids are whole numbers, unique in the whole installation, meaningless outside their county. */
export const id = z.number().int().positive().max(Number.MAX_SAFE_INTEGER)
/** A figure as people write them: beyond 10^15 of any unit it is a slip of the pen. */
export const figure = z.number().min(-1e15).max(1e15)
/** Required in the body of each change: 409 `stale` when the record has moved on meanwhile. */
export const version = z.number().int().nonnegative().meta({ description: '打开时的版本号；不一致则 409 stale' })

export const unitRef = z
  .object({ id, code: z.string(), name: z.string(), short: z.string() })
  .meta({ id: 'UnitRef', description: '单位' })
export const personRef = z
  .object({ id, name: z.string(), post: z.string() })
  .meta({ id: 'PersonRef', description: '县领导（姓名与职务）' })
export const canAct = z.object({ unit: unitRef.nullable(), post: z.enum(posts) }).meta({ id: 'CanAct' })

export const errorBody = z
  .object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      why: z.string(),
      who: z.array(canAct),
      fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
      /** One refusal per record where an action concerned many (issue, sign-off). */
      items: z.array(z.object({ id, title: z.string(), why: z.string() })).optional(),
    }),
  })
  .meta({ id: 'Error', description: '出了什么事、为什么、谁能办' })

export const count = z.object({ value: z.number().int(), exact: z.boolean() }).nullable()
export const countMode = z.enum(['none', 'capped', 'exact'])

/** One page of anything: rows, the cursor of the next page, and a count that was asked for. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable(), count })
}

export type UnitRef = z.infer<typeof unitRef>
export type PersonRef = z.infer<typeof personRef>
export type ErrorBody = z.infer<typeof errorBody>
export type CountMode = z.infer<typeof countMode>
export interface Page<T> {
  items: T[]
  next: string | null
  count: { value: number; exact: boolean } | null
}
