import { faults } from '../fault.ts'
import { z } from 'zod'
import type { FieldSet, Fields, Query, RawQuery } from '@yipanqi/model'

/** `/{id}` of a path: digits of an id, nothing else. */
export const idParams = z.object({
  id: z
    .string()
    .regex(/^[1-9]\d{0,15}$/, '编号是正整数')
    .transform(Number)
    .meta({ description: '编号' }),
})

/** Newest first, by id: `after` is the `next` of the page before. */
export const pageQuery = z.object({
  after: z.coerce.number().int().positive().optional().meta({ description: '上一页返回的 next' }),
  limit: z.coerce.number().int().min(1).max(200).default(50).meta({ description: '每页条数，1—200，默认 50' }),
})

/** Reads a list's query by its fields, or answers 400 naming each parameter that does not fit. */
export function readQuery<S extends FieldSet>(fields: Fields<S>, raw: RawQuery): Query<S> {
  const parsed = fields.parse(raw)
  if (!parsed.ok) throw faults.invalid('查询条件不对', parsed.fields)
  return parsed.query
}
