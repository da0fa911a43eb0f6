// A paper that was promised and has not come by its day becomes a matter. A job plays no part in the loop (nobody
// issues but the office): what comes about here are drafts under one list a night and ledger, which the dispatcher
// reviews, puts to the units and issues like any other document.
import type { IsoDate } from '@yipanqi/base'
import type { Matter } from '@yipanqi/reading'
import type { Library, Values } from '@yipanqi/model/libraries/index.ts'
import type { Selectable } from 'kysely'
import { loadCalendar } from '../../county-day.ts'
import type { Actor } from '../../db/actor.ts'
import type { StagePaperTable } from '../../db/schema-library.ts'
import type { Trx } from '../../db/with-actor.ts'
import { loadDirectory } from '../../documents/directory.ts'
import { addDrafts } from '../../documents/drafts.ts'
import type { House } from '../../house.ts'
import { announce } from '../../live/live.ts'
import { record as recordEvent } from '../../loop/record.ts'
import { getLedger } from '../ledger.ts'
import { recordTie } from '../links/ties.ts'
import { tellRecords } from '../records/tell-records.ts'
import { loadRows, plainValues, titleOf } from '../records/record-row.ts'
import { holds } from './gates.ts'

type PaperRow = Selectable<StagePaperTable>

interface Lacking {
  readonly paper: PaperRow
  readonly title: string
  readonly condition: string
  /** Full name of the unit that answers for the record; null: the office finds one. */
  readonly unit: string | null
}

const batch = 500

/**
 * Makes drafts of what fell due before today; answers how many. Each paper gives one matter ever: its row is locked and
 * carries the matter from the same transaction on.
 */
export async function draftOverduePapers(house: House, actor: Actor): Promise<number> {
  let last = 0
  let total = 0
  for (;;) {
    const done = await house.db.withActor(actor, async (trx) => {
      const papers = await trx
        .selectFrom('stage_paper')
        .selectAll()
        .where('county', '=', actor.county)
        .where('state', '=', 'missing')
        .where('matter', 'is', null)
        .where('due', '<', house.clock.today())
        .where('id', '>', last)
        .orderBy('id')
        .limit(batch)
        .forUpdate()
        .skipLocked()
        .execute()
      for (const library of new Set(papers.map((p) => p.library)))
        total += await draftList(
          house,
          trx,
          actor,
          library,
          papers.filter((p) => p.library === library),
        )
      return papers
    })
    last = done.at(-1)?.id ?? last
    if (done.length < batch) return total
  }
}

