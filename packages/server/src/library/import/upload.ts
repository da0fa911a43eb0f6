// A file comes in: refused at the door where it is none of ours, kept by its content, read in the background.
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import type { Actor } from '../../db/actor.ts'
import { refuseMarked } from '../../documents/refuse-marked.ts'
import { UploadError } from '../../files/upload-error.ts'
import type { House } from '../../house.ts'
import { Fault } from '../../http/fault.ts'
import { mendText } from '../../http/whole-text.ts'
import { readHeadInThread } from '../../sheets/read-in-thread.ts'
import type { SheetHead } from '../../sheets/types.ts'
import type { Ledger } from '../ledger.ts'
import { requireInLibrary } from '../records/refuse-record.ts'
import { ownWay } from './own-way.ts'
import { headRows, layOut } from './read-file.ts'
import { runSoon } from './run.ts'

export interface Upload {
  readonly name: string
  readonly bytes: Uint8Array
  readonly sheet?: string
}

/** Answers the id of the import. Throws 403, 415, 422, 413 in Chinese before anything is kept. */
export async function uploadImport(house: House, actor: Actor, ledger: Ledger, file: Upload): Promise<number> {
  const { library } = ledger
  await house.db.withActor(actor, (trx) => requireInLibrary(trx, actor, library, 'import'))
  if (library.handmade && !ownWay(library.id))
    throw new Fault(409, 'own-way', `${library.name}不从表格导入`, {
      why: '它的记录由系统里的办理过程形成',
      who: [],
    })
  refuseMarked('', file.name)
  const head = await lookAt(file)
  refuseMarked(headText(head), file.name)
  const sm3 = await house.files.putSoon(file.bytes)
  const id = await house.db.withActor(actor, async (trx) => {
    const layout = await layOut(trx, actor, library, head, house.clock.today())
    const row = await trx
      .insertInto('library_import')
      .values({
        county: actor.county,
        library: library.id,
        account: actor.account,
        unit: actor.unit,
        file_name: mendText(file.name.slice(0, 200)),
        sm3,
        size: file.bytes.length,
        sheets: JSON.stringify(head.sheets),
        sheet: head.sheet,
        notes: '[]',
        ...(layout
          ? {
              header: JSON.stringify(layout.head),
              columns: JSON.stringify(layout.columns),
              total: Math.max(0, head.rowsAbout - layout.head.lastRow),
            }
          : { columns: '[]' }),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return row.id
  })
  runSoon(house, actor.county, id)
  return id
}

/** The beginning of the file, read from a place that is gone afterwards: what is refused leaves nothing. */
async function lookAt(file: Upload): Promise<SheetHead> {
  const folder = await mkdtemp(join(tmpdir(), 'yipanqi-import-'))
  try {
    const path = join(folder, randomUUID())
    await writeFile(path, file.bytes, { mode: 0o600 })
    return await readHeadInThread(path, { name: file.name, ...(file.sheet ? { sheet: file.sheet } : {}) }, headRows)
  } catch (error) {
    if (error instanceof UploadError) throw new Fault(error.status, error.code, error.message, { why: error.why })
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What stands above and in the head: where a secrecy mark would be. */
const headText = (head: SheetHead): string =>
  head.rows
    .slice(0, 20)
    .map((row) => row.cells.flatMap((cell) => cell?.text ?? []).join(' '))
    .join('\n')
    .slice(0, 20_000)
