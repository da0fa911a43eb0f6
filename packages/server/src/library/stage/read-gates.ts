// GET …/gates: where a record stands, how it came there, and what each stage it may go to asks for.
import { daysBetween } from '@yipanqi/base'
import type { Gates, Ladder } from '@yipanqi/model/libraries/index.ts'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import { faults } from '../../http/fault.ts'
import { loadUnits } from '../../loop/refuse.ts'
import { loadNames } from '../../people.ts'
import type { Ledger } from '../ledger.ts'
import { getRow } from '../records/get-record.ts'
import { plainValues } from '../records/record-row.ts'
import { refuseFirm } from '../records/refuse-record.ts'
import { conditionsBetween, isBackwards, stateOf } from './gates.ts'
import { loadPapers } from './load-papers.ts'

export async function readGates(house: House, trx: Trx, actor: Actor, ledger: Ledger, id: number): Promise<Gates> {
  const row = await getRow(trx, actor, ledger, id)
  refuseFirm(actor)
  const ladder = ladderOf(ledger)
  const [stage, since] = [row.stage as string, row.stage_since as string]
  const today = house.clock.today()
  const values = plainValues(ledger, row)
  const papers = await loadPapers(trx, actor.county, ledger.library.id, id)
  const state = (c: Parameters<typeof stateOf>[0]) => stateOf(c, values, papers.get(c.id), today)
  return {
    stage,
    stageSince: since,
    days: daysBetween(since, today),
    stalledAfter: ladder.stalledAfter?.[stage] ?? null,
    steps: await loadSteps(house, trx, actor, ledger, id),
    here: conditionsBetween(ladder, null, stage, values).map(state),
    stages: ladder.stages
      .filter((s) => s.id !== stage)
      .map((s) => {
        const conditions = conditionsBetween(ladder, stage, s.id, values).map(state)
        return {
          to: s.id,
          name: s.name,
          meaning: s.meaning ?? null,
          exit: s.exit ?? false,
          backwards: isBackwards(ladder, stage, s.id),
          missing: conditions.filter((c) => !c.holds).length,
          conditions,
        }
      }),
  }
}

/** 404 where the ledger has no stages. */
export function ladderOf(ledger: Ledger): Ladder {
  if (!ledger.library.ladder) throw faults.notFound('本台账的阶段')
  return ledger.library.ladder
}

async function loadSteps(house: House, trx: Trx, actor: Actor, ledger: Ledger, id: number): Promise<Gates['steps']> {
  const rows = await trx
    .selectFrom('stage_step')
    .selectAll()
    .where('county', '=', actor.county)
    .where('library', '=', ledger.library.id)
    .where('record', '=', id)
    .orderBy('id')
    .execute()
  const people = await loadNames(
    house,
    trx,
    actor.county,
    rows.map((r) => r.account),
  )
  const units = await loadUnits(
    trx,
    actor.county,
    rows.map((r) => r.unit),
  )
  return rows.map((r) => ({
    from: r.from_stage,
    to: r.to_stage,
    since: r.since,
    reason: r.reason,
    approver: r.approver,
    who: r.account === null ? null : (people.get(r.account) ?? null),
    unit: r.unit === null ? null : (units.get(r.unit) ?? null),
    at: r.at,
  }))
}
