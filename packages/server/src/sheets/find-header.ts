import { bareKey, columnTitle, titleKey } from './column-title.ts'
import { headGrid, type HeadGrid } from './head-grid.ts'
import type { MergedRange, SheetRow } from './types.ts'

export interface HeaderColumn {
  /** 0-based */
  readonly index: number
  /** Cleaned; of a head in several rows joined as 上级-下级, unless the lower part alone is known. */
  readonly title: string
  readonly unit?: string
  /** The head's cells from above to below, as they stand. */
  readonly path: readonly string[]
}

export interface FoundHeader {
  /** The last row of the head. */
  readonly row: number
  readonly firstRow: number
  /** Rows up to this one belong to the head or number its columns (甲 乙 1 2): data begin below it. */
  readonly lastHeadRow: number
  readonly columns: readonly HeaderColumn[]
  /** Titles that stand over more than one column. */
  readonly duplicates: readonly { readonly title: string; readonly columns: readonly number[] }[]
  /** How many of the known titles were found. */
  readonly matched: number
}

/** A head stands near the top, under a title and perhaps a line of who filled it in and when. */
const rowsLookedAt = 30
const deepest = 3

/**
 * Finds the head of a sheet: the rows that hold the most of the known titles, or, where none is known, the first full
 * row of texts.
 * @param rows the first rows of the sheet
 * @param known names and aliases of the fields that are looked for
 * @param merges merged ranges of the sheet; without them (.csv) a head of two rows is seen by its known titles alone
 * @returns null when no row could be a head
 */
export function findHeader(
  rows: readonly SheetRow[],
  known: readonly string[],
  merges: readonly MergedRange[] = [],
): FoundHeader | null {
  const grid = headGrid(rows.slice(0, rowsLookedAt), merges)
  const keys = new Set(known.flatMap((title) => [titleKey(title), bareKey(title)]).filter((key) => key !== ''))
  let best: { header: FoundHeader; score: number } | null = null
  for (const start of grid.rows.keys()) {
    if (!grid.couldBeHead(start)) continue
    const deep = grid.depth(start, deepest)
    // A merged head says itself how deep it is; elsewhere a second row counts only if it is better known.
    for (const depth of deep > 1 ? [deep] : [1, 2]) {
      const header = headerOf(grid, start, depth, keys)
      if (!header) continue
      const score = header.matched * 10 + likeness(grid, start, depth, header)
      if (!best || score > best.score) best = { header, score }
    }
  }
  return best?.header ?? null
}

/**
 * What speaks for a head beside known titles: it names every column, each once. Rows that no cell joins are less likely
 * one head: the upper may be a line of the form (填报单位…).
 */
function likeness(grid: HeadGrid, start: number, depth: number, header: FoundHeader): number {
  const full = (9 * header.columns.length) / grid.width
  const joined = depth === 1 || grid.joined(start, depth)
  return full - (joined ? 0 : 1) - Math.min(4, header.duplicates.length * 2)
}

function headerOf(grid: HeadGrid, start: number, depth: number, keys: ReadonlySet<string>): FoundHeader | null {
  const paths = grid.paths(start, depth)
  const first = grid.rows[start]
  const last = grid.rows[start + depth - 1]
  if (!paths || !first || !last) return null
  const found = new Set<string>()
  const columns = paths.map(({ index, path }): HeaderColumn => {
    const { title, unit, key } = nameOf(path, keys)
    if (key !== undefined) found.add(key)
    return unit === undefined ? { index, title, path } : { index, title, unit, path }
  })
  const numbered = grid.numbersColumns(start + depth) ? grid.rows[start + depth] : undefined
  return {
    row: last.row,
    firstRow: first.row,
    lastHeadRow: (numbered ?? last).row,
    columns,
    duplicates: duplicatesOf(columns),
    matched: found.size,
  }
}

interface Named {
  title: string
  unit?: string
  /** the known title that it is */
  key?: string
}

function nameOf(path: readonly string[], keys: ReadonlySet<string>): Named {
  const parts = path.map(columnTitle)
  const unit = parts.findLast((part) => part.unit !== undefined)?.unit
  const joined = parts.map((part) => part.title).join('-')
  const lower = parts.at(-1)?.title ?? ''
  for (const title of joined === lower ? [lower] : [joined, lower]) {
    // The second only where the first fails: most titles of a sheet of our own are known as they stand.
    const whole = titleKey(title)
    const key = keys.has(whole) ? whole : [bareKey(title)].find((one) => keys.has(one))
    if (key !== undefined) return { title, unit, key }
  }
  return { title: joined, unit }
}

function duplicatesOf(columns: readonly HeaderColumn[]): { title: string; columns: number[] }[] {
  const byKey = new Map<string, { title: string; columns: number[] }>()
  for (const { index, title } of columns) {
    const key = titleKey(title)
    const same = byKey.get(key)
    if (same) same.columns.push(index)
    else byKey.set(key, { title, columns: [index] })
  }
  return [...byKey.values()].filter((one) => one.columns.length > 1)
}
