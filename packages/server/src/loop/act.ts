// One frame for every action on one matter: lock → version → table → change → light → event → tell.
import { decide, type Action } from '@yipanqi/model'
import { sql } from 'kysely'
import type { UpdateObject } from 'kysely'
import { loadCalendar } from '../county-day.ts'
import type { Actor } from '../db/actor.ts'
import type { Database } from '../db/schema.ts'
import type { Trx } from '../db/with-actor.ts'
import type { House } from '../house.ts'
import { announce } from '../live/live.ts'
import { factsOf, getMatter, requireVersion, whoOf, type LoadedMatter } from './matter-row.ts'
import { record, type NewEvent } from './record.ts'
import { refuse } from './refuse.ts'
import { judged, loadScheme } from './relight.ts'
import { matterSearch } from './matter-search.ts'

export type MatterChange = UpdateObject<Database, 'matter'>

export interface ActInput {
  readonly action: Action
  readonly matter: number
  readonly version: number
  /** What the action changes beside the state, and what its event says. Runs after the table has agreed. */
  readonly change: (loaded: LoadedMatter, today: string) => Promise<{ set?: MatterChange; event: Partial<NewEvent> }>
}

export async function act(house: House, trx: Trx, actor: Actor, input: ActInput): Promise<void> {
  const today = house.clock.today()
  const loaded = await getMatter(trx, actor.county, input.matter, true)
  requireVersion(loaded.row, input.version)
  const decision = decide(input.action, factsOf(loaded), whoOf(actor), today)
  if (!decision.ok) return refuse(trx, actor.county, decision)
  const { set, event } = await input.change(loaded, today)
  const moved = decision.to !== loaded.row.state
  await change(house, trx, actor, loaded.row.id, {
    ...set,
    ...(moved ? { state: decision.to, state_since: today } : {}),
  })
  const eventId = await record(trx, actor, {
    action: input.action,
    matter: loaded.row.id,
    from: loaded.row.state,
    to: decision.to,
    ...event,
  })
  await announce(trx, { county: actor.county, event: eventId, kind: 'matter', ids: [loaded.row.id] })
}

/** Writes a change of a matter: next version, next revision, light judged anew. */
export async function change(
  house: House,
  trx: Trx,
  actor: Pick<Actor, 'county'>,
  id: number,
  set: MatterChange,
): Promise<void> {
  const today = house.clock.today()
  const row = await trx
    .updateTable('matter')
    .set({ ...set, version: sql`version + 1`, revision: sql`nextval('revision')` } as MatterChange)
    .where('county', '=', actor.county)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const calendar = await loadCalendar(trx, actor.county)
  const scheme = await loadScheme(trx, actor.county, today)
  await trx
    .updateTable('matter')
    .set({
      ...judged(row, scheme, today, calendar),
      ...(set.title === undefined ? {} : matterSearch(row.county, row.title, row.number)),
    } as MatterChange)
    .where('county', '=', actor.county)
    .where('id', '=', id)
    .execute()
}
