import type { OpenAPIHono } from '@hono/zod-openapi'
import {
  accountCode,
  accountFull,
  accountPage,
  accountStates,
  grantAccount,
  grantedAccounts,
  handOverBody,
  handOverPreview,
  leaveBody,
  manyAccounts,
  openAccount,
  patchAccount,
  posts,
  setupSlips,
  suspendAccount,
  transferAccount,
  versionOnly,
  type AccountCode,
  type Post,
} from '@yipanqi/model'
import { z, type ZodType } from 'zod'
import { getAccount, refuseOwn, saveAccount } from '../../accounts/account-row.ts'
import { grantMany } from '../../accounts/grant-many.ts'
import { dropSecondFactor, grant, suspend, unlock } from '../../accounts/grant.ts'
import { handOver, previewHandOver } from '../../accounts/hand-over.ts'
import { leave, transfer } from '../../accounts/leave.ts'
import { listAccounts } from '../../accounts/list.ts'
import { invite, openOne, patchPerson, resetPassword } from '../../accounts/open-account.ts'
import { accountDetail } from '../../accounts/present.ts'
import { requirePost } from '../../accounts/require-post.ts'
import { takeSetupCodes } from '../../accounts/setup-codes.ts'
import type { Vars } from '../context.ts'
import { endpoint, type Call } from '../endpoint.ts'
import { idParams, pageQuery } from './shapes.ts'

const tag = '账号管理'
const keepers = ['system-admin', 'security-admin'] as const
const listQuery = pageQuery.extend({
  state: z.enum(accountStates).optional().meta({ description: '状态' }),
  post: z.enum(posts).optional().meta({ description: '角色' }),
  unit: z.coerce.number().int().positive().optional().meta({ description: '单位编号' }),
  text: z.string().max(30).optional().meta({ description: '账号或姓名里的字' }),
  locked: z.stringbool().optional().meta({ description: '为真：只列因密码输错暂停的' }),
  unset: z.stringbool().optional().meta({ description: '为真：只列已审批、还没有设过密码的' }),
})

/** Accounts: opened by the system administrator, granted by the security administrator. */
export function registerAccountKeeping(app: OpenAPIHono<Vars>): void {
  endpoint(app, {
    method: 'get',
    path: '/api/v1/accounts',
    tag,
    summary: '账号清单，新开的在前',
    query: listQuery,
    response: accountPage,
    refuses: [403],
    handle: ({ house, trx, session, query }) => {
      requirePost(session.actor, keepers, '查看账号')
      return listAccounts(house, trx, session.actor.county, query)
    },
  })
  endpoint(app, {
    method: 'post',
    path: '/api/v1/accounts',
    tag,
    summary: '开账号（待安全管理员审批）',
    body: openAccount,
    status: 201,
    response: accountCode,
    refuses: [403, 404, 409],
    replay: withoutCode,
    handle: async ({ house, trx, session, body }) => {
      requirePost(session.actor, ['system-admin'], '开账号')
      const id = await openOne(house, trx, session.actor, body)
      const code = await invite(trx, id)
      return { account: await accountDetail(house, trx, session.actor, id), code }
    },
  })
  endpoint(app, {
    method: 'get',
    path: '/api/v1/accounts/{id}',
    tag,
    summary: '一个账号',
    params: idParams,
    response: accountFull,
    refuses: [403, 404],
    handle: ({ house, trx, session, params }) => {
      requirePost(session.actor, keepers, '查看账号')
      return accountDetail(house, trx, session.actor, params.id)
    },
  })
  endpoint(app, {
    method: 'patch',
    path: '/api/v1/accounts/{id}',
    tag,
    summary: '改姓名、电话',
    params: idParams,
    body: patchAccount,
    response: accountFull,
    refuses: [403, 404, 409],
    handle: async ({ house, trx, session, params, body }) => {
      requirePost(session.actor, ['system-admin'], '改姓名、电话')
      await patchPerson(house, trx, session.actor, params.id, body)
      return accountDetail(house, trx, session.actor, params.id)
    },
  })
  endpoint(app, {
    method: 'get',
    path: '/api/v1/accounts/{id}/hand-over',
    tag,
    summary: '交接前先看：什么随人转，什么不动',
    params: idParams,
    response: handOverPreview,
    refuses: [403, 404],
    handle: ({ house, trx, session, params }) => {
      requirePost(session.actor, ['system-admin'], '交接')
      return previewHandOver(house, trx, session.actor, params.id)
    },
  })
  registerMany(app)
  registerActions(app)
}

