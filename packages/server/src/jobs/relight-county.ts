import { sql } from 'kysely'
import { loadCalendar } from '../county-day.ts'
import type { Actor } from '../db/actor.ts'
import type { House } from '../house.ts'
import type { Trx } from '../db/with-actor.ts'
import { judged, loadScheme } from '../loop/relight.ts'

const batch = 500

/**
 * Judges every matter in force that was not judged today, in batches of one transaction each. Only rows whose verdict
 * moved get a new revision, so that lists sorted by change show changes. Answers how many were judged.
 */
export async function relightCounty(house: House, actor: Actor): Promise<number> {
  const today = house.clock.today()
  let total = 0
  for (;;) {
    const done = await house.db.withActor(actor, async (trx) => {
      const rows = await trx
        .selectFrom('matter')
        .selectAll()
        .where('county', '=', actor.county)
        .where('state', 'in', ['issued', 'under-way', 'closing', 'standing'])
        .where((eb) => eb.or([eb('light_as_of', 'is', null), eb('light_as_of', '<', today)]))
        .orderBy('id')
        .limit(batch)
        .forUpdate()
        .skipLocked()
        .execute()
      const scheme = await loadScheme(trx, actor.county, today)
      const calendar = await loadCalendar(trx, actor.county)
      const verdicts = rows.map((row) => {
        const next = judged(row, scheme, today, calendar)
        return { id: row.id, moved: next.light !== row.light || next.overdue !== row.overdue, ...next }
      })
      if (verdicts.length > 0) await writeVerdicts(trx, actor.county, verdicts)
      return rows.length
    })
    total += done
    if (done < batch) return total
  }
}

type Told = ReturnType<typeof judged> & { readonly id: number; readonly moved: boolean }

/** One statement a batch: the triggers that keep lists and audit fire once for all of its rows. */
async function writeVerdicts(trx: Trx, county: string, verdicts: readonly Told[]): Promise<void> {
  await sql`
    update matter m set light = v.light, light_since = v.light_since, light_as_of = v.light_as_of, pace = v.pace,
      verdict = v.verdict::jsonb, progress = v.progress::jsonb, overdue = v.overdue,
      revision = case when v.moved then nextval('revision') else m.revision end
    from jsonb_to_recordset(${JSON.stringify(verdicts)}::jsonb)
      as v(id bigint, moved boolean, light text, light_since date, light_as_of date, pace text, verdict text, progress text, overdue boolean)
    where m.county = ${county} and m.id = v.id`.execute(trx)
}
