import { sql } from 'kysely'
import { loadCalendar } from '../county-day.ts'
import type { Actor } from '../db/actor.ts'
import type { House } from '../house.ts'
import type { MatterChange } from '../loop/act.ts'
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
      for (const row of rows) {
        const next = judged(row, scheme, today, calendar)
        const moved = next.light !== row.light || next.overdue !== row.overdue
        await trx
          .updateTable('matter')
          .set({ ...next, ...(moved ? { revision: sql`nextval('revision')` } : {}) } as MatterChange)
          .where('county', '=', actor.county)
          .where('id', '=', row.id)
          .execute()
      }
      return rows.length
    })
    total += done
    if (done < batch) return total
  }
}
