// What the review screen asks beside the document itself: why the reader decided so, and what a clerk decides instead.
import { z } from 'zod'
import { id, isoDate, unitRef, version } from './common.ts'
import { sentence } from './documents.ts'

const place = z.object({ start: z.number().int(), end: z.number().int() })
/** A stretch of the document's text, UTF-16 offsets. */
const span = z.object({ start: z.number().int(), end: z.number().int(), text: z.string() })

export const readDeadline = span.extend({
  from: isoDate.nullable(),
  to: isoDate.nullable(),
  recur: z.string().nullable(),
  /** 拟: counted in working days for which no arrangement is published yet. */
  provisional: z.boolean(),
  /** Counted in working days. */
  workdays: z.boolean(),
  /** The reader's own reason, where it gives one. */
  why: z.string().nullable(),
})

export const readTarget = span.extend({
  indicator: z.string(),
  relation: z.enum(['>=', '<=', '>', '<', '=', '≈', 'range']),
  basis: z.enum(['level', 'change', 'share', 'count']),
  value: z.number().nullable(),
  to: z.number().nullable(),
  unit: z.string(),
  masked: z.boolean(),
  normal: z.object({ value: z.number(), to: z.number().nullable(), unit: z.string() }).nullable(),
  why: z.string().nullable(),
})

export const matterReasons = z.object({
  matter: id,
  /** 文中写明的单位, as written or in the county's own full names. */
  units: z.object({ written: z.boolean(), lead: z.array(z.string()), support: z.array(z.string()) }),
  deadlines: z.array(readDeadline),
  targets: z.array(readTarget),
  /** Why it is one matter, or one of several. */
  split: z.string(),
  /** Every decision with its reason, the places that spoke for it, and what was decided where that is one word. */
  reasons: z.array(
    z.object({
      about: z.enum(['split', 'title', 'unit', 'deadline', 'target', 'kind', 'attitude', 'doneWhen']),
      why: z.string(),
      words: z.array(place),
      value: z.string().nullable(),
    }),
  ),
})

export const unknownUnit = z.object({
  /** 原文的写法. */
  name: z.string(),
  matters: z.array(id),
  /** The county's own unit of the same trade, where the name is that of a level above. */
  counterpart: unitRef.nullable(),
  /** Where a clerk has already said which unit is meant. */
  given: unitRef.nullable(),
})

export const reasons = z
  .object({ document: id, matters: z.array(matterReasons), unknownUnits: z.array(unknownUnit) })
  .meta({ id: 'Reasons', description: '读文依据：每项的单位、时限、目标从哪几个字来；未识别单位' })

/** 共性要求 obliges everybody, so it stays an obligation but is nobody's matter. */
export const givenRoles = [...sentence.shape.role.options, 'common'] as const

export const giveRole = z
  .object({ version, start: z.number().int().nonnegative(), role: z.enum(givenRoles) })
  .meta({ id: 'GiveRole', description: '改一句的性质：改为任务句即列为事项，改为其他即撤下该句的拟稿' })

export const roleGiven = z
  .object({ document: id, version, made: id.nullable(), withdrawn: z.array(id) })
  .meta({ id: 'RoleGiven', description: '改后文件的版本；新列的、撤下的事项' })

export const matchUnit = z
  .object({
    name: z.string().trim().min(2).max(60).meta({ description: '原文的写法' }),
    unit: id.meta({ description: '对应的现有单位' }),
    keepAlias: z.boolean().meta({ description: '同时记为该单位的别名，本县以后的文件自动认出' }),
  })
  .meta({ id: 'MatchUnit', description: '未识别单位与现有单位对应' })

export const unitMatched = z
  .object({ document: id, unit: unitRef, matters: z.array(id), aliasKept: z.boolean() })
  .meta({ id: 'UnitMatched', description: '补上单位的事项；是否记了别名' })

export type Reasons = z.infer<typeof reasons>
export type MatterReasons = z.infer<typeof matterReasons>
export type GivenRole = (typeof givenRoles)[number]
export type RoleGiven = z.infer<typeof roleGiven>
export type UnitMatched = z.infer<typeof unitMatched>
