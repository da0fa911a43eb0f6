import { postWords, rowScopeWords, scopesOf, type grantAccount, type suspendAccount } from '@yipanqi/model'
import { sql } from 'kysely'
import type { z } from 'zod'
import { asSystem } from '../db/as-system.ts'
import type { Actor } from '../db/actor.ts'
import type { Trx } from '../db/with-actor.ts'
import { Fault, faults } from '../http/fault.ts'
import { checkLeader, checkUnits } from '../loop/supports.ts'
import {
  endSessions,
  getAccount,
  refuseLastAdministrator,
  refuseOwn,
  requireState,
  saveAccount,
} from './account-row.ts'

type Grant = z.output<typeof grantAccount>

/** 赋权: post and scope, by a security administrator. A pending account becomes active with it. */
export async function grant(trx: Trx, actor: Actor, id: number, body: Grant): Promise<void> {
  const row = await getAccount(trx, actor.county, id, body.version)
  refuseOwn(actor, row, '角色和数据范围')
  requireState(row, ['pending', 'active'], '离岗的账号先由系统管理员办换岗，再赋权')
  if (row.post !== body.post) await refuseLastAdministrator(trx, row)
  await checkGrant(trx, actor, body)
  await saveAccount(trx, row, {
    post: body.post,
    scope: body.scope,
    custom_keys: body.scope === 'custom' ? body.units.map((u) => (u.below ? -u.unit : u.unit)) : [],
    leader: body.leader,
    enterprise: body.enterprise === null ? null : await firm(trx, actor, body.enterprise),
    state: 'active',
    granted_by: actor.account,
  })
  // What was seen under other rights is asked for anew.
  await endSessions(trx, id)
}

async function checkGrant(trx: Trx, actor: Actor, body: Grant): Promise<void> {
  const allowed = scopesOf(body.post)
  if (!allowed.includes(body.scope))
    throw faults.invalid(`${postWords[body.post]}的数据范围不能是“${rowScopeWords[body.scope]}”`, [
      { path: 'scope', message: `可以选：${allowed.map((s) => rowScopeWords[s]).join('、')}` },
    ])
  if (body.scope === 'custom') {
    if (body.units.length === 0)
      throw faults.invalid('没有指定单位', [{ path: 'units', message: '数据范围是“指定单位”的，至少选一个单位' }])
    await checkUnits(
      trx,
      actor.county,
      body.units.map((u) => u.unit),
      'units',
    )
  }
  if (body.leader !== null) {
    if (body.post !== 'leader' && body.post !== 'secretary')
      throw faults.invalid('只有县领导和秘书账号绑定县领导', [{ path: 'leader', message: '请去掉，或改角色' }])
    await checkLeader(trx, actor.county, body.leader)
  }
  if ((body.enterprise !== null) !== (body.scope === 'enterprise'))
    throw faults.invalid('企业账号要绑定企业', [
      { path: 'enterprise', message: '数据范围是“仅本企业”的，写统一社会信用代码；其他的不写' },
    ])
}

async function firm(trx: Trx, actor: Actor, creditCode: string): Promise<number> {
  const { rows } = await asSystem(trx, actor, () =>
    sql<{ id: number }>`
      select id from enterprise where county = ${actor.county} and credit_code = ${creditCode} and removed is null`.execute(
      trx,
    ),
  )
  const found = rows[0]
  if (!found)
    throw faults.invalid('企业库里没有这个代码', [
      { path: 'enterprise', message: '请核对统一社会信用代码；没入库的先由企业库的主管单位录入' },
    ])
  return found.id
}

/** 暂停: back to waiting for a grant; sessions end at once. */
export async function suspend(
  trx: Trx,
  actor: Actor,
  id: number,
  body: z.output<typeof suspendAccount>,
): Promise<void> {
  const row = await getAccount(trx, actor.county, id, body.version)
  refuseOwn(actor, row, '账号状态')
  requireState(row, ['active'], '只有在用的账号可以暂停')
  await refuseLastAdministrator(trx, row)
  await saveAccount(trx, row, { state: 'pending', note: body.note })
  await endSessions(trx, id)
}

/** Ends the waiting after five wrong passwords, at every address. */
export async function unlock(trx: Trx, actor: Actor, id: number): Promise<void> {
  await getAccount(trx, actor.county, id)
  const { rows } = await sql<{ done: boolean }>`select auth_unlock(${id}) as done`.execute(trx)
  if (!rows[0]?.done)
    throw new Fault(409, 'not-locked', '这个账号没有锁定', { why: '没有密码输错的记录，直接登录即可' })
}

/** A lost phone: the next login binds a new one. Not one's own, or a thief's session would be enough. */
export async function dropSecondFactor(trx: Trx, actor: Actor, id: number): Promise<void> {
  const row = await getAccount(trx, actor.county, id)
  refuseOwn(actor, row, '两步验证重置')
  const { rows } = await sql<{ done: boolean }>`select auth_factor_drop(${id}) as done`.execute(trx)
  if (!rows[0]?.done) throw new Fault(409, 'no-second-factor', '这个账号没有绑定两步验证', { why: '没有可以重置的' })
}
