// Rows that were planned before, planned again from their cells: after a correction, or because their record has moved.
import type { Values } from '@yipanqi/model/libraries/index.ts'
import { sql } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import type { Ledger } from '../ledger.ts'
import { tellClashes } from './clashes.ts'
import { findTargets } from './find-targets.ts'
import { openFinder } from './finder.ts'
import type { ImportRecord } from './import-row.ts'
import { ownWay } from './own-way.ts'
import { planRows } from './plan-rows.ts'
import { lookupsOf, readingsOf, readRow } from './read-row.ts'
import { loadStaged, openStaging, readStaging, restageRows, type StagedRow } from './staging.ts'

const batch = 1000

/**
 * Rows whose plan may not hold any more: their record has another version or is gone; or they were new by a key that no
 * unique index guards, and somebody has entered such a record meanwhile.
 */
export async function movedRows(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  row: ImportRecord,
): Promise<number[]> {
  const { rows } = await sql<{ row: number }>`
    select i.row from import_row i left join ${sql.table(ledger.table)} r on r.county = ${actor.county} and r.id = i.target
      and ${sql.join([sql`true`, ...ledger.conditions('r', false)], sql` and `)}
    where i.county = ${actor.county} and i.import = ${row.id} and i.target is not null and i.action in ('change', 'same')
      and (r.id is null or r.version <> i.target_version)
    order by i.row`.execute(trx)
  const out = rows.map((r) => r.row)
  const staging = await readStaging(trx, actor.county, row.id, house.master)
  for (let after = 0; ; ) {
    const told = await loadStaged(trx, staging, { after, limit: batch, actions: ['new'], told: true })
    const last = told.at(-1)
    if (!last) return out
    const targets = await findTargets(
      trx,
      actor,
      ledger,
      told.map((t) => t.values),
    )
    out.push(...told.flatMap((t, i) => (targets[i]?.id === null ? [] : [t.row])))
    after = last.row
  }
}

/** Plans these rows again and keeps the plans; answers those that would now do something else. */
export async function replan(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  row: ImportRecord,
  rows: readonly number[],
  fixes: ReadonlyMap<number, StagedRow['cells']> = new Map(),
): Promise<number[]> {
  const { library } = ledger
  const readings = readingsOf(library, row.columns)
  const staging = await openStaging(trx, actor.county, row.id, house.master)
  const today = house.clock.today()
  const finder = await openFinder(trx, actor, today)
  const differing: number[] = []
  const keys = new Set<string>()
  const whole = ownWay(library.id)?.whole
  // Where rows speak of each other, one that moved moves others.
  const parts = whole ? [{ limit: whole }] : inParts(rows)
  for (const part of parts) {
    const staged = await loadStaged(trx, staging, part)
    const cells = staged.map((s) => fixes.get(s.row) ?? s.cells)
    await finder.gather(
      trx,
      cells.flatMap((c) => [...lookupsOf(readings, c)]),
    )
    const read = staged.map((s, i) => readRow(library, readings, s.row, cells[i] ?? {}, finder))
    const planned = await planRows({ trx, actor, ledger, master: house.master, today, readings }, read)
    for (const [i, p] of planned.entries()) {
      const before = staged[i] as StagedRow
      for (const key of [...before.keys, ...p.keys]) keys.add(key)
      const alike = p.action === before.action && p.target === before.target && isSame(p.values, before.values)
      if (!alike) differing.push(before.row)
    }
    await restageRows(trx, staging, planned, (at) => fixes.has(at))
  }
  await tellClashes(trx, actor.county, row.id, library, readings, [...keys])
  return differing
}

const inParts = (rows: readonly number[]): { rows: number[] }[] =>
  Array.from({ length: Math.ceil(rows.length / batch) }, (_, i) => ({ rows: rows.slice(i * batch, (i + 1) * batch) }))

/** One row from new cells; the rows that shared a key with it, or share one now, are told anew too. */
export async function replanFixed(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  row: ImportRecord,
  fixed: StagedRow,
  cells: StagedRow['cells'],
): Promise<void> {
  await replan(house, trx, actor, ledger, row, [fixed.row], new Map([[fixed.row, cells]]))
  const { rows } = await sql<{ row: number }>`
    select r.row from import_row r where r.county = ${actor.county} and r.import = ${row.id}
      and (r.keys ?| ${[...fixed.keys]}::text[] or r.keys ?| (
        select array(select jsonb_array_elements_text(f.keys)) from import_row f
        where f.county = r.county and f.import = r.import and f.row = ${fixed.row}))
    order by r.row`.execute(trx)
  await replan(
    house,
    trx,
    actor,
    ledger,
    row,
    rows.map((r) => r.row),
  )
}

const isSame = (a: Values, b: Values): boolean => {
  const text = (v: Values) => JSON.stringify(Object.entries(v).sort(([one], [other]) => (one < other ? -1 : 1)))
  return text(a) === text(b)
}
