// A paper that came after its matter was made: a matter not yet issued is withdrawn by itself; one that is issued stays as
// it is (its light turns by reports and verification alone) and its page says that the paper is there, to be reported.
import { beforeIssue, type State } from '@yipanqi/model'
import type { CamePaper, PaperState } from '@yipanqi/model/libraries/index.ts'
import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import { systemActor, type Actor } from '../../db/actor.ts'
import type { StagePaperTable } from '../../db/schema-library.ts'
import type { Trx } from '../../db/with-actor.ts'
import { refuseSentences } from '../../documents/refuse-sentences.ts'
import type { House } from '../../house.ts'
import { announce } from '../../live/live.ts'
import { change } from '../../loop/act.ts'
import { getMatter } from '../../loop/matter-row.ts'
import { record as recordEvent } from '../../loop/record.ts'
import { findLedger, loadLedger } from '../load-ledger.ts'
import { loadRows, plainValues } from '../records/record-row.ts'
import { holds, type Paper } from './gates.ts'

export type PaperRow = Selectable<StagePaperTable>

/** A paper whose condition holds by now, in words. */
export interface Came {
  readonly condition: string
  readonly how: string
}

/** Of these papers those whose condition holds by now: registered, waived, or its field was filled. By the paper's id. */
export async function cameOf(trx: Trx, actor: Actor, papers: readonly PaperRow[]): Promise<Map<number, Came>> {
  const out = new Map<number, Came>()
  for (const id of new Set(papers.map((p) => p.library))) {
    const ledger = await findLedger(trx, actor, id)
    const gates = ledger?.library.ladder?.gates ?? []
    const conditions = new Map(gates.flatMap((g) => g.conditions.map((c) => [c.id, c] as const)))
    const mine = papers.filter((p) => p.library === id)
    if (!ledger) continue
    const rows = await loadRows(trx, actor, ledger, [...new Set(mine.map((p) => p.record))])
    for (const paper of mine) {
      const [row, condition] = [rows.get(paper.record), conditions.get(paper.condition)]
      if (
        !row ||
        !condition ||
        !holds(condition, plainValues(ledger, row), { ...asPaper, state: paper.state } as Paper)
      )
        continue
      out.set(paper.id, { condition: condition.name, how: howCame(paper) })
    }
  }
  return out
}

const asPaper = { number: null, file: null, basis: null, promisedBy: null, due: null, matter: null }

function howCame({ state, number }: PaperRow): string {
  if (state === 'waived') return '已登记为不需要'
  if (state === 'present') return `已登记${number === null ? '' : `（${number}）`}`
  return '对应的栏目已填写'
}

export interface RecordOf {
  readonly library: string
  readonly record: number
}

/**
 * Withdraws what is not yet issued of matters whose paper came, in one county or for one record; answers how many. A job
 * plays no part in the loop, so it only takes back what a job has made: matters that the night made of papers.
 */
export async function withdrawSettled(house: House, actor: Actor, of?: RecordOf): Promise<number> {
  return house.db.withActor(actor, async (trx) => {
    // Whoever is just changing the record holds it: they are waited for, and what they wrote is read.
    if (of) await loadRows(trx, actor, await loadLedger(trx, actor, of.library), [of.record], true)
    let query = trx
      .selectFrom('stage_paper as p')
      .innerJoin('matter as m', (j) => j.onRef('m.county', '=', 'p.county').onRef('m.id', '=', 'p.matter'))
      .selectAll('p')
      .where('p.county', '=', actor.county)
      .where('m.state', 'in', [...beforeIssue])
      .orderBy('p.id')
    if (of) query = query.where('p.library', '=', of.library).where('p.record', '=', of.record)
    const papers = await query.forUpdate('p').execute()
    const came = await cameOf(trx, actor, papers)
    let done = 0
    for (const paper of papers) {
      const found = came.get(paper.id)
      if (found && (await withdraw(house, trx, actor, paper, found))) done += 1
    }
    return done
  })
}

async function withdraw(house: House, trx: Trx, actor: Actor, paper: PaperRow, came: Came): Promise<boolean> {
  const id = paper.matter as number
  const { row } = await getMatter(trx, actor.county, id, true)
  // Issued meanwhile.
  if (!(beforeIssue as readonly State[]).includes(row.state)) return false
  const text = `缺件已经补齐：${came.condition}${came.how}，不用再交办，系统自动撤销`
  await refuseSentences(trx, actor.county, id, text)
  await change(house, trx, actor, id, { state: 'withdrawn', state_since: house.clock.today() })
  const event = await recordEvent(trx, actor, {
    action: 'withdraw',
    matter: id,
    from: row.state,
    to: 'withdrawn',
    text,
  })
  // Promised and missed once more, it becomes a matter once more.
  await trx
    .updateTable('stage_paper')
    .set({ matter: null })
    .where('county', '=', actor.county)
    .where('id', '=', paper.id)
    .execute()
  await announce(trx, { county: actor.county, event, kind: 'matter', ids: [id] })
  return true
}

/** Papers of a matter that have come since, for the reader who sees their records. */
export async function loadCame(
  trx: Trx,
  actor: Actor,
  matter: number,
): Promise<{ library: string; record: number; came: CamePaper }[]> {
  const papers = await trx
    .selectFrom('stage_paper as p')
    .leftJoin('file as f', (j) => j.onRef('f.county', '=', 'p.county').onRef('f.id', '=', 'p.file'))
    .selectAll('p')
    .select(['f.name', 'f.unit as file_unit', sql<string>`(p.at at time zone 'Asia/Shanghai')::date`.as('day')])
    .where('p.county', '=', actor.county)
    .where('p.matter', '=', matter)
    .orderBy('p.id')
    .execute()
  const came = await cameOf(trx, actor, papers)
  return papers.flatMap((paper) => {
    const { library, record, number, file, name } = paper
    const state = paper.state as PaperState
    const found = came.get(paper.id)
    if (!found) return []
    return [
      {
        library,
        record,
        came: {
          condition: found.condition,
          state: state as PaperState,
          on: state === 'missing' ? null : paper.day,
          number,
          file: file === null || name === null ? null : { id: file, name, mine: paper.file_unit === actor.unit },
        },
      },
    ]
  })
}

/** Does a matter of the night hang on this record's papers. */
export async function hasPaperMatter(trx: Trx, county: string, library: string, record: number): Promise<boolean> {
  const row = await trx
    .selectFrom('stage_paper')
    .select('id')
    .where('county', '=', county)
    .where('library', '=', library)
    .where('record', '=', record)
    .where('matter', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * The same for one record, soon after the request that changed it: that request has the rights of its clerk, who neither
 * sees nor touches a draft of the office. What is missed here (a process that stopped) the night does.
 */
export function settleSoon(house: House, county: string, of: RecordOf): void {
  setImmediate(() => {
    withdrawSettled(house, systemActor(county, `papers:${randomUUID()}`), of).catch((error: Error) =>
      house.log.error({ county, ...of, error: error.message }, 'papers'),
    )
  })
}
