// A background step acts as the person who ordered it, with the rights that they have now.
import { systemActor, keysOf, type Actor } from '../../db/actor.ts'
import type { House } from '../../house.ts'

/** Null: the account may not act any more. */
export async function actorOf(house: House, county: string, account: number, request: string): Promise<Actor | null> {
  return house.db.withActor(systemActor(county, request), async (trx) => {
    const row = await trx
      .selectFrom('account')
      .select(['unit', 'post', 'scope', 'custom_keys', 'enterprise', 'active'])
      .where('county', '=', county)
      .where('id', '=', account)
      .executeTakeFirst()
    if (!row?.active) return null
    const kept = ['unit', 'subtree', 'custom'].includes(row.scope)
      ? await trx
          .selectFrom('library_setting')
          .select('library')
          .where('county', '=', county)
          .where((eb) => eb(eb.val(row.unit), '=', eb.fn.any('keepers')))
          .orderBy('library')
          .execute()
      : []
    return {
      county,
      account,
      unit: row.unit,
      post: row.post,
      scope: row.post === 'audit-admin' ? ('audit' as const) : row.scope,
      keys: keysOf(row.scope, row.unit, row.custom_keys),
      libraries: kept.map((k) => k.library),
      enterprise: row.enterprise,
      request,
    }
  })
}
