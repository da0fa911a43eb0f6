// One chessboard: a matter points to records of any ledger, and a record shows its matters.
import type { MatterItem } from '@yipanqi/model'
import { mayInLibrary, type LinkedRecord } from '@yipanqi/model/libraries/index.ts'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import { Fault } from '../../http/fault.ts'
import { announce } from '../../live/live.ts'
import { loadItems } from '../../loop/items.ts'
import { getMatter } from '../../loop/matter-row.ts'
import type { Ledger } from '../ledger.ts'
import { findLedger } from '../load-ledger.ts'
import { factsOf, getRow } from '../records/get-record.ts'
import { loadTitles } from '../records/load-titles.ts'
import { loadRows, plainValues, stageName, type RecordRow } from '../records/record-row.ts'
import { requireWithRecord } from '../records/refuse-record.ts'
import { tellRecords } from '../records/tell-records.ts'
import { loadCame } from '../stage/came-papers.ts'
import { recordTie } from './ties.ts'

/** A matter shows at most so many: beyond it, it is a list that should be filtered in its ledger. */
const most = 500

/** Records of a matter that the actor sees; others are not even counted. */
export async function recordsOfMatter(trx: Trx, actor: Actor, matter: number): Promise<{ items: LinkedRecord[] }> {
  await getMatter(trx, actor.county, matter)
  const links = await trx
    .selectFrom('matter_record')
    .select(['library', 'record', 'at'])
    .where('county', '=', actor.county)
    .where('matter', '=', matter)
    .orderBy('at')
    .orderBy('record')
    .limit(most)
    .execute()
  const papers = await loadCame(trx, actor, matter)
  const items: LinkedRecord[] = []
  for (const library of new Set(links.map((l) => l.library))) {
    const ledger = await findLedger(trx, actor, library)
    if (!ledger || !mayInLibrary(actor, ledger.library, 'read')) continue
    const own = links.filter((l) => l.library === library)
    const rows = await loadRows(
      trx,
      actor,
      ledger,
      own.map((l) => l.record),
    )
    const seen = own.filter((l) => rows.has(l.record))
    const titles = await loadTitles(
      trx,
      actor,
      ledger,
      seen.map((l) => plainValues(ledger, rows.get(l.record) as RecordRow)),
    )
    for (const [i, link] of seen.entries()) {
      const row = rows.get(link.record) as RecordRow
      items.push({
        library,
        libraryName: ledger.library.name,
        record: link.record,
        title: titles[i] ?? '',
        stageName: stageName(ledger.library, row.stage),
        at: link.at,
        papers: papers.filter((p) => p.library === library && p.record === link.record).map((p) => p.came),
      })
    }
  }
  return { items }
}

export async function mattersOfRecord(
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  id: number,
): Promise<{ items: MatterItem[] }> {
  await getRow(trx, actor, ledger, id)
  const links = await trx
    .selectFrom('matter_record')
    .select('matter')
    .where('county', '=', actor.county)
    .where('library', '=', ledger.library.id)
    .where('record', '=', id)
    .orderBy('matter', 'desc')
    .limit(most)
    .execute()
  // Row security leaves out what the actor does not see.
  return {
    items: await loadItems(
      trx,
      actor.county,
      links.map((l) => l.matter),
    ),
  }
}

export async function linkRecord(
  trx: Trx,
  actor: Actor,
  matter: number,
  ledger: Ledger,
  record: number,
): Promise<{ items: LinkedRecord[] }> {
  await requireLinkable(trx, actor, matter, ledger, record)
  if (ledger.library.id === 'matters')
    throw new Fault(422, 'matter-to-matter', '事项之间不用关联', { why: '同一件事请用“归并”，分开办的请用“拆分”' })
  const made = await trx
    .insertInto('matter_record')
    .values({ county: actor.county, matter, library: ledger.library.id, record, account: actor.account })
    .onConflict((on) => on.columns(['county', 'matter', 'library', 'record']).doNothing())
    .returning('matter')
    .executeTakeFirst()
  if (made) await tell(trx, actor, 'link', matter, ledger, record)
  return recordsOfMatter(trx, actor, matter)
}

export async function unlinkRecord(
  trx: Trx,
  actor: Actor,
  matter: number,
  ledger: Ledger,
  record: number,
): Promise<{ items: LinkedRecord[] }> {
  await requireLinkable(trx, actor, matter, ledger, record)
  const gone = await trx
    .deleteFrom('matter_record')
    .where('county', '=', actor.county)
    .where('matter', '=', matter)
    .where('library', '=', ledger.library.id)
    .where('record', '=', record)
    .executeTakeFirst()
  if (gone.numDeletedRows > 0n) await tell(trx, actor, 'unlink', matter, ledger, record)
  return recordsOfMatter(trx, actor, matter)
}

/** Into the history of both ends, and to whoever has one of them open. What was so already is no news. */
async function tell(
  trx: Trx,
  actor: Actor,
  action: 'link' | 'unlink',
  matter: number,
  ledger: Ledger,
  record: number,
): Promise<void> {
  const event = await recordTie(trx, actor, action, { matter, library: ledger.library.id, record })
  await announce(trx, { county: actor.county, event, kind: 'matter', ids: [matter] })
  await tellRecords(trx, actor, ledger, [record])
}

/** Both ends are seen by the actor, and the post may tie them. */
async function requireLinkable(trx: Trx, actor: Actor, matter: number, ledger: Ledger, record: number): Promise<void> {
  await getMatter(trx, actor.county, matter)
  const row = await getRow(trx, actor, ledger, record)
  await requireWithRecord(trx, actor, ledger.library, factsOf(row), 'link')
}
