import { sql } from 'kysely'
import type { Trx } from '../db/with-actor.ts'
import { Fault, faults } from '../http/fault.ts'
import type { AccountRow } from './account-row.ts'

export interface OneOfMany {
  readonly id: number
  readonly version: number
}

/** Accounts of the county, locked, in the order of their ids. Throws 404, and 409 `stale` that names those that moved on. */
export async function loadMany(trx: Trx, county: string, wanted: readonly OneOfMany[]): Promise<AccountRow[]> {
  const versions = new Map(wanted.map((w) => [w.id, w.version]))
  const rows = await trx
    .selectFrom('account')
    .selectAll()
    .where('county', '=', county)
    .where('id', 'in', [...versions.keys()])
    .orderBy('id')
    .forUpdate()
    .execute()
  if (rows.length < versions.size) throw faults.notFound('个账号')
  const moved = rows.filter((r) => r.version !== versions.get(r.id))
  if (moved.length === 0) return rows
  const names = moved.slice(0, 5).map((r) => r.name)
  throw new Fault(409, 'stale', '别人刚刚改过其中的账号，什么也没有办', {
    why: `变了的是 ${names.join('、')}${moved.length > 5 ? `等 ${moved.length} 个` : ''}，请刷新后再办`,
    who: [],
  })
}

export async function endSessionsOf(trx: Trx, rows: readonly AccountRow[]): Promise<void> {
  const ids = `{${rows.map((r) => r.id).join(',')}}`
  await sql`select auth_end_sessions(id) from unnest(${ids}::bigint[]) id`.execute(trx)
}