/** Accounts that came in by the hundred: granted together by one administrator, then their codes taken by another. */
function registerMany(app: OpenAPIHono<Vars>): void {
  endpoint(app, {
    method: 'post',
    path: '/api/v1/accounts/actions/grant',
    tag,
    summary: '批量审批：按拟任角色和通常的数据范围启用',
    body: manyAccounts,
    response: grantedAccounts,
    refuses: [403, 404, 409],
    handle: async ({ house, trx, session, body }) => {
      requirePost(session.actor, ['security-admin'], '批量审批')
      return { items: await grantMany(house, trx, session.actor, body.accounts) }
    },
  })
  endpoint(app, {
    method: 'post',
    path: '/api/v1/accounts/actions/setup-codes',
    tag,
    summary: '批量取设置码：已审批、还没有设过密码的账号，每人一个，只显示这一次',
    body: manyAccounts,
    response: setupSlips,
    refuses: [403, 404, 409],
    replay: ({ items }) => ({ items: items.map((slip) => ({ ...slip, code: null })) }),
    handle: async ({ house, trx, session, body }) => {
      requirePost(session.actor, ['system-admin'], '取设置码')
      return { items: await takeSetupCodes(house, trx, session.actor, body.accounts) }
    },
  })
}

function registerActions(app: OpenAPIHono<Vars>): void {
  /** One action on one account by one administrator; answers the account after it. */
  const action = <B extends ZodType>(
    verb: string,
    summary: string,
    post: Post,
    body: B,
    work: (call: Call<typeof idParams, undefined, B>) => Promise<unknown>,
  ) =>
    endpoint(app, {
      method: 'post',
      path: `/api/v1/accounts/{id}/actions/${verb}`,
      tag,
      summary,
      params: idParams,
      body,
      response: accountFull,
      refuses: [403, 404, 409],
      handle: async (call) => {
        requirePost(call.session.actor, [post], summary)
        await work(call)
        return accountDetail(call.house, call.trx, call.session.actor, call.params.id)
      },
    })
  action('transfer', '换岗', 'system-admin', transferAccount, ({ trx, session, params, body }) =>
    transfer(trx, session.actor, params.id, body),
  )
  action('hand-over', '交接', 'system-admin', handOverBody, async ({ trx, session, params, body }) => {
    const row = await getAccount(trx, session.actor.county, params.id, body.version)
    refuseOwn(session.actor, row, '交接')
    await handOver(trx, session.actor, row, body.to)
    await saveAccount(trx, row, {})
  })
  action('leave', '离岗', 'system-admin', leaveBody, ({ trx, session, params, body }) =>
    leave(trx, session.actor, params.id, body),
  )
  action('grant', '赋权', 'security-admin', grantAccount, ({ trx, session, params, body }) =>
    grant(trx, session.actor, params.id, body),
  )
  action('suspend', '暂停', 'security-admin', suspendAccount, ({ trx, session, params, body }) =>
    suspend(trx, session.actor, params.id, body),
  )
  action('unlock', '解锁', 'security-admin', versionOnly, ({ trx, session, params }) =>
    unlock(trx, session.actor, params.id),
  )
  action('reset-second-factor', '重置两步验证', 'security-admin', versionOnly, ({ trx, session, params }) =>
    dropSecondFactor(trx, session.actor, params.id),
  )
  endpoint(app, {
    method: 'post',
    path: '/api/v1/accounts/{id}/actions/reset-password',
    tag,
    summary: '重置密码，取新的设置码',
    params: idParams,
    body: versionOnly,
    response: accountCode,
    refuses: [403, 404, 409],
    replay: withoutCode,
    handle: async ({ house, trx, session, params, body }) => {
      requirePost(session.actor, ['system-admin'], '重置密码')
      const code = await resetPassword(trx, session.actor, params.id, body.version)
      return { account: await accountDetail(house, trx, session.actor, params.id), code }
    },
  })
}

/** The code is shown once and kept nowhere, also not for a retry: a reset gives another. */
function withoutCode(result: AccountCode): AccountCode {
  return { ...result, code: null }
}
