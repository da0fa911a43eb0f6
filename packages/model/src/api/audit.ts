import { z } from 'zod'
import { instant, pageOf } from './common.ts'

export const auditOps = ['I', 'U', 'D'] as const
export const auditOpWords = { I: '新增', U: '修改', D: '删除' } as const

export const auditItem = z
  .object({
    id: z.number().int(),
    at: instant,
    who: z.object({ account: z.string().nullable(), display: z.string(), post: z.string() }),
    op: z.enum(auditOps),
    table: z.object({ id: z.string(), name: z.string() }),
    key: z.string(),
    fields: z.array(z.object({ label: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
    request: z.string().nullable(),
  })
  .meta({ id: 'AuditItem', description: '谁在何时改了什么：逐栏的原值和新值' })
export const auditPage = pageOf(auditItem).meta({ id: 'AuditPage' })

export const auditState = z
  .object({
    seals: z.number().int(),
    lastSeal: instant.nullable(),
    unsealed: z.number().int().meta({ description: '还没有封存的条数（满一万条不再数）' }),
    tables: z.array(z.object({ id: z.string(), name: z.string() })),
  })
  .meta({ id: 'AuditState' })
export const auditVerdict = z
  .object({
    ok: z.boolean(),
    seals: z.number().int(),
    rows: z.number().int(),
    unsealed: z.number().int(),
    problems: z.array(z.object({ number: z.number().int(), message: z.string() })),
    at: instant,
  })
  .meta({ id: 'AuditVerdict', description: '核对封存的结果' })

export type AuditItem = z.infer<typeof auditItem>
export type AuditState = z.infer<typeof auditState>
export type AuditVerdict = z.infer<typeof auditVerdict>
