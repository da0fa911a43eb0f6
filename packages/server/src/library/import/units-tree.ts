// Who stands below whom when a file of units is carried out: a superior that the same file opens is found by its code or
// its names, circles are told, and superiors come before those below them.
import type { Values } from '@yipanqi/model/libraries/index.ts'
import type { UnitRow } from '../../units/directory.ts'

/** In place of an id: the unit that this row of the file opens. */
export const openedBy = (row: number): number => -row
export const rowOf = (node: number): number | null => (node < 0 ? -node : null)

/** A row as the tree sees it: what it opens or changes, and the superior that it says, if it says one. */
export interface TreeRow {
  readonly row: number
  readonly target: number | null
  readonly values: Values
}

export const nodeOf = ({ row, target }: TreeRow): number => target ?? openedBy(row)

/** Superiors as they stand when every row has been carried out. */
export function superiors(
  units: readonly Pick<UnitRow, 'id' | 'parent'>[],
  rows: readonly TreeRow[],
): ReadonlyMap<number, number | null> {
  const out = new Map(units.map((u) => [u.id, u.parent]))
  for (const one of rows)
    if (one.target === null || 'parent' in one.values)
      out.set(nodeOf(one), (one.values['parent'] ?? null) as number | null)
  return out
}

/** By row: the rows of the circle in which it stands. */
export function circles(
  parents: ReadonlyMap<number, number | null>,
  rows: readonly TreeRow[],
): ReadonlyMap<number, readonly number[]> {
  const byNode = new Map(rows.map((one) => [nodeOf(one), one.row]))
  const out = new Map<number, readonly number[]>()
  for (const one of rows) {
    if ((one.values['parent'] ?? null) === null) continue
    const start = nodeOf(one)
    const seen = new Set<number>([start])
    let at = parents.get(start) ?? null
    while (at !== null && !seen.has(at)) {
      seen.add(at)
      at = parents.get(at) ?? null
    }
    if (at === start)
      out.set(
        one.row,
        [...seen].flatMap((node) => byNode.get(node) ?? []).sort((a, b) => a - b),
      )
  }
  return out
}

/** Superiors first, else in the order of the file. A tree without circles is asked for. */
export function topDown<T extends TreeRow>(
  units: readonly Pick<UnitRow, 'id' | 'parent'>[],
  rows: readonly T[],
): readonly T[] {
  const parents = superiors(units, rows)
  const depths = new Map<number, number>()
  const depth = (node: number): number => {
    const path: number[] = []
    let at: number | null = node
    while (at !== null && !depths.has(at) && !path.includes(at)) {
      path.push(at)
      at = parents.get(at) ?? null
    }
    let above = at === null ? 0 : (depths.get(at) ?? 0)
    for (const one of path.reverse()) depths.set(one, (above += 1))
    return depths.get(node) ?? 0
  }
  return [...rows].sort((a, b) => depth(nodeOf(a)) - depth(nodeOf(b)) || a.row - b.row)
}
