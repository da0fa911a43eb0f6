// 取设置码: one-time codes for accounts that have been granted and never had a password, many at once. They are taken by
// who opened the accounts and cannot grant, after the grant of who never sees a code: neither of the two alone brings
// anybody in. Only hashes are kept.
import type { SetupSlip } from '@yipanqi/model'
import { sql } from 'kysely'
import { hashToken } from '../auth/tokens.ts'
import type { Actor } from '../db/actor.ts'
import type { Trx } from '../db/with-actor.ts'
import type { House } from '../house.ts'
import { Fault } from '../http/fault.ts'
import { refuseOwn } from './account-row.ts'
import { loadMany, type OneOfMany } from './many.ts'
import { newCode } from './open-account.ts'
import { presentAccounts } from './present.ts'

/** All or none; a code that was handed out before is void. Throws 404, 409. */
export async function takeSetupCodes(
  house: House,
  trx: Trx,
  actor: Actor,
  wanted: readonly OneOfMany[],
): Promise<SetupSlip[]> {
  const rows = await loadMany(trx, actor.county, wanted)
  for (const row of rows) refuseOwn(actor, row, '设置码')
  const before = await presentAccounts(house, trx, actor.county, rows)
  const wrong = before.filter((a) => a.state !== 'active' || a.hasPassword)
  if (wrong.length > 0)
    throw new Fault(409, 'no-code', '有的账号不能取设置码，一个也没有取', {
      why: `${wrong
        .slice(0, 5)
        .map((a) => `${a.name}（${a.state === 'active' ? '已经设过密码' : '还没有审批或已离岗'}）`)
        .join('、')}${wrong.length > 5 ? `等 ${wrong.length} 个` : ''}；设过密码的，逐个办“重置密码”`,
      who: [{ unit: null, post: wrong.some((a) => a.state === 'pending') ? 'security-admin' : 'system-admin' }],
    })
  const codes = new Map(rows.map((r) => [r.id, newCode()]))
  const list = rows.map((r) => ({ id: r.id, hash: hashToken(codes.get(r.id) as string).toString('hex') }))
  await sql`
    select auth_invite(x.id, x.hash) from json_to_recordset(${JSON.stringify(list)}::json) as x(id bigint, hash text)`.execute(
    trx,
  )
  // The audit says who took a code of whom, and when.
  await trx
    .updateTable('account')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('county', '=', actor.county)
    .where(
      'id',
      'in',
      rows.map((r) => r.id),
    )
    .execute()
  const after = await presentAccounts(house, trx, actor.county, rows)
  return after
    .sort((a, b) => a.unit.id - b.unit.id || a.id - b.id)
    .map(({ id, name, display, unit, post, invitedUntil }) => ({
      id,
      name,
      display,
      unit,
      post,
      code: codes.get(id) ?? null,
      validUntil: invitedUntil as string,
    }))
}