async function draftList(
  house: House,
  trx: Trx,
  actor: Actor,
  libraryId: string,
  papers: readonly PaperRow[],
): Promise<number> {
  const { library } = getLedger(libraryId)
  const today = house.clock.today()
  const lacking = await stillLacking(trx, actor, libraryId, papers)
  if (lacking.length === 0) return 0
  const title = `${library.name}缺件补齐清单（${today}）`
  const lines = lacking.map((l, i) => `${i + 1}.${sentenceOf(l)}`)
  const text = `${title}\n${lines.join('\n')}\n`
  const matters = mattersOf(library, lacking, lines, title.length + 1)
  const document = await trx
    .insertInto('document')
    .values({
      county: actor.county,
      title,
      kind: '其他',
      date: today,
      number: null,
      issued_on: null,
      scope: 'internal',
      declarer: '系统',
      state: 'draft',
      private: false,
      created_by: null,
      text,
      outline: '[]',
      sentences: JSON.stringify(
        matters.map((m) => ({ start: m.start, end: m.end, clause: null, role: 'obligation', why: '容缺到期没有补齐' })),
      ),
      refused: '[]',
      obligations: matters.length,
      covered: matters.length,
      consult_due: null,
      file: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const ids = await addDrafts(trx, actor, {
    document: document.id,
    reading: { document: { text }, matters },
    directory: await loadDirectory(trx, actor.county, today),
    today,
    calendar: await loadCalendar(trx, actor.county),
    date: today,
  })
  for (const [i, { paper }] of lacking.entries()) await tie(trx, actor, paper, ids[i] as number)
  await tellRecords(trx, actor, getLedger(libraryId), [...new Set(lacking.map((l) => l.paper.record))])
  const event = await recordEvent(trx, actor, {
    action: 'draft',
    document: document.id,
    details: { matters: ids.length, obligations: ids.length, covered: ids.length },
  })
  await announce(trx, { county: actor.county, event, kind: 'document', ids: [document.id] })
  return ids.length
}

async function tie(trx: Trx, actor: Actor, paper: PaperRow, matter: number): Promise<void> {
  await trx
    .insertInto('matter_record')
    .values({ county: actor.county, matter, library: paper.library, record: paper.record, account: null })
    .execute()
  await recordTie(trx, actor, 'link', { matter, library: paper.library, record: paper.record })
  await trx
    .updateTable('stage_paper')
    .set({ matter })
    .where('county', '=', actor.county)
    .where('id', '=', paper.id)
    .execute()
}

/** Without records that were taken off, and without conditions that hold by now (the field was filled). */
async function stillLacking(
  trx: Trx,
  actor: Actor,
  libraryId: string,
  papers: readonly PaperRow[],
): Promise<Lacking[]> {
  const ledger = getLedger(libraryId)
  const { library } = ledger
  const conditions = new Map((library.ladder?.gates ?? []).flatMap((g) => g.conditions.map((c) => [c.id, c] as const)))
  const rows = await loadRows(
    trx,
    actor,
    ledger,
    papers.map((p) => p.record),
  )
  const found = papers.flatMap((paper) => {
    const [row, condition] = [rows.get(paper.record), conditions.get(paper.condition)]
    if (!row || row.removed !== null || !condition) return []
    const values = plainValues(ledger, row)
    if (condition.needs !== 'paper' && holds(condition, values, undefined)) return []
    return [{ paper, title: titleOf(library, values), condition: condition.name, unit: unitOf(library, values) }]
  })
  const names = await unitNames(
    trx,
    actor.county,
    found.map((f) => f.unit),
  )
  return found.map((f) => ({ ...f, unit: f.unit === null ? null : (names.get(f.unit) ?? null) }))
}

/** Who answers for a record: 责任单位 before 主管部门 before the others that see it. */
function unitOf(library: Library, values: Values): number | null {
  const order = ['leadUnit', 'department', ...library.audience.units]
  for (const name of order) {
    const value = values[name]
    if (library.fields[name]?.kind === 'unit' && typeof value === 'number') return value
  }
  return null
}

async function unitNames(trx: Trx, county: string, ids: readonly (number | null)[]): Promise<Map<number, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await trx
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('county', '=', county)
    .where('id', 'in', wanted)
    .execute()
  return new Map(rows.map((r) => [r.id, r.name]))
}

const sentenceOf = ({ title, condition, paper, unit }: Lacking): string =>
  `补齐“${title}”的${condition}（承诺人：${paper.promised_by ?? '未写'}，承诺 ${paper.due as IsoDate} 前补齐，已过期）` +
  `${unit === null ? '' : `，责任单位：${unit}`}。`

/** Offsets into the list's text: the first line is its title. */
function mattersOf(library: Library, lacking: readonly Lacking[], lines: readonly string[], from: number): Matter[] {
  let start = from
  return lacking.map((l, i) => {
    const line = lines[i] as string
    const span = { start, end: start + line.length }
    start = span.end + 1
    return {
      ...span,
      id: `p${i}`,
      parent: null,
      clause: null,
      title: `补齐“${l.title.slice(0, 60)}”的${l.condition}`,
      text: line,
      kind: '项目节点',
      attitude: null,
      doneWhen: `${l.condition}的文号或扫描件登记在${library.name}`,
      leader: null,
      measures: [],
      targets: [],
      // The promise is over: a new day is the office's to set before it issues.
      deadlines: [],
      units: { explicit: l.unit !== null, lead: l.unit === null ? [] : [l.unit], support: [], candidates: [] },
    }
  })
}
