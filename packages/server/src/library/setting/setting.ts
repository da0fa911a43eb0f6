// Who keeps a ledger: read by everybody who reads the ledger, given by the office.
import type { ChangeLibrarySetting, Library, LibrarySetting } from '@yipanqi/model/libraries/index.ts'
import { mayGiveKeepers } from '@yipanqi/model/libraries/permissions.ts'
import { sql } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import { Fault, faults } from '../../http/fault.ts'
import { loadUnits } from '../../loop/refuse.ts'

export async function readSetting(trx: Trx, actor: Actor, library: Library): Promise<LibrarySetting> {
  const row = await trx
    .selectFrom('library_setting')
    .select(['keepers', 'version'])
    .where('county', '=', actor.county)
    .where('library', '=', library.id)
    .executeTakeFirst()
  const ids = row?.keepers ?? []
  const units = await loadUnits(trx, actor.county, ids)
  return {
    keepers: ids.flatMap((id) => units.get(id) ?? []),
    version: row?.version ?? 0,
    mayChange: mayGiveKeepers(actor, library),
  }
}

/**
 * Gives the ledger to these units instead of those before. A session reads it anew with each request, so their people
 * see all rows at once and the others' no longer do. 403, 409 stale, 400 where a unit is not there or has ended.
 */
export async function giveKeepers(
  trx: Trx,
  actor: Actor,
  library: Library,
  { version, keepers }: ChangeLibrarySetting,
): Promise<LibrarySetting> {
  if (!mayGiveKeepers(actor, library)) throw whyNot(library)
  await requireUnits(trx, actor.county, keepers)
  // The row comes about with the first keepers or the first import; nobody has seen another version of it than 0.
  await sql`
    insert into library_setting (county, library) values (${actor.county}, ${library.id})
    on conflict do nothing`.execute(trx)
  const held = await trx
    .selectFrom('library_setting')
    .select(['keepers', 'version'])
    .where('county', '=', actor.county)
    .where('library', '=', library.id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (held.version !== version) throw faults.stale(held.version)
  if (held.keepers.join() !== keepers.join())
    await trx
      .updateTable('library_setting')
      .set({ keepers, version: sql`version + 1` })
      .where('county', '=', actor.county)
      .where('library', '=', library.id)
      .execute()
  return readSetting(trx, actor, library)
}

function whyNot(library: Library): Fault {
  const fixed = library.handmade || library.audience.posts
  return faults.forbidden(
    `您不能定${library.name}的保管单位`,
    fixed
      ? `${library.name}由系统里的办理过程形成，不另定保管单位`
      : '保管是单位之间的分工，由财经办定；系统、安全、审计管理员不办业务',
    'dispatcher',
  )
}

async function requireUnits(trx: Trx, county: string, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  const rows = await trx
    .selectFrom('unit')
    .select(['id', 'name', 'valid_to'])
    .where('county', '=', county)
    .where('id', 'in', [...ids])
    .execute()
  const faultsFound = ids.flatMap((id, i) => {
    const unit = rows.find((r) => r.id === id)
    if (unit && unit.valid_to === null) return []
    const message = unit ? `${unit.name}已经撤并，请选承接它的单位` : '没有这个单位'
    return [{ path: `keepers.${i}`, message }]
  })
  if (faultsFound.length > 0) throw faults.invalid('保管单位不对，没有保存', faultsFound)
}
