// The county's own rules of its own ledgers (CFG): who approves one, how long one may run, when its end is said before.
import { z } from 'zod'
import { version } from '../../api/common.ts'
import { posts } from '../../words.ts'
import { approverPosts } from './words.ts'

export const ownPolicy = z.object({
  approvers: z.array(z.enum(posts)).min(1),
  longestDays: z.number().int().min(30).max(1096),
  /** Days before the end on which those concerned are reminded, most first. */
  remindDays: z.array(z.number().int().min(1).max(180)).min(1).max(4).default([30, 7]),
  /** 文号 or meeting that the county set them by; empty: the preset. */
  basis: z.string().max(100).default(''),
})
export type OwnPolicy = z.output<typeof ownPolicy>

/** 编办 or the office; a year at most; a month and a week before. */
export const presetPolicy: OwnPolicy = {
  approvers: ['establishment', 'dispatcher'],
  longestDays: 366,
  remindDays: [30, 7],
  basis: '',
}

export const ownRulesBody = z.object({
  version,
  approvers: z
    .array(z.enum(approverPosts, '这个角色不能审批自建台账'))
    .min(1, '至少选一个审批角色')
    .refine((list) => new Set(list).size === list.length, '审批角色重复了'),
  longestDays: z.number().int('写整数天').min(30, '最短 30 天').max(1096, '最长 1096 天（三年）'),
  remindDays: z
    .array(z.number().int('写整数天').min(1, '至少提前 1 天').max(180, '最多提前 180 天'))
    .min(1, '至少提醒一次')
    .max(4, '最多提醒四次')
    .transform((days) => [...new Set(days)].sort((a, b) => b - a)),
  basis: z.string().trim().min(4, '请写依据（文号或会议，至少 4 个字）').max(100, '依据最多 100 个字'),
})

export const ownRules = ownPolicy
  .extend({
    /** The county has set nothing of its own yet. */
    preset: z.boolean(),
    version,
    mayChange: z.boolean(),
  })
  .meta({ id: 'OwnLedgerRules', description: '县里对自建台账的规矩' })
export type OwnRules = z.infer<typeof ownRules>
