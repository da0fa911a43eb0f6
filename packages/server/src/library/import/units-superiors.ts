// 上级单位 of a file's rows: which unit or which other row is meant, and what stands in its way.
import type { UnitRow } from '../../units/directory.ts'
import { clearWord, type ReadRow } from './read-row.ts'
import type { PlannedRow } from './plan-rows.ts'
import { circles, openedBy, rowOf, superiors } from './units-tree.ts'

interface FoundRow {
  readonly row: ReadRow
  readonly stands: UnitRow | null
}

export interface PlannedUnit {
  readonly stands: UnitRow | null
  readonly plan: PlannedRow
}

const isCalled = (unit: UnitRow | undefined, text: string): boolean =>
  unit !== undefined && (unit.name === text || unit.short === text || unit.code === text)

/**
 * A name in the columns 上级单位 and 承接单位 means first what stands there already (an export says ended units by names that
 * lead elsewhere today), then a unit in force that bears it, then a unit that the file opens, then whatever an alias or an
 * old name leads to.
 */
export function nameSuperiors(
  units: readonly UnitRow[],
  rows: readonly FoundRow[],
  written: (row: ReadRow, field: string) => string,
): ReadRow[] {
  const byId = new Map(units.map((u) => [u.id, u]))
  const inForce = new Set(units.flatMap((u) => (u.valid_to === null ? [u.name, u.short, u.code] : [])))
  const fresh = new Map<string, number>()
  for (const field of ['code', 'name', 'short'])
    for (const { row, stands } of rows) {
      const text = row.values[field]
      if (!stands && typeof text === 'string' && !fresh.has(text)) fresh.set(text, row.row)
    }
  const means = ({ row, stands }: FoundRow, field: 'parent' | 'successor'): number | null => {
    const text = written(row, field)
    if (text === '' || text === clearWord) return null
    const now = stands?.[field] ?? null
    if (now !== null && isCalled(byId.get(now), text)) return now
    const opened = fresh.get(text)
    return field === 'parent' && opened !== undefined && !inForce.has(text) ? openedBy(opened) : null
  }
  return rows.map((found): ReadRow => {
    let { row } = found
    for (const field of ['parent', 'successor'] as const) {
      const id = means(found, field)
      if (id === null) continue
      const others = (list: ReadRow['errors']) => list.filter((told) => told.field !== field)
      row = {
        ...row,
        values: { ...row.values, [field]: id },
        errors: others(row.errors),
        warnings: others(row.warnings),
      }
    }
    return row
  })
}

/** By row: why its superior cannot be. Circles first, then superiors whose own row is not written. */
export function tellTree(
  units: readonly UnitRow[],
  plans: readonly PlannedUnit[],
  today: string,
): ReadonlyMap<number, string> {
  const rows = plans.map(({ plan }) => ({ row: plan.row.row, target: plan.target, values: plan.values }))
  const out = new Map<number, string>()
  for (const [row, ring] of circles(superiors(units, rows), rows))
    out.set(
      row,
      ring.length > 1
        ? `上下级成了圈：第 ${ring.slice(0, 5).join('、')} 行${ring.length > 5 ? `等 ${ring.length} 行` : ''}互为上级，请核对`
        : '上下级成了圈：不能放到自己的下级下面',
    )
  const uses = new Map<string, number>()
  for (const { plan } of plans) for (const key of plan.keys) uses.set(key, (uses.get(key) ?? 0) + 1)
  const byRow = new Map(plans.map((one) => [one.plan.row.row, one.plan]))
  const bad = new Set(
    plans.flatMap(({ plan }) =>
      plan.action === 'invalid' || out.has(plan.row.row) || plan.keys.some((key) => (uses.get(key) ?? 0) > 1)
        ? [plan.row.row]
        : [],
    ),
  )
  // Each round reaches one step further down; a file has no more steps than rows.
  for (let grown = true; grown; ) {
    grown = false
    for (const { plan } of plans) {
      const above = rowOf((plan.values['parent'] ?? 0) as number)
      if (above === null || out.has(plan.row.row)) continue
      const why = whyNot(byRow.get(above), bad.has(above), today)
      if (why === null) continue
      out.set(plan.row.row, `上级单位在第 ${above} 行，${why}`)
      grown ||= !bad.has(plan.row.row)
      bad.add(plan.row.row)
    }
  }
  return out
}

function whyNot(above: PlannedRow | undefined, bad: boolean, today: string): string | null {
  if (!above || bad) return '那一行有问题，请先改正'
  const from = above.values['validFrom']
  return typeof from === 'string' && from > today ? `要到 ${from} 才设立；请等设立后再导入` : null
}
