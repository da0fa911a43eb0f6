// An import and its rows as the page shows them.
import {
  importStateWords,
  type Import,
  type ImportItem,
  type ImportRow,
  type ImportRows,
  type Library,
  type Names,
  type Value,
  type Values,
} from '@yipanqi/model/libraries/index.ts'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import { loadNames } from '../../people.ts'
import type { Ledger } from '../ledger.ts'
import { loadRecordNames } from '../records/record-names.ts'
import { loadRows, plainValues, titleOf, type RecordRow } from '../records/record-row.ts'
import { showSealed } from '../sealed.ts'
import { isMine, type ImportRecord } from './import-row.ts'
import { loadStaged, readStaging, type StagedRow, type Wanted } from './staging.ts'
import { textOf } from './staged-cell.ts'
import { openedBy, rowOf } from './units-tree.ts'

export async function presentImport(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  row: ImportRecord,
): Promise<Import> {
  const names = await loadNames(house, trx, actor.county, [row.account])
  const { library } = ledger
  return {
    ...itemOf(actor, library, row, names),
    notes: [...(await sameFileNotes(house, trx, actor, row)), ...row.notes],
    sheets: row.sheets,
    columns: row.columns,
    missing: Object.entries(library.fields)
      .filter(([name, field]) => field.required && !field.system && !row.columns.some((c) => c.field === name))
      .map(([field, { label }]) => ({ field, label })),
  }
}

export async function presentImports(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  rows: readonly ImportRecord[],
): Promise<ImportItem[]> {
  const names = await loadNames(
    house,
    trx,
    actor.county,
    rows.map((r) => r.account),
  )
  return rows.map((row) => itemOf(actor, ledger.library, row, names))
}

function itemOf(actor: Actor, library: Library, row: ImportRecord, names: ReadonlyMap<number, string>): ImportItem {
  return {
    id: row.id,
    version: row.version,
    library: library.id,
    libraryName: library.name,
    fileName: row.file_name,
    size: row.size,
    state: row.state,
    stateWord: importStateWords[row.state],
    who: row.account === null ? null : (names.get(row.account) ?? null),
    mine: isMine(actor, row),
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    sheet: row.sheet,
    headerRow: row.header?.row ?? null,
    progress: { done: row.done, total: Math.max(row.total, row.done) },
    counts: row.counts,
    problem: row.problem,
    notes: row.notes,
    chosen: row.chosen,
    can: canOf(actor, row),
  }
}

function canOf(actor: Actor, row: ImportRecord): Import['can'] {
  const result: Import['can'] = row.state === 'done' || row.state === 'preview' ? ['result'] : []
  if (!isMine(actor, row)) return result
  if (['uploaded', 'reading', 'committing'].includes(row.state)) return ['cancel']
  if (row.state !== 'preview') return result
  const good = (row.counts?.total ?? 0) - (row.counts?.invalid ?? 0)
  return [
    'match',
    'fix',
    ...(good > 0 && row.counts?.invalid === 0 ? (['commit-all'] as const) : []),
    ...(good > 0 ? (['commit-valid'] as const) : []),
    'cancel',
    ...result,
  ]
}

/** 这份文件 5月20日 由张三导入过: the same bytes, in this ledger, written before. */
async function sameFileNotes(house: House, trx: Trx, actor: Actor, row: ImportRecord): Promise<string[]> {
  if (row.state !== 'preview') return []
  const before = await trx
    .selectFrom('library_import')
    .select(['account', 'finished_at'])
    .where('county', '=', actor.county)
    .where('library', '=', row.library)
    .where('sm3', '=', row.sm3)
    .where('state', '=', 'done')
    .where('id', '<>', row.id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!before) return []
  const names = await loadNames(house, trx, actor.county, [before.account])
  const who = (before.account !== null && names.get(before.account)) || '系统'
  const day = (before.finished_at ?? '').slice(5, 10).split('-').map(Number)
  const same = row.counts !== null && row.counts.total > 0 && row.counts.same === row.counts.total
  return [`这份文件 ${day[0]}月${day[1]}日 由${who}导入过${same ? '，没有变化' : ''}`]
}

