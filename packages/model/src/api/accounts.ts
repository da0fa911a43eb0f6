import { z } from 'zod'
import { accountStates, rowScopes } from '../people/words.ts'
import { posts } from '../words.ts'
import { id, instant, pageOf, personRef, unitRef, version } from './common.ts'

const display = z.string().trim().min(1, '写姓名').max(30)
const phone = z
  .string()
  .trim()
  .regex(/^\d{5,20}$/, '电话只写数字')
const note = z.string().trim().max(200)

export const accountItem = z
  .object({
    id,
    name: z.string().meta({ description: '登录账号' }),
    display: z.string(),
    unit: unitRef,
    post: z.enum(posts),
    scope: z.enum(rowScopes),
    state: z.enum(accountStates),
    stateSince: instant,
    lastLogin: instant.nullable(),
    lockedUntil: instant.nullable(),
    secondFactor: z.boolean(),
    hasPassword: z.boolean(),
    invitedUntil: instant.nullable(),
    version,
  })
  .meta({ id: 'AccountItem' })
export const accountPage = pageOf(accountItem).meta({ id: 'AccountPage' })

export const accountFull = accountItem
  .extend({
    phone: z.string().nullable().meta({ description: '中间四位遮住' }),
    /** Units of a custom scope; `below`: with those under it. */
    units: z.array(z.object({ unit: unitRef, below: z.boolean() })),
    leader: personRef.nullable(),
    enterprise: z.object({ id, name: z.string() }).nullable(),
    openedBy: z.string().nullable(),
    grantedBy: z.string().nullable(),
    note: z.string(),
  })
  .meta({ id: 'Account' })

export const openAccount = z
  .object({
    name: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z0-9][a-z0-9._-]{1,62}$/, '账号用小写字母、数字、点、横线，2 到 63 个字符'),
    display,
    phone: phone.optional(),
    unit: id,
    post: z.enum(posts).meta({ description: '拟任角色；由安全管理员审批时定' }),
    note: note.default(''),
  })
  .meta({ id: 'OpenAccount' })
/** The code is answered once and stands nowhere else. */
export const accountCode = z
  .object({
    account: accountFull,
    code: z.string().nullable().meta({ description: '一次性设置码，七天有效，只显示这一次' }),
  })
  .meta({ id: 'AccountCode' })

const some = z
  .array(z.object({ id, version }))
  .min(1, '至少选一个账号')
  .max(500, '一次最多 500 个账号')
  .refine((list) => new Set(list.map((one) => one.id)).size === list.length, '同一个账号写了两次')
export const manyAccounts = z.object({ accounts: some }).meta({ id: 'ManyAccounts' })
export const grantedAccounts = z.object({ items: z.array(accountItem) }).meta({ id: 'GrantedAccounts' })
/** What is handed to one person on paper. The code is answered once and stands nowhere else. */
export const setupSlip = z
  .object({
    id,
    name: z.string().meta({ description: '登录账号' }),
    display: z.string(),
    unit: unitRef,
    post: z.enum(posts),
    code: z.string().nullable().meta({ description: '一次性设置码，只显示这一次' }),
    validUntil: instant,
  })
  .meta({ id: 'SetupSlip' })
export const setupSlips = z.object({ items: z.array(setupSlip) }).meta({ id: 'SetupSlips' })

export const patchAccount = z
  .object({ version, display: display.optional(), phone: phone.nullable().optional() })
  .meta({ id: 'PatchAccount' })
export const transferAccount = z
  .object({ version, unit: id, post: z.enum(posts), note: note.default('') })
  .meta({ id: 'TransferAccount', description: '换岗：换单位或角色，须安全管理员审批后才能再登录' })
export const grantAccount = z
  .object({
    version,
    post: z.enum(posts),
    scope: z.enum(rowScopes),
    units: z
      .array(z.object({ unit: id, below: z.boolean() }))
      .max(100)
      .default([]),
    leader: id.nullable().default(null),
    /** 统一社会信用代码 of the firm in the library: administrators do not look into the library itself. */
    enterprise: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[0-9A-Z]{18}$/, '统一社会信用代码是 18 位')
      .nullable()
      .default(null),
  })
  .meta({ id: 'GrantAccount', description: '赋权：角色、数据范围；待审批的账号随即启用' })
export const versionOnly = z.object({ version }).meta({ id: 'VersionOnly' })
export const suspendAccount = z.object({ version, note: note.min(2, '写明原因') }).meta({ id: 'SuspendAccount' })
export const handOverBody = z
  .object({ version, to: id.meta({ description: '接手的账号' }) })
  .meta({ id: 'HandOver', description: '交接：名下的拟稿和本人经办的事项转给接手人' })
export const leaveBody = z
  .object({ version, to: id.nullable().default(null), note: note.default('') })
  .meta({ id: 'Leave', description: '离岗；名下有未了的事，先交接或在这里指定接手人' })

const work = z.object({
  count: z.number().int(),
  measure: z.string().meta({ description: '量词' }),
  what: z.string(),
  why: z.string(),
})
export const handOverPreview = z
  .object({
    /** Personal: goes to whoever takes over. */
    moves: z.array(work),
    /** Belongs to the unit, the post or the leader: stays where it is. */
    stays: z.array(work),
    warnings: z.array(z.string()),
    /** Accounts that may take over what moves. */
    candidates: z.array(z.object({ id, name: z.string(), display: z.string(), unit: unitRef, post: z.enum(posts) })),
  })
  .meta({ id: 'HandOverPreview', description: '交接前先看：什么随人转，什么随单位和岗位走、不动' })

export const changePassword = z
  .object({ current: z.string().min(1).max(256), password: z.string().min(1).max(256) })
  .meta({ id: 'ChangePassword' })
export const enrolBody = z
  .object({
    account: z.string().min(1).max(64),
    password: z.string().min(1).max(256),
    code: z.string().max(20).optional().meta({ description: '已绑定的要先用旧验证码或恢复码' }),
  })
  .meta({ id: 'EnrolSecondFactor' })
export const enrolled = z
  .object({ secret: z.string().meta({ description: 'Base32' }), uri: z.string() })
  .meta({ id: 'SecondFactorProposal' })
export const confirmEnrolBody = z
  .object({ account: z.string().min(1).max(64), password: z.string().min(1).max(256), code: z.string().min(6).max(20) })
  .meta({ id: 'ConfirmSecondFactor' })
export const recoveryCodes = z
  .object({ codes: z.array(z.string()).meta({ description: '十个恢复码，每个用一次，只显示这一次' }) })
  .meta({ id: 'RecoveryCodes' })

export type AccountItem = z.infer<typeof accountItem>
export type AccountFull = z.infer<typeof accountFull>
export type AccountCode = z.infer<typeof accountCode>
export type SetupSlip = z.infer<typeof setupSlip>
export type SetupSlips = z.infer<typeof setupSlips>
export type HandOverPreview = z.infer<typeof handOverPreview>
export type GrantAccount = z.infer<typeof grantAccount>
