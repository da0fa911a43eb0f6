// The import itself: found under the rights of who asks, moved from state to state.
import type { ImportState } from '@yipanqi/model/libraries/index.ts'
import { sql, type Selectable, type Updateable } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { LibraryImportTable } from '../../db/schema-library.ts'
import type { Trx } from '../../db/with-actor.ts'
import { Fault, faults } from '../../http/fault.ts'
import type { Ledger } from '../ledger.ts'
import { requireInLibrary } from '../records/refuse-record.ts'

export type ImportRecord = Selectable<LibraryImportTable>

/** The import of this ledger that the actor may see, or 404. */
export async function getImport(
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  id: number,
  lock = false,
): Promise<ImportRecord> {
  const { library } = ledger
  await requireInLibrary(trx, actor, library, 'import')
  const query = trx
    .selectFrom('library_import')
    .selectAll()
    .where('county', '=', actor.county)
    .where('id', '=', id)
    .where('library', '=', library.id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) throw faults.notFound('次导入')
  return row
}

export const isMine = (actor: Actor, row: ImportRecord): boolean =>
  row.account !== null && row.account === actor.account

/** Only who brought the file in decides on it: it was checked against their rights. Throws 403. */
export function requireMine(actor: Actor, row: ImportRecord): void {
  if (isMine(actor, row)) return
  throw new Fault(403, 'not-yours', '这是别人的导入，您只能查看', {
    why: '表里每一行是按上传人的权限核对的；要导入请自己上传这份文件',
    who: [],
  })
}

export function requireState(row: ImportRecord, states: readonly ImportState[]): void {
  if (states.includes(row.state)) return
  const [message, why] = otherwise[row.state]
  throw new Fault(409, `import-${row.state}`, message, { why, who: [] })
}

const otherwise: Readonly<Record<ImportState, readonly [string, string]>> = {
  uploaded: ['这份文件还没有读完', '读完以后才能核对和导入，请稍等'],
  reading: ['这份文件还没有读完', '读完以后才能核对和导入，请稍等'],
  preview: ['这份文件还没有导入', '请先核对，再选择全部导入或只导入没有问题的行'],
  committing: ['这次导入正在写入', '写完之前不能再改；要停下请点取消，取消后一条也不会写入'],
  done: ['这次导入已经完成', '写入的内容请在台账里改；要再导入请重新上传'],
  cancelled: ['这次导入已经取消', '没有写入任何一条；要导入请重新上传'],
  failed: ['这份文件没有读成', '没有写入任何一条；请按提示改好文件后重新上传'],
}

export function requireVersion(row: ImportRecord, version: number | undefined): void {
  if (version !== undefined && version !== row.version) throw faults.stale(row.version)
}

/** Moves an import that still stands in one of these states; false where it has been moved by somebody else. */
export async function moveImport(
  trx: Trx,
  county: string,
  id: number,
  from: readonly ImportState[],
  to: Updateable<LibraryImportTable>,
): Promise<boolean> {
  const done = await trx
    .updateTable('library_import')
    .set({ ...to, version: sql`version + 1` })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