export async function presentRows(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  row: ImportRecord,
  wanted: Wanted,
): Promise<Omit<ImportRows, 'next'>> {
  const staging = await readStaging(trx, actor.county, row.id, house.master)
  const staged = await loadStaged(trx, staging, wanted)
  const targets = await loadRows(
    trx,
    actor,
    ledger,
    staged.flatMap((s) => s.target ?? []),
  )
  const shown = await showTargets(house, trx, actor, ledger, [...targets.values()])
  const items = staged.map((s) => presentRow(ledger.library, row, s, shown.get(s.target ?? 0)))
  const all = items.flatMap((i) => [i.before, i.after].filter((v) => v !== null) as Values[])
  const names = await loadRecordNames(trx, actor, ledger.library, all)
  return { items, names: ledger.library.id === 'units' ? withOpened(names, all) : names }
}

/** A superior that the same file opens has no id yet: it is called by its row. */
function withOpened(names: Names, values: readonly Values[]): Names {
  const rows = values.flatMap((one) => rowOf(Number(one['parent'] ?? 0)) ?? [])
  if (rows.length === 0) return names
  const called = Object.fromEntries(rows.map((row) => [String(openedBy(row)), `第 ${row} 行新设的单位`]))
  return { ...names, units: { ...names['units'], ...called } }
}

async function showTargets(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  rows: readonly RecordRow[],
): Promise<Map<number, Values>> {
  const sealed = await showSealed(trx, actor.county, ledger.library, rows, house.master)
  return new Map(rows.map((r, i) => [r.id, { ...plainValues(ledger, r), ...sealed[i] }]))
}

function presentRow(library: Library, row: ImportRecord, staged: StagedRow, stands: Values | undefined): ImportRow {
  const fields = Object.keys(staged.values)
  const shown = (name: string, value: Value): Value => {
    const field = library.fields[name]
    // A number that was typed in full is shown as its mask, like everywhere.
    return field?.sealed === 'masked' && typeof value === 'string' && !value.includes('*') ? field.format(value) : value
  }
  const change = staged.action === 'change' && stands !== undefined
  return {
    row: staged.row,
    action: staged.action,
    cells: Object.fromEntries(Object.entries(staged.cells).map(([index, cell]) => [index, textOf(cell)])),
    errors: [...staged.errors],
    warnings: [...staged.warnings],
    target: staged.target !== null && stands ? { id: staged.target, title: titleOf(library, stands) } : null,
    before: change ? Object.fromEntries(fields.map((name) => [name, stands[name] ?? null])) : null,
    after:
      change || staged.action === 'new'
        ? Object.fromEntries(fields.map((name) => [name, shown(name, staged.values[name] ?? null)]))
        : null,
    fixed: staged.fixed,
    outcome: outcomeOf(row, staged),
  }
}

/** What became of a row, as the result file says it. */
export function outcomeOf(
  row: Pick<ImportRecord, 'state'>,
  staged: Pick<StagedRow, 'action' | 'errors' | 'warnings'>,
): string | null {
  const told = (list: StagedRow['errors']) => list.map((e) => `${e.head ? `“${e.head}”` : ''}${e.message}`).join('；')
  const remarks = staged.warnings.length > 0 ? `（提醒：${told(staged.warnings)}）` : ''
  if (staged.action === 'invalid') return `${row.state === 'done' ? '没有导入' : '有问题'}：${told(staged.errors)}`
  if (staged.action === 'same') return `没有变化${remarks}`
  const word = staged.action === 'new' ? '新增' : '修改'
  return `${row.state === 'done' ? '已' : '将'}${word}${remarks}`
}
