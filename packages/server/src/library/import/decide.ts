// What the clerk decides on an import: which column is what, what a cell should say, to write it or to drop it.
import type { ImportColumn, ImportMatch, Library } from '@yipanqi/model/libraries/index.ts'
import { stageColumn, stageSinceColumn } from '@yipanqi/model/libraries/index.ts'
import type { Actor } from '../../db/actor.ts'
import type { StagedCells } from '../../db/schema-library.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import { UploadError } from '../../files/upload-error.ts'
import { Fault, faults } from '../../http/fault.ts'
import { titleKey } from '../../sheets/column-title.ts'
import type { Ledger } from '../ledger.ts'
import { announceImport } from './announce.ts'
import { countRows } from './clashes.ts'
import { getImport, moveImport, requireMine, requireState, requireVersion, type ImportRecord } from './import-row.ts'
import { leftOut, noteOf } from './match-columns.ts'
import { knownHeads, layOut, noHead, readHeadOf } from './read-file.ts'
import { replanFixed } from './replan.ts'
import { readingsOf } from './read-row.ts'
import { runSoon, stopImport } from './run.ts'
import { eraseKey, loadStaged, readStaging } from './staging.ts'

/** Another sheet, head row or match: remembered for the county, and the file is read again. */
export async function matchImport(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  id: number,
  body: ImportMatch,
): Promise<ImportRecord> {
  const row = await getImport(trx, actor, ledger, id, true)
  requireMine(actor, row)
  requireState(row, ['preview'])
  requireVersion(row, body.version)
  const moved = body.sheet !== undefined || body.headerRow !== undefined
  const begun = moved ? await layOutAgain(house, trx, actor, ledger, row, body) : row
  const columns = chooseFields(ledger.library, begun.columns, body.columns ?? [])
  if (body.columns) await rememberHeads(trx, actor.county, ledger.library, columns, body.columns)
  await moveImport(trx, actor.county, id, ['preview'], {
    state: 'reading',
    sheet: begun.sheet,
    header: JSON.stringify(begun.header),
    columns: JSON.stringify(columns),
    counts: null,
    problem: null,
    done: 0,
    total: begun.total,
  })
  runSoon(house, actor.county, id)
  return getImport(trx, actor, ledger, id)
}

async function layOutAgain(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  row: ImportRecord,
  { sheet = row.sheet, headerRow }: ImportMatch,
) {
  try {
    const head = await readHeadOf(house, { ...row, sheet })
    const layout = await layOut(trx, actor, ledger.library, head, house.clock.today(), headerRow)
    if (!layout) throw noHead()
    return {
      sheet: head.sheet,
      header: layout.head,
      columns: layout.columns,
      total: Math.max(0, head.rowsAbout - layout.head.lastRow),
    }
  } catch (error) {
    if (error instanceof UploadError) throw new Fault(error.status, error.code, error.message, { why: error.why })
    throw error
  }
}

function chooseFields(
  library: Library,
  columns: readonly ImportColumn[],
  chosen: NonNullable<ImportMatch['columns']>,
): ImportColumn[] {
  const wrong = chosen.flatMap(({ index, field }, i) => {
    if (!columns.some((c) => c.index === index)) return [{ path: `columns.${i}.index`, message: '表里没有这一列' }]
    const known = field === null || Object.hasOwn(library.fields, field) || (library.ladder && isLadder(field))
    return known ? [] : [{ path: `columns.${i}.field`, message: `${library.name}没有这一栏` }]
  })
  if (wrong.length > 0) throw faults.invalid('对应的栏目不对', wrong)
  const wanted = new Map(chosen.map((c) => [c.index, c.field]))
  const taken = new Set(chosen.flatMap((c) => c.field ?? []))
  const out = columns.map((column): ImportColumn => {
    const field = wanted.get(column.index)
    if (field !== undefined)
      return { ...column, field, by: 'clerk', note: field === null ? null : noteOf(library.fields[field], column.unit) }
    // A field that the clerk has given to another column is free of this one.
    return column.field !== null && taken.has(column.field) ? { ...column, field: null, by: null, note: null } : column
  })
  const twice = out.filter((c, i) => c.field !== null && out.findIndex((o) => o.field === c.field) !== i)
  if (twice.length > 0)
    throw faults.invalid('一个栏目只能由一列来填', [
      { path: 'columns', message: `${twice.map((c) => `${c.letter} 列“${c.head}”`).join('、')}与别的列重复` },
    ])
  return out
}

const isLadder = (field: string): boolean => field === stageColumn || field === stageSinceColumn

