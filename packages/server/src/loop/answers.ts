import type { AnswerRow } from '@yipanqi/model'
import type { Selectable } from 'kysely'
import type { AnswerTable } from '../db/schema.ts'
import type { Trx } from '../db/with-actor.ts'
import type { House } from '../house.ts'
import { loadNames } from '../people.ts'
import { loadUnits } from './refuse.ts'

/** 征求意见 answers as the 采纳情况表 shows them. */
export async function presentAnswers(
  house: House,
  trx: Trx,
  county: string,
  rows: readonly Selectable<AnswerTable>[],
): Promise<AnswerRow[]> {
  const names = await loadNames(
    house,
    trx,
    county,
    rows.map((r) => r.account),
  )
  const units = await loadUnits(
    trx,
    county,
    rows.flatMap((r) => [r.unit, r.suggested_unit]),
  )
  return rows.flatMap((row) => {
    const unit = units.get(row.unit)
    if (!unit) return []
    return {
      id: row.id,
      unit,
      role: row.role,
      opinion: row.opinion,
      text: row.text,
      suggestedUnit: row.suggested_unit === null ? null : (units.get(row.suggested_unit) ?? null),
      answeredAt: row.answered_at,
      by: row.account === null ? null : (names.get(row.account) ?? null),
      adopted: row.adopted,
      adoptionNote: row.adoption_note,
      onPaper: row.on_paper,
    }
  })
}
