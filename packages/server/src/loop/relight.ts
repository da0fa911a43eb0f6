// Lights are recomputed on every event and every night, by the rule that the county adopted for that day.
import type { Calendar, IsoDate } from '@yipanqi/base'
import { judge, progressOf, type LightFacts, type LightScheme, type PresetId } from '@yipanqi/model'
import type { Trx } from '../db/with-actor.ts'
import type { MatterRow } from './matter-row.ts'

/** The county's lighting rule in force on a day, or null where none was adopted. */
export async function loadScheme(trx: Trx, county: string, on: IsoDate): Promise<LightScheme | null> {
  const row = await trx
    .selectFrom('light_scheme')
    .selectAll()
    .where('county', '=', county)
    .where('effective_from', '<=', on)
    .where((eb) => eb.or([eb('effective_to', 'is', null), eb('effective_to', '>=', on)]))
    .orderBy('effective_from', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    name: row.name,
    documentNumber: row.document_number,
    article: row.article,
    preset: row.preset as PresetId,
    parameters: row.parameters as Record<string, number>,
    effectiveFrom: row.effective_from,
    effectiveTo: row.effective_to,
  }
}

export function lightFacts(row: MatterRow): LightFacts {
  return {
    state: row.state,
    kind: row.kind,
    issuedOn: row.issued_on,
    deadline: row.deadline,
    closedOn: row.closed_on,
    target: row.target,
    firstTarget: row.first_target,
    value: row.value,
    steps: row.steps,
    curve: row.curve,
    cadence: row.cadence,
    lastReportAsOf: row.last_report_as_of,
    lastReportAcceptedOn: row.last_report_on,
    lastEvidence: row.last_evidence,
  }
}

/** The columns that a fresh judgement writes. `light_since` moves only when the colour does. */
export function judged(row: MatterRow, scheme: LightScheme | null, today: IsoDate, calendar: Calendar) {
  const facts = lightFacts(row)
  const progress = progressOf(facts, today, calendar, scheme?.parameters)
  const overdue =
    row.deadline !== null && row.deadline < today && ['issued', 'under-way', 'closing'].includes(row.state)
  if (!scheme) {
    return {
      light: null,
      light_since: null,
      light_as_of: today,
      pace: null,
      verdict: null,
      progress: progress && JSON.stringify(progress),
      overdue,
    }
  }
  const verdict = judge(facts, scheme, today, calendar)
  const since = verdict.light === row.light ? (row.light_since ?? today) : today
  return {
    light: verdict.light,
    light_since: verdict.light === null ? null : since,
    light_as_of: today,
    pace: verdict.pace,
    verdict: JSON.stringify({ ...verdict, since: verdict.light === null ? null : since }),
    progress: progress && JSON.stringify(progress),
    overdue,
  }
}

/** Judges one matter anew and keeps the result. */
export async function relight(trx: Trx, county: string, id: number, today: IsoDate, calendar: Calendar): Promise<void> {
  const row = await trx
    .selectFrom('matter')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const scheme = await loadScheme(trx, county, today)
  await trx
    .updateTable('matter')
    .set(judged(row, scheme, today, calendar))
    .where('county', '=', county)
    .where('id', '=', id)
    .execute()
}
