import type { MatterEvent } from '@yipanqi/model'
import type { Selectable } from 'kysely'
import type { EventTable } from '../db/schema.ts'
import type { Trx } from '../db/with-actor.ts'
import type { House } from '../house.ts'
import { loadNames } from '../people.ts'
import { loadUnits } from './refuse.ts'

/** Events as the page shows them: with names, units and files. */
export async function presentEvents(
  house: House,
  trx: Trx,
  county: string,
  rows: readonly Selectable<EventTable>[],
): Promise<MatterEvent[]> {
  const names = await loadNames(
    house,
    trx,
    county,
    rows.map((r) => r.account),
  )
  const units = await loadUnits(
    trx,
    county,
    rows.map((r) => r.unit),
  )
  const fileIds = [...new Set(rows.flatMap((r) => r.evidence))]
  const files = fileIds.length
    ? await trx
        .selectFrom('file')
        .select(['id', 'name', 'size'])
        .where('county', '=', county)
        .where('id', 'in', fileIds)
        .execute()
    : []
  const fileById = new Map(files.map((f) => [f.id, f]))
  return rows.map((row) => ({
    id: row.id,
    action: row.action,
    at: row.at,
    by: {
      account: row.account,
      name: row.account === null ? '系统' : (names.get(row.account) ?? ''),
      unit: row.unit === null ? null : (units.get(row.unit) ?? null),
    },
    from: row.from_state,
    to: row.to_state,
    text: row.text,
    asOf: row.as_of,
    percent: row.percent,
    value: row.value,
    evidence: row.evidence.flatMap((id) => fileById.get(id) ?? []),
    onPaper:
      row.on_paper === null ? null : { number: row.on_paper.number, by: row.on_paper.by, date: row.on_paper.date },
    details: row.details,
  }))
}
