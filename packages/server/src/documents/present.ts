// Documents as rows and as the living document.
import {
  worstOf,
  type Can,
  type DocumentDetail,
  type DocumentItem,
  type Light,
  type MatterItem,
  type Tally,
} from '@yipanqi/model'
import { sql } from 'kysely'
import type { Actor } from '../db/actor.ts'
import type { Trx } from '../db/with-actor.ts'
import type { House } from '../house.ts'
import { presentEvents } from '../loop/events.ts'
import { loadItems } from '../loop/items.ts'
import { loadScheme } from '../loop/relight.ts'
import { documentSteps, type DocumentStep } from './advance.ts'
import { getDocument, matterIdsOf, type DocumentRow } from './document-row.ts'

/** Tallies of many documents in one query, over the matters that the actor may see. */
export async function loadTallies(
  trx: Trx,
  county: string,
  documents: readonly number[],
): Promise<Map<number, Tally & { awaiting: number }>> {
  if (documents.length === 0) return new Map()
  const { rows } = await sql<{ document: number; light: Light | null; n: number; awaiting: number }>`
    select s.document, m.light, count(distinct m.id) as n,
      count(distinct a.id) filter (where a.opinion is null and m.state = 'consulting') as awaiting
    from matter_source s
    join matter m on m.county = s.county and m.id = s.matter and m.state not in ('withdrawn', 'merged')
    left join answer a on a.county = m.county and a.matter = m.id
    where s.county = ${county} and s.document = any (${`{${documents.join(',')}}`}::bigint[])
    group by s.document, m.light`.execute(trx)
  const out = new Map<number, Tally & { awaiting: number }>()
  for (const row of rows) {
    const tally = out.get(row.document) ?? { ...emptyTally(), awaiting: 0 }
    tally[row.light ?? 'none'] += row.n
    tally.total += row.n
    tally.awaiting += row.awaiting
    out.set(row.document, tally)
  }
  return out
}

export function emptyTally(): Tally {
  return { total: 0, green: 0, yellow: 0, red: 0, grey: 0, done: 0, none: 0 }
}

export async function presentItems(trx: Trx, county: string, rows: readonly DocumentRow[]): Promise<DocumentItem[]> {
  const tallies = await loadTallies(
    trx,
    county,
    rows.map((r) => r.id),
  )
  return rows.map((row) => {
    const { awaiting = 0, ...tally } = tallies.get(row.id) ?? { ...emptyTally(), awaiting: 0 }
    return {
      id: row.id,
      title: row.title,
      kind: row.kind,
      date: row.date,
      number: row.number,
      scope: row.scope,
      declarer: row.declarer,
      state: row.state,
      private: row.private,
      consultDue: row.consult_due,
      awaiting,
      tally,
      coverage: { obligations: row.obligations, covered: row.covered, refused: row.refused.length },
      version: row.version,
    }
  })
}

/** 活文件: the text, each sentence with the worst open light of its matters, and all that hangs on it. */
export async function documentDetail(house: House, trx: Trx, actor: Actor, id: number): Promise<DocumentDetail> {
  const county = actor.county
  const row = await getDocument(trx, county, id)
  const [item] = await presentItems(trx, county, [row])
  const matters = await loadItems(trx, county, await matterIdsOf(trx, county, id))
  const scheme = await loadScheme(trx, county, house.clock.today())
  const events = await trx
    .selectFrom('event')
    .selectAll()
    .where('county', '=', county)
    .where('document', '=', id)
    .where('matter', 'is', null)
    .orderBy('id')
    .execute()
  return {
    ...(item as DocumentItem),
    text: row.text,
    outline: row.outline,
    sentences: row.sentences.map((s) => ({ ...s, ...lightOf(s, id, matters) })),
    matters,
    refused: row.refused,
    lightRule: scheme ? { name: scheme.name, documentNumber: scheme.documentNumber } : null,
    events: await presentEvents(house, trx, county, events),
    can: documentCan(actor, row),
  }
}

/** A matter lights the sentences that its source overlaps. */
function lightOf(sentence: { start: number; end: number }, document: number, matters: readonly MatterItem[]) {
  const here = matters.filter((m) =>
    m.sources.some((s) => s.document === document && s.start < sentence.end && s.end > sentence.start),
  )
  return { matters: here.map((m) => m.id), light: worstOf(here.map((m) => m.light)) }
}

function documentCan(actor: Actor, row: DocumentRow): Can[] {
  return (Object.keys(documentSteps) as DocumentStep[]).map((action) => {
    const step = documentSteps[action]
    const why =
      actor.post !== 'dispatcher'
        ? '由财经办办理'
        : row.private
          ? '未经本人审阅的稿子不能立项'
          : row.state !== step.from
            ? '还没到这一步，或已经过了'
            : null
    return {
      action,
      allowed: why === null,
      why,
      who: actor.post === 'dispatcher' ? [] : [{ unit: null, post: 'dispatcher' as const }],
    }
  })
}
