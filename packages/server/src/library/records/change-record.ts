// create, patch, remove, restore: each answers the record as it now stands.
import type {
  createRecord as createBody,
  patchRecord as patchBody,
  RecordDetail,
  removeRecord as removeBody,
  Values,
} from '@yipanqi/model/libraries/index.ts'
import type { z } from 'zod'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import { faults } from '../../http/fault.ts'
import type { Ledger } from '../ledger.ts'
import { hasPaperMatter, settleSoon } from '../stage/came-papers.ts'
import { requireFreeKeys } from './check-keys.ts'
import { findBrokenReferences } from './check-references.ts'
import { checkValues, refuseFields } from './check-values.ts'
import { factsOf, getRow, recordDetail, shownValues } from './get-record.ts'
import { requireInLibrary, requireWithRecord } from './refuse-record.ts'
import { writeRecords, type RecordWrite, type WriteContext } from './write-records.ts'

export async function createRecord(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  body: z.output<typeof createBody>,
): Promise<RecordDetail> {
  const { library } = ledger
  await requireInLibrary(trx, actor, library, 'create')
  const values = checkValues(library, body.values, null)
  await requireSound(trx, actor, ledger, values, null)
  const stage = checkStage(ledger, house.clock.today(), body)
  const [made] = await writeRecords(trx, actor, ledger, [{ values, ...stage }], contextOf(house, body.reason))
  return recordDetail(house, trx, actor, ledger, made?.id as number)
}

/** A record may begin at any stage: what is already on the ground can always be recorded. */
function checkStage(
  { library }: Ledger,
  today: string,
  body: z.output<typeof createBody>,
): Pick<RecordWrite, 'stage' | 'stageSince'> {
  if (body.stage === undefined && body.stageSince === undefined) return {}
  if (!library.ladder) throw faults.invalid(`${library.name}没有阶段`, [{ path: 'stage', message: '请不要填阶段' }])
  const stage = library.ladder.stages.find((s) => s.id === body.stage)
  if (body.stage !== undefined && !stage)
    throw faults.invalid('没有这个阶段', [{ path: 'stage', message: '请从阶段里选' }])
  if (stage?.exit && !body.reason)
    throw faults.invalid(`直接登记为“${stage.name}”要写原因`, [{ path: 'reason', message: '请写原因' }])
  if (body.stageSince !== undefined && body.stageSince > today)
    throw faults.invalid('进入阶段的日期不能晚于今天', [{ path: 'stageSince', message: '请核对日期' }])
  return { ...(stage ? { stage: stage.id } : {}), ...(body.stageSince ? { stageSince: body.stageSince } : {}) }
}

export async function patchRecord(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  id: number,
  body: z.output<typeof patchBody>,
): Promise<RecordDetail> {
  const row = await getRow(trx, actor, ledger, id)
  await requireWithRecord(trx, actor, ledger.library, factsOf(row), 'edit')
  // Held only now: whoever may not change it does not make others wait.
  const held = await getRow(trx, actor, ledger, id, true)
  if (held.version !== body.version) throw faults.stale(held.version)
  const before = await shownValues(house, trx, actor, ledger, held)
  const values = checkValues(ledger.library, body.values, before)
  await requireSound(trx, actor, ledger, values, before, id)
  await writeRecords(trx, actor, ledger, [{ id, version: body.version, values }], contextOf(house, body.reason))
  // A field that is filled may be the paper that was missing.
  if (ledger.library.ladder && (await hasPaperMatter(trx, actor.county, ledger.library.id, id)))
    settleSoon(house, actor.county, { library: ledger.library.id, record: id })
  return recordDetail(house, trx, actor, ledger, id)
}

/** References are there and keys are free. */
export async function requireSound(
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  values: Values,
  before: Values | null,
  id?: number,
): Promise<void> {
  const [broken] = await findBrokenReferences(trx, actor, ledger.library, [values], [before])
  refuseFields(broken ?? [])
  await requireFreeKeys(trx, actor, ledger, { ...before, ...values }, id)
}

export async function removeRecord(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  id: number,
  body: z.output<typeof removeBody>,
): Promise<RecordDetail> {
  const row = await getRow(trx, actor, ledger, id)
  await requireWithRecord(trx, actor, ledger.library, factsOf(row), 'remove')
  const write = { id, version: body.version, values: {}, removed: house.clock.today() }
  await writeRecords(trx, actor, ledger, [write], contextOf(house, body.reason))
  return recordDetail(house, trx, actor, ledger, id)
}

export const contextOf = (house: House, reason?: string): WriteContext => ({
  today: house.clock.today(),
  master: house.master,
  reason,
})