/** Next time a column of this head is matched without asking. */
async function rememberHeads(
  trx: Trx,
  county: string,
  library: Library,
  columns: readonly ImportColumn[],
  chosen: NonNullable<ImportMatch['columns']>,
): Promise<void> {
  const heads = new Map(Object.entries(await knownHeads(trx, county, library.id)).map(([f, list]) => [f, [...list]]))
  for (const { index, field } of chosen) {
    const head = columns.find((c) => c.index === index)?.head
    if (head === undefined) continue
    for (const [other, list] of heads)
      heads.set(
        other,
        list.filter((h) => titleKey(h) !== titleKey(head)),
      )
    const name = field ?? leftOut
    // Bounded: a county has some dozens of heads for a field, not thousands.
    heads.set(name, [...(heads.get(name) ?? []), head.slice(0, 100)].slice(-50))
  }
  const kept = JSON.stringify(Object.fromEntries([...heads].filter(([, list]) => list.length > 0)))
  await trx
    .insertInto('library_setting')
    .values({ county, library: library.id, heads: kept })
    .onConflict((on) => on.columns(['county', 'library']).doUpdateSet({ heads: kept }))
    .execute()
}

/** New texts for some cells of one row, which is checked again with the rows that it meets. */
export async function fixRow(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  id: number,
  at: number,
  texts: Readonly<Record<string, string>>,
): Promise<ImportRecord> {
  const row = await getImport(trx, actor, ledger, id, true)
  requireMine(actor, row)
  requireState(row, ['preview'])
  const readings = readingsOf(ledger.library, row.columns)
  const unread = Object.keys(texts).find((index) => !readings.some((r) => String(r.column.index) === index))
  if (unread !== undefined)
    throw faults.invalid('这一列没有读，不用改', [{ path: `cells.${unread}`, message: '先指定这一列对应的栏目' }])
  const staging = await readStaging(trx, actor.county, id, house.master)
  const [staged] = await loadStaged(trx, staging, { rows: [at] })
  if (!staged) throw faults.notFound('一行')
  const cells: StagedCells = Object.fromEntries(
    Object.entries({ ...staged.cells, ...texts }).filter(([, cell]) => cell !== ''),
  )
  await replanFixed(house, trx, actor, ledger, row, staged, cells)
  await moveImport(trx, actor.county, id, ['preview'], {
    counts: JSON.stringify(await countRows(trx, actor.county, id)),
    problem: null,
  })
  return getImport(trx, actor, ledger, id)
}

/** all: refused while any row is invalid; valid: the others stay behind and are told in the result. */
export async function commitImport(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  id: number,
  body: { readonly version: number; readonly rows: 'all' | 'valid'; readonly reason?: string | undefined },
): Promise<ImportRecord> {
  const row = await getImport(trx, actor, ledger, id, true)
  requireMine(actor, row)
  requireState(row, ['preview'])
  requireVersion(row, body.version)
  const counts = await countRows(trx, actor.county, id)
  if (counts.total - counts.invalid === 0)
    throw new Fault(422, 'nothing', '没有可以导入的行', {
      why: counts.total === 0 ? '表头下面没有数据' : '每一行都有问题，请先改正',
    })
  if (body.rows === 'all' && counts.invalid > 0)
    throw new Fault(422, 'invalid-rows', `还有 ${counts.invalid} 行有问题，没有写入任何一条`, {
      why: `请先改正，或者选择“只导入没有问题的 ${counts.total - counts.invalid} 行”`,
    })
  await moveImport(trx, actor.county, id, ['preview'], {
    state: 'committing',
    chosen: body.rows,
    reason: body.reason ?? null,
    counts: JSON.stringify(counts),
    problem: null,
    done: 0,
    total: counts.total,
  })
  await announceImport(trx, actor.county, id)
  runSoon(house, actor.county, id)
  return getImport(trx, actor, ledger, id)
}

export async function cancelImport(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  id: number,
  version: number | undefined,
): Promise<ImportRecord> {
  const row = await getImport(trx, actor, ledger, id, true)
  requireMine(actor, row)
  requireState(row, ['uploaded', 'reading', 'preview', 'committing'])
  // Its rows come and go while it is read: a version is asked of what stands still alone.
  if (row.state === 'preview') requireVersion(row, version)
  await moveImport(trx, actor.county, id, ['uploaded', 'reading', 'preview', 'committing'], {
    state: 'cancelled',
    chosen: null,
    finished_at: house.clock.now().toISOString(),
  })
  await eraseKey(trx, actor.county, id)
  await announceImport(trx, actor.county, id)
  stopImport(actor.county, id)
  return getImport(trx, actor, ledger, id)
}
