// Saved views: a list's question under a name, one's own or shared with everybody who reads the ledger.
import { saveView, type Library, type View } from '@yipanqi/model/libraries/index.ts'
import { mayShareViews } from '@yipanqi/model/libraries/permissions.ts'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import { Fault, faults } from '../../http/fault.ts'

type Saved = z.output<typeof saveView>

const mostOwn = 50

interface ViewRow {
  readonly id: number
  readonly account: number
  readonly name: string
  readonly shared: boolean
  readonly query: Record<string, string>
  readonly version: number
}

const columns = ['id', 'account', 'name', 'shared', 'query', 'version'] as const

/** Shared ones and one's own, by name. */
export async function listViews(trx: Trx, actor: Actor, library: Library): Promise<View[]> {
  const rows = await trx
    .selectFrom('library_view')
    .select(columns)
    .where('county', '=', actor.county)
    .where('library', '=', library.id)
    .orderBy('shared', 'desc')
    .orderBy(sql`name collate "zh-x-icu"`)
    .limit(200)
    .execute()
  return rows.map((row) => shapeOf(actor, row))
}

const shapeOf = (actor: Actor, row: ViewRow): View => ({
  id: row.id,
  name: row.name,
  shared: row.shared,
  mine: row.account === actor.account,
  query: row.query,
  version: row.version,
})

export async function addView(trx: Trx, actor: Actor, library: Library, body: Saved): Promise<View> {
  requireShare(actor, library, body.shared)
  const { count } = await trx
    .selectFrom('library_view')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('county', '=', actor.county)
    .where('library', '=', library.id)
    .where('account', '=', actor.account ?? 0)
    .executeTakeFirstOrThrow()
  if (count >= mostOwn)
    throw faults.invalid(`每本台账最多存 ${mostOwn} 个视图`, [{ path: 'name', message: '请先删去不用的' }])
  const row = await trx
    .insertInto('library_view')
    .values({
      county: actor.county,
      library: library.id,
      account: actor.account ?? 0,
      name: body.name,
      shared: body.shared,
      query: JSON.stringify(body.query),
    })
    .onConflict((c) => c.doNothing())
    .returning(columns)
    .executeTakeFirst()
  if (!row) throw taken(body.name)
  return shapeOf(actor, row)
}

export async function changeView(
  trx: Trx,
  actor: Actor,
  library: Library,
  id: number,
  body: Saved & { readonly version: number },
): Promise<View> {
  const held = await heldView(trx, actor, library, id)
  requireShare(actor, library, body.shared)
  if (held.version !== body.version) throw faults.stale(held.version)
  if (await nameTaken(trx, actor, library, held, body.name)) throw taken(body.name)
  const row = await trx
    .updateTable('library_view')
    .set({
      name: body.name,
      shared: body.shared,
      query: JSON.stringify(body.query),
      version: sql`version + 1`,
    })
    .where('county', '=', actor.county)
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow()
  return shapeOf(actor, row)
}

export async function dropView(trx: Trx, actor: Actor, library: Library, id: number): Promise<void> {
  await heldView(trx, actor, library, id)
  await trx.deleteFrom('library_view').where('county', '=', actor.county).where('id', '=', id).execute()
}

/** The view, held for a change by its owner, or by those who may share where it is shared. */
async function heldView(trx: Trx, actor: Actor, library: Library, id: number): Promise<ViewRow> {
  const row = await trx
    .selectFrom('library_view')
    .select(columns)
    .where('county', '=', actor.county)
    .where('library', '=', library.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw faults.notFound('个视图')
  if (row.account !== actor.account && !mayShareViews(actor, library))
    throw faults.forbidden(
      '您不能改别人共享的视图',
      '共享的视图由存它的人、财经办或本台账的管理单位改；您可以另存一个',
      'dispatcher',
    )
  return row
}

function requireShare(actor: Actor, library: Library, shared: boolean): void {
  if (shared && !mayShareViews(actor, library))
    throw faults.forbidden('您不能共享视图', '共享给所有人的视图由财经办或本台账的管理单位存', 'dispatcher')
}

async function nameTaken(trx: Trx, actor: Actor, library: Library, held: ViewRow, name: string): Promise<boolean> {
  const other = await trx
    .selectFrom('library_view')
    .select('id')
    .where('county', '=', actor.county)
    .where('library', '=', library.id)
    .where('account', '=', held.account)
    .where('name', '=', name)
    .where('id', '<>', held.id)
    .executeTakeFirst()
  return other !== undefined
}

const taken = (name: string): Fault =>
  new Fault(409, 'view-name', `已经有一个视图叫“${name}”`, { why: '同一本台账里视图不能同名，请换一个名称或改原来的' })
