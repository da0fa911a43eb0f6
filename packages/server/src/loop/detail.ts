import { clockLimits, matterClock, stateClock, type MatterDetail } from '@yipanqi/model'
import { loadCalendar } from '../county-day.ts'
import type { Actor } from '../db/actor.ts'
import type { Trx } from '../db/with-actor.ts'
import { loadDirectory } from '../documents/directory.ts'
import type { House } from '../house.ts'
import { faults } from '../http/fault.ts'
import { wordTies } from '../library/links/ties.ts'
import { presentAnswers } from './answers.ts'
import { whatCan } from './can.ts'
import { presentEvents } from './events.ts'
import { loadItems } from './items.ts'
import { getMatter, type MatterRow } from './matter-row.ts'
import { loadUnits } from './refuse.ts'

/** All of one matter: history, arithmetic of its light, clocks, and what the caller may do. */
export async function matterDetail(house: House, trx: Trx, actor: Actor, id: number): Promise<MatterDetail> {
  const county = actor.county
  const today = house.clock.today()
  const loaded = await getMatter(trx, county, id)
  const { row } = loaded
  const [item] = await loadItems(trx, county, [id])
  if (!item) throw faults.notFound('项事项')
  const calendar = await loadCalendar(trx, county)
  const events = await trx
    .selectFrom('event')
    .selectAll()
    .where('county', '=', county)
    .where('matter', '=', id)
    .orderBy('id')
    .execute()
  return {
    ...item,
    text: row.text,
    attitude: row.attitude,
    cadence: row.cadence,
    line: row.line,
    firstTarget: row.first_target,
    steps: row.steps,
    curve: row.curve,
    fullSources: await loadSources(trx, county, id),
    candidates: await presentCandidates(trx, county, row, today),
    verdict: row.verdict,
    answers: await presentAnswers(house, trx, county, loaded.answers),
    events: await wordTies(trx, actor, await presentEvents(house, trx, county, events)),
    can: await whatCan(trx, actor, loaded, today),
    clocks: {
      state: stateClock(
        { state: row.state, stateSince: row.state_since, consultDue: loaded.consultDue },
        clockLimits,
        today,
        calendar,
      ),
      matter: matterClock(
        { state: row.state, issuedOn: row.issued_on, deadline: row.deadline, closedOn: row.closed_on },
        today,
        calendar,
      ),
    },
    children: await trx
      .selectFrom('matter')
      .select(['id', 'title', 'light'])
      .where('county', '=', county)
      .where('parent', '=', id)
      .orderBy('id')
      .execute(),
  }
}

/** Sources whose document the caller may not see stay named, without their words. */
async function loadSources(trx: Trx, county: string, id: number): Promise<MatterDetail['fullSources']> {
  return trx
    .selectFrom('matter_source as s')
    .innerJoin('document as d', (j) => j.onRef('d.county', '=', 's.county').onRef('d.id', '=', 's.document'))
    .select([
      's.document',
      'd.title as documentTitle',
      'd.number as documentNumber',
      's.clause',
      's.start_at as start',
      's.end_at as end',
      's.quote',
    ])
    .where('s.county', '=', county)
    .where('s.matter', '=', id)
    .orderBy('s.document')
    .orderBy('s.start_at')
    .execute()
}

async function presentCandidates(
  trx: Trx,
  county: string,
  row: MatterRow,
  today: string,
): Promise<MatterDetail['candidates']> {
  if (row.candidates.length === 0) return []
  const directory = await loadDirectory(trx, county, today)
  const ids = row.candidates.map((c) => directory.find(c.unit))
  const units = await loadUnits(trx, county, ids)
  return row.candidates.map((c, i) => ({ ...c, unitRef: units.get(ids[i] ?? 0) ?? null }))
}
