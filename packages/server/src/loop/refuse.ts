import type { CanAct, Refusal, UnitRef } from '@yipanqi/model'
import type { Trx } from '../db/with-actor.ts'
import { Fault } from '../http/fault.ts'

/** Units by id, for answers that name who can act. */
export async function loadUnits(
  trx: Trx,
  county: string,
  ids: readonly (number | null)[],
): Promise<Map<number, UnitRef>> {
  const wanted = [...new Set(ids.filter((id): id is number => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await trx
    .selectFrom('unit')
    .select(['id', 'code', 'name', 'short'])
    .where('county', '=', county)
    .where('id', 'in', wanted)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export function namedActors(who: readonly CanAct[], units: Map<number, UnitRef>) {
  return who.map((a) => ({ unit: a.unit === null ? null : (units.get(a.unit) ?? null), post: a.post }))
}

/** Turns the table's refusal into the 409 (403 where it is simply not this person's to do) that the caller reads. */
export async function refuse(trx: Trx, county: string, refusal: Refusal): Promise<never> {
  const units = await loadUnits(
    trx,
    county,
    refusal.who.map((w) => w.unit),
  )
  throw new Fault(refusal.code === 'not-yours' ? 403 : 409, refusal.code, refusal.message, {
    why: refusal.why,
    who: namedActors(refusal.who, units),
  })
}
