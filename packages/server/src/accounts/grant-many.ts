// 批量审批: the accounts of a file are granted together, each with the post that was proposed and its usual scope, where
// that scope ends at the unit. Whoever sees the whole county, or has a firm or a leader bound to it, is looked at alone.
import { grantedTogether, postWords, scopesOf, type AccountItem } from '@yipanqi/model'
import type { Actor } from '../db/actor.ts'
import type { Trx } from '../db/with-actor.ts'
import type { House } from '../house.ts'
import { Fault } from '../http/fault.ts'
import { refuseOwn, type AccountRow } from './account-row.ts'
import { endSessionsOf, loadMany, type OneOfMany } from './many.ts'
import { presentAccounts } from './present.ts'

/** All or none. Throws 404, 409 where one has moved on, is not waiting, or is to be looked at alone. */
export async function grantMany(
  house: House,
  trx: Trx,
  actor: Actor,
  wanted: readonly OneOfMany[],
): Promise<AccountItem[]> {
  const rows = await loadMany(trx, actor.county, wanted)
  for (const row of rows) refuseOwn(actor, row, '角色和数据范围')
  refuseSome(rows, (r) => r.state !== 'pending', 'wrong-state', '有的账号不在等审批', '已经审批过，或已离岗')
  refuseSome(
    rows,
    (r) => !grantedTogether(r.post),
    'alone',
    '有的账号要逐个审批',
    '看全县的、绑定县领导或企业的、三员和保密员，请在账号里逐个核对',
  )
  for (const post of new Set(rows.map((r) => r.post)))
    await trx
      .updateTable('account')
      .set((eb) => ({
        scope: scopesOf(post)[0] ?? 'none',
        custom_keys: [],
        leader: null,
        enterprise: null,
        state: 'active',
        granted_by: actor.account,
        version: eb('version', '+', 1),
      }))
      .where('county', '=', actor.county)
      .where(
        'id',
        'in',
        rows.filter((r) => r.post === post).map((r) => r.id),
      )
      .execute()
  await endSessionsOf(trx, rows)
  return presentAccounts(house, trx, actor.county, await loadMany(trx, actor.county, rows.map(next)))
}

const next = ({ id, version }: AccountRow): OneOfMany => ({ id, version: version + 1 })

function refuseSome(
  rows: readonly AccountRow[],
  bad: (row: AccountRow) => boolean,
  code: string,
  message: string,
  why: string,
): void {
  const found = rows.filter(bad)
  if (found.length === 0) return
  const named = found.slice(0, 5).map((r) => `${r.name}（${postWords[r.post]}）`)
  throw new Fault(409, code, `${message}，没有审批任何一个`, {
    why: `${named.join('、')}${found.length > 5 ? `等 ${found.length} 个` : ''}：${why}`,
    who: [{ unit: null, post: 'security-admin' }],
  })
}
