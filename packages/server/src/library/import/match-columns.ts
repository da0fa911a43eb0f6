// Which field each column of a sheet fills. In this order: what the county's clerks said before, the field's own name,
// its aliases, and, for what nobody claims, what the cells hold.
import {
  stageColumn,
  stageSinceColumn,
  type Field,
  type ImportColumn,
  type Library,
  type MatchedBy,
} from '@yipanqi/model/libraries/index.ts'
import { columnName } from '../../sheets/address.ts'
import { bareKey, titleKey } from '../../sheets/column-title.ts'
import type { FoundHeader, HeaderColumn } from '../../sheets/find-header.ts'
import type { SheetRow } from '../../sheets/types.ts'
import { isOtherMeasure } from './staged-cell.ts'

/** Heads by field, as library_setting keeps them; under `leftOut` those that fill nothing. */
export type KnownHeads = Readonly<Record<string, readonly string[]>>
export const leftOut = '-'

/** Heads that are looked for in a sheet. */
export function knownTitles(library: Library, heads: KnownHeads): string[] {
  const own = Object.values(library.fields).flatMap((field) => [field.label, ...(field.aliases ?? [])])
  return [...own, ...ladderHeads(library).flatMap(([, titles]) => titles), ...Object.values(heads).flat()]
}

function ladderHeads({ ladder }: Library): [string, string[]][] {
  if (!ladder) return []
  return [
    [stageColumn, ['阶段', '当前阶段', ladder.name]],
    [stageSinceColumn, ['进入阶段日期', '进入当前阶段日期', '阶段起始日期']],
  ]
}

/** Written by the system or kept elsewhere: such columns are exported, and passed over when they come back. */
export const isPassedOver = (field: Field): boolean =>
  field.system === true || field.compute !== undefined || field.kind === 'files'

/** What a match knows of the file beside its heads. */
export interface Sample {
  readonly rows: readonly SheetRow[]
  /** Fields that read at least nine in ten of a column's filled cells; asked for columns that no head tells. */
  readonly fits: (index: number, fields: readonly string[]) => Promise<readonly string[]>
}

export async function matchColumns(
  library: Library,
  header: FoundHeader,
  heads: KnownHeads,
  sample: Sample,
): Promise<ImportColumn[]> {
  const claims = claimByHead(library, header, heads)
  const columns = header.columns.filter((c) => c.title !== '')
  const taken = new Set([...claims.values()].flatMap((c) => c.field ?? []))
  for (const column of columns) {
    if (claims.has(column.index)) continue
    const free = Object.keys(library.fields).filter(
      (name) => !taken.has(name) && tellingKinds.has((library.fields[name] as Field).kind),
    )
    const [only, ...others] = free.length === 0 ? [] : await sample.fits(column.index, free)
    if (only === undefined || others.length > 0) continue
    taken.add(only)
    claims.set(column.index, { field: only, by: 'content' })
  }
  return columns.map((column) => present(library, column, claims.get(column.index), examplesOf(sample, column.index)))
}

interface Claim {
  readonly field: string | null
  readonly by?: MatchedBy
  readonly note?: string
}

/** Kinds whose cells tell what they are; a text or a number could be anything. */
const tellingKinds = new Set([
  'creditCode',
  'orgCode',
  'projectCode',
  'idNumber',
  'phone',
  'industry',
  'choice',
  'choices',
])

function claimByHead(library: Library, header: FoundHeader, heads: KnownHeads): Map<number, Claim> {
  const claims = new Map<number, Claim>()
  for (const { title, columns } of header.duplicates)
    for (const index of columns)
      claims.set(index, {
        field: null,
        note: `有 ${columns.length} 列都叫“${title}”（${columns.map(columnName).join('、')} 列），分不清，请指定读哪一列`,
      })
  const taken = new Map<string, number>()
  for (const { by, table } of tables(library, heads))
    for (const { index, title } of header.columns) {
      if (claims.has(index)) continue
      const field = table.get(titleKey(title)) ?? table.get(bareKey(title))
      if (field === undefined) continue
      const other = taken.get(field)
      if (field === leftOut) claims.set(index, { field: null, by: 'remembered' })
      else if (other !== undefined)
        claims.set(index, {
          field: null,
          note: `“${labelOf(library, field)}”已读 ${columnName(other)} 列，这一列没有读`,
        })
      else {
        taken.set(field, index)
        claims.set(index, { field, by })
      }
    }
  return claims
}

function tables(library: Library, heads: KnownHeads): { by: MatchedBy; table: Map<string, string> }[] {
  const keyed = (pairs: readonly (readonly [string, readonly string[]])[]) =>
    new Map(pairs.flatMap(([field, titles]) => titles.map((title) => [titleKey(title), field] as const)))
  const fields = Object.entries(library.fields)
  return [
    { by: 'remembered', table: keyed(Object.entries(heads)) },
    { by: 'name', table: keyed(fields.map(([name, f]) => [name, [f.label]])) },
    {
      by: 'alias',
      table: keyed([...fields.map(([name, f]) => [name, f.aliases ?? []] as const), ...ladderHeads(library)]),
    },
  ]
}

export function labelOf(library: Library, field: string): string {
  if (field === stageColumn) return library.ladder?.name ?? '阶段'
  return field === stageSinceColumn ? '进入阶段日期' : (library.fields[field]?.label ?? field)
}

/** One column with its field, however that was found. */
export function present(
  library: Library,
  column: Pick<HeaderColumn, 'index' | 'title' | 'unit'>,
  claim: Claim | undefined,
  examples: string[],
): ImportColumn {
  const field = claim?.field ?? null
  const unit = column.unit ?? null
  return {
    index: column.index,
    letter: columnName(column.index),
    head: column.title,
    unit,
    field,
    by: claim?.by ?? null,
    note: claim?.note ?? (field === null ? null : noteOf(library.fields[field], unit)),
    examples,
  }
}

export function noteOf(field: Field | undefined, unit: string | null): string | null {
  if (!field) return null
  if (field.kind === 'files') return '附件不从表格导入，这一列不读'
  if (isPassedOver(field)) return '由系统填写，这一列不读'
  if (field.sealed === 'masked') return '遮住的号码保持原样就不会改；要改请写全号'
  if (isOtherMeasure(field, unit)) return `按表头的“${unit}”读，存成${field.unit}`
  if (unit !== null && field.unit !== undefined && unit !== field.unit)
    return `表头写的是“${unit}”，本栏按“${field.unit}”读，请核对`
  return null
}

function examplesOf({ rows }: Sample, index: number): string[] {
  const texts = rows.flatMap(({ cells }) => cells[index]?.text.trim().slice(0, 40) || [])
  return [...new Set(texts)].slice(0, 3)
}
