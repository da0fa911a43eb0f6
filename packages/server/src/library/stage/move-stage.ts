// POST …/stage: through the gate into the next stage, out by a side exit, or back; and papers that came later.
import type { RecordDetail, StageMoveBody } from '@yipanqi/model/libraries/index.ts'
import { sql } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import { faults } from '../../http/fault.ts'
import type { Ledger } from '../ledger.ts'
import { findMissingFiles } from '../records/check-references.ts'
import { contextOf } from '../records/change-record.ts'
import { factsOf, getRow, recordDetail } from '../records/get-record.ts'
import { plainValues } from '../records/record-row.ts'
import { requireWithRecord } from '../records/refuse-record.ts'
import { tellRecords } from '../records/tell-records.ts'
import { writeRecords } from '../records/write-records.ts'
import { addFileUses } from '../records/write-traces.ts'
import { settleSoon } from './came-papers.ts'
import { checkMove, type PaperInput } from './check-move.ts'
import { loadPapers } from './load-papers.ts'
import { ladderOf } from './read-gates.ts'

/** `to` the stage where it stands: only papers are added, or its day is put right (with a reason). */
export async function moveStage(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  id: number,
  move: StageMoveBody,
): Promise<RecordDetail> {
  const { library } = ledger
  const ladder = ladderOf(ledger)
  const seen = await getRow(trx, actor, ledger, id)
  await requireWithRecord(trx, actor, library, factsOf(seen), 'stage')
  const row = await getRow(trx, actor, ledger, id, true)
  if (row.version !== move.version) throw faults.stale(row.version)
  const standing = {
    stage: row.stage as string,
    since: row.stage_since as string,
    values: plainValues(ledger, row),
    papers: await loadPapers(trx, actor.county, library.id, id),
  }
  checkMove(ladder, standing, move, house.clock.today())
  await requireFiles(trx, actor, move.papers)
  await writePapers(trx, actor, library.id, id, move.papers)
  const write = { id, version: move.version, values: {}, stage: move.to, stageSince: move.since }
  await writeRecords(trx, actor, ledger, [write], {
    ...contextOf(house, move.reason),
    step: { reason: move.reason, approver: move.approver },
  })
  // Papers alone leave the record's row as it is.
  if (move.papers.length > 0) await tellRecords(trx, actor, ledger, [id])
  if ([...standing.papers.values()].some((paper) => paper.matter !== null))
    settleSoon(house, actor.county, { library: library.id, record: id })
  return recordDetail(house, trx, actor, ledger, id)
}

async function requireFiles(trx: Trx, actor: Actor, papers: readonly PaperInput[]): Promise<void> {
  const files = papers.flatMap((p) => (p.file === undefined ? [] : [p.file]))
  const missing = await findMissingFiles(trx, actor, files)
  const wrong = papers.filter((p) => p.file !== undefined && missing.has(p.file))
  if (wrong.length > 0)
    throw faults.invalid(
      '附件没有找到',
      wrong.map((p) => ({ path: `papers.${p.condition}`, message: '附件要由本单位先上传' })),
    )
}

/** One row a condition: what is said last stands, the audit keeps what was said before. */
async function writePapers(
  trx: Trx,
  actor: Actor,
  library: string,
  record: number,
  papers: readonly PaperInput[],
): Promise<void> {
  if (papers.length === 0) return
  await trx
    .insertInto('stage_paper')
    .values(
      papers.map((p) => ({
        county: actor.county,
        library,
        record,
        condition: p.condition,
        state: p.state,
        number: p.number ?? null,
        file: p.file ?? null,
        basis: p.basis ?? null,
        promised_by: p.promisedBy ?? null,
        due: p.due ?? null,
        matter: null,
        account: actor.account,
      })),
    )
    .onConflict((on) =>
      on.columns(['county', 'library', 'record', 'condition']).doUpdateSet({
        state: sql`excluded.state`,
        number: sql`excluded.number`,
        file: sql`excluded.file`,
        basis: sql`excluded.basis`,
        promised_by: sql`excluded.promised_by`,
        due: sql`excluded.due`,
        account: sql`excluded.account`,
        at: sql`now()`,
        version: sql`stage_paper.version + 1`,
      }),
    )
    .execute()
  const uses = papers.flatMap((p) => (p.file === undefined ? [] : [{ file: p.file, record }]))
  if (uses.length > 0) await addFileUses(trx, actor, library, uses)
}
