import { z } from 'zod'
import { unitChangeKinds, unitChangeStates, unitKinds } from '../people/words.ts'
import { id, instant, isoDate, pageOf, unitRef, version } from './common.ts'
import { unitItem } from './documents.ts'

const unitName = z.string().trim().min(2, '写单位全称').max(60)
const shortName = z.string().trim().min(2, '写单位简称').max(20)
const aliases = z.array(z.string().trim().min(2).max(60)).max(30)

const position = z.number().int().min(0).max(1_000_000)

/** A unit that does not exist yet. Without a code one is given. */
export const newUnit = z
  .object({
    code: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,19}$/, '代码用字母和数字，最长 20 位')
      .optional(),
    name: unitName,
    short: shortName,
    kind: z.enum(unitKinds),
    parent: id.nullable().default(null),
    mayLead: z.boolean().default(true),
    aliases: aliases.default([]),
    position: position.optional().meta({ description: '排序；不填排在最后' }),
  })
  .meta({ id: 'NewUnit', description: '新设的单位' })

/** Who takes over: a unit of the directory, or one that is opened by the same change. */
const heir = z
  .object({ unit: id.optional(), open: newUnit.optional() })
  .refine((h) => (h.unit === undefined) !== (h.open === undefined), '承接单位选现有的，或填新设的，两者取一')
  .meta({ id: 'Heir', description: '承接单位：现有单位（unit）或同时新设（open），二者取一' })

const common = {
  effectiveOn: isoDate.meta({ description: '生效日；以后的日期到那天凌晨执行' }),
  basis: z.string().trim().min(2, '写明依据（文号）').max(200).meta({ description: '依据：机构改革方案、三定文号' }),
}

export const unitChangeBody = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('open'), ...common, open: newUnit }),
    z.object({ kind: z.literal('rename'), ...common, unit: id, version, name: unitName, short: shortName }),
    z.object({
      kind: z.literal('change'),
      ...common,
      unit: id,
      version,
      set: z
        .object({
          kind: z.enum(unitKinds),
          parent: id.nullable(),
          mayLead: z.boolean(),
          aliases,
          position,
        })
        .partial()
        .refine((set) => Object.keys(set).length > 0, '没有要改的内容'),
    }),
    z.object({ kind: z.literal('merge'), ...common, from: z.array(id).min(1).max(20), into: heir }),
    z.object({
      kind: z.literal('split'),
      ...common,
      from: id,
      /** The first takes what is not given to another. A unit that goes on is named among its own heirs. */
      into: z
        .array(
          z.object({
            heir,
            /** 督办编号 of matters that go to this heir. */
            matters: z.array(z.string().trim().min(1).max(30)).max(500).default([]),
            accounts: z.array(id).max(200).default([]),
          }),
        )
        .min(2, '拆分至少有两个承接单位')
        .max(10),
    }),
  ])
  .meta({ id: 'UnitChangeOrder', description: '单位变更：新设、更名、调整设置、合并、拆分；单位只撤并，不删除' })

/** What goes from one unit to another. Administrators see numbers, not titles. */
export const unitMove = z
  .object({
    from: unitRef,
    to: unitRef,
    lead: z.number().int(),
    support: z.number().int(),
    answers: z.number().int().meta({ description: '没有答复的征求意见' }),
    drafts: z.number().int().meta({ description: '其中还没有印发的拟稿' }),
    accounts: z.number().int(),
    children: z.number().int().meta({ description: '下级单位' }),
    leaders: z.number().int().meta({ description: '分管县领导' }),
    records: z.number().int().meta({ description: '台账记录' }),
    numbers: z.array(z.string()).meta({ description: '督办编号（最多列 200 个）' }),
  })
  .meta({ id: 'UnitMove' })

export const unitChangeResult = z.object({ moves: z.array(unitMove), notes: z.array(z.string()) })
export const unitChangePreview = unitChangeResult.meta({
  id: 'UnitChangePreview',
  description: '执行前先看：哪些会转、转到哪',
})

export const unitChangeItem = z
  .object({
    id,
    kind: z.enum(unitChangeKinds),
    effectiveOn: isoDate,
    basis: z.string(),
    /** In one sentence: 县金融办更名为…. */
    about: z.string(),
    state: z.enum(unitChangeStates),
    orderedBy: z.string().nullable(),
    orderedAt: instant,
    doneAt: instant.nullable(),
    problem: z.string().nullable(),
    result: unitChangeResult.nullable(),
    version,
  })
  .meta({ id: 'UnitChange' })
export const unitChangePage = pageOf(unitChangeItem).meta({ id: 'UnitChangePage' })
export const cancelUnitChange = z.object({ version }).meta({ id: 'CancelUnitChange' })

export const unitFull = unitItem
  .extend({
    version,
    validFrom: isoDate,
    validTo: isoDate.nullable(),
    parentUnit: unitRef.nullable(),
    successor: unitRef.nullable(),
    heirs: z.array(unitRef),
    /** Names that lead to this unit and are used no more. */
    former: z.array(z.object({ name: z.string(), short: z.string(), until: isoDate, basis: z.string() })),
    accounts: z.number().int(),
  })
  .meta({ id: 'UnitFull', description: '单位及其沿革' })
export const unitDirectory = z
  .object({ items: z.array(unitFull) })
  .meta({ id: 'UnitDirectory', description: '全部单位，含已撤并的' })

export type NewUnit = z.infer<typeof newUnit>
export type UnitChangeBody = z.infer<typeof unitChangeBody>
export type UnitChangeInput = z.input<typeof unitChangeBody>
export type UnitMove = z.infer<typeof unitMove>
export type UnitChangeResult = z.infer<typeof unitChangeResult>
export type UnitChangeItem = z.infer<typeof unitChangeItem>
export type UnitFull = z.infer<typeof unitFull>
