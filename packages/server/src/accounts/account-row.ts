import type { AccountState, Post } from '@yipanqi/model'
import type { Selectable, UpdateObject } from 'kysely'
import { sql } from 'kysely'
import type { Actor } from '../db/actor.ts'
import type { AccountTable, Database } from '../db/schema.ts'
import type { Trx } from '../db/with-actor.ts'
import { Fault, faults } from '../http/fault.ts'

export type AccountRow = Selectable<AccountTable>

/** An account of the county; throws 404. With a version the row is locked, and 409 `stale` where it has moved on. */
export async function getAccount(trx: Trx, county: string, id: number, version?: number): Promise<AccountRow> {
  let query = trx.selectFrom('account').selectAll().where('county', '=', county).where('id', '=', id)
  if (version !== undefined) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (!row) throw faults.notFound('个账号')
  if (version !== undefined && row.version !== version) throw faults.stale(row.version)
  return row
}

export async function saveAccount(trx: Trx, row: AccountRow, set: UpdateObject<Database, 'account'>): Promise<void> {
  await trx
    .updateTable('account')
    .set({ ...set, version: row.version + 1 })
    .where('county', '=', row.county)
    .where('id', '=', row.id)
    .execute()
}

/** Nobody changes their own rights, unit or state; the database says the same. */
export function refuseOwn(actor: Actor, row: AccountRow, what: string): void {
  if (actor.account !== row.id) return
  throw faults.forbidden(
    `自己的${what}只能由别人办`,
    '三员分立：谁都不能变更自己的角色、范围和状态',
    actor.post as Post,
  )
}

/** An action that fits only some states. */
export function requireState(row: AccountRow, states: readonly AccountState[], why: string): void {
  if (states.includes(row.state)) return
  throw new Fault(409, 'wrong-state', '这个账号现在不能这样办', { why, who: [{ unit: null, post: 'system-admin' }] })
}

/** Each of the three must stay filled: without a security administrator nobody could ever be admitted again. */
export async function refuseLastAdministrator(trx: Trx, row: AccountRow): Promise<void> {
  if (row.state !== 'active') return
  if (row.post !== 'system-admin' && row.post !== 'security-admin' && row.post !== 'audit-admin') return
  const others = await trx
    .selectFrom('account')
    .select('id')
    .where('county', '=', row.county)
    .where('post', '=', row.post)
    .where('state', '=', 'active')
    .where('id', '<>', row.id)
    .executeTakeFirst()
  if (others) return
  throw new Fault(409, 'last-administrator', '本县只剩这一个，不能停', {
    why: '三员缺一不可：请先启用接任的账号，再停这一个',
    who: [{ unit: null, post: 'system-admin' }],
  })
}

export async function endSessions(trx: Trx, id: number): Promise<void> {
  await sql`select auth_end_sessions(${id})`.execute(trx)
}
