// 归并: the same thing asked again is one matter with one more source, not a second matter.
import { inForce, beforeIssue, type addSource } from '@yipanqi/model'
import { alike, likenessOf, TWIN } from '@yipanqi/reading'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import { refreshAudiences } from '../../documents/audience.ts'
import { getDocument, refuseUnreviewed } from '../../documents/document-row.ts'
import type { House } from '../../house.ts'
import { Fault, faults } from '../../http/fault.ts'
import { announce } from '../../live/live.ts'
import { hashToken, searchTokens } from '../../library/search/tokens.ts'
import { change } from '../act.ts'
import { loadItems } from '../items.ts'
import { getMatter, type MatterRow, requireVersion } from '../matter-row.ts'
import { record } from '../record.ts'
import { requireEditable } from './edit.ts'
import { giveSources } from './split.ts'

export async function addSourceTo(
  house: House,
  trx: Trx,
  actor: Actor,
  id: number,
  body: z.output<typeof addSource>,
): Promise<void> {
  if (actor.post !== 'dispatcher') throw faults.forbidden('您不能归并事项', '归并由财经办办理', 'dispatcher')
  const loaded = await getMatter(trx, actor.county, id, true)
  requireVersion(loaded.row, body.version)
  if (![...inForce, ...beforeIssue].includes(loaded.row.state)) {
    throw new Fault(409, 'wrong-state', '这项事项已经结束，不能再归并', {
      why: '请另立新事项，并在备注里写明上次的结论',
    })
  }
  const gone: number[] = []
  if (body.draft) {
    const draft = await getMatter(trx, actor.county, body.draft.id, true)
    requireVersion(draft.row, body.draft.version)
    requireEditable(actor, draft.row)
    if (draft.row.id === id) throw faults.invalid('不能归并到自己', [{ path: 'draft', message: '请另选一项' }])
    await giveSources(house, trx, actor, draft.row.id, id)
    gone.push(draft.row.id)
  } else {
    await addQuote(trx, actor, id, body)
  }
  await change(house, trx, actor, id, {})
  await refreshAudiences(trx, actor.county, id)
  const event = await record(trx, actor, {
    action: 'source',
    matter: id,
    from: loaded.row.state,
    to: loaded.row.state,
    details: { draft: body.draft?.id ?? null, document: body.document ?? null },
  })
  await announce(trx, { county: actor.county, event, kind: 'matter', ids: [id, ...gone] })
}

async function addQuote(trx: Trx, actor: Actor, id: number, body: z.output<typeof addSource>): Promise<void> {
  const { document, start, end } = body
  if (document === undefined || start === undefined || end === undefined) {
    throw faults.invalid('请说明来源', [{ path: 'document', message: '要么给出拟稿 draft，要么给出文件和起止位置' }])
  }
  const row = await getDocument(trx, actor.county, document)
  refuseUnreviewed(row)
  if (start >= end || end > row.text.length) throw faults.invalid('位置不对', [{ path: 'end', message: '超出了正文' }])
  const clause = row.sentences.find((s) => s.start < end && s.end > start)?.clause ?? null
  await trx
    .insertInto('matter_source')
    .values({
      county: actor.county,
      matter: id,
      document,
      clause,
      start_at: start,
      end_at: end,
      quote: row.text.slice(start, end),
    })
    .onConflict((c) => c.doNothing())
    .execute()
}

/**
 * Matters in force that may say the same: those that share the most characters with the title are compared in full.
 * Only an aid: a person accepts.
 */
export async function similarMatters(trx: Trx, actor: Actor, id: number) {
  const { row } = await getMatter(trx, actor.county, id)
  const tokens = searchTokens(row.title).slice(0, 60)
  if (tokens.length < 2) return []
  const { rows } = await sql<Pick<MatterRow, 'id' | 'title' | 'text' | 'lead_unit' | 'kind'>>`
    select m.id, m.title, left(m.text, 240) as text, m.lead_unit, m.kind
    from matters_alike(${tokens.map((t) => hashToken(actor.county, t))}::int[], 200) hits
    join matter m on m.county = ${actor.county} and m.id = hits.id
    where m.id <> ${id}`.execute(trx)
  const own = likenessOf(row.title, row.text.slice(0, 240))
  const scored = rows
    .map((r) => {
      const { score, words } = alike(own, likenessOf(r.title, r.text))
      const sameLead = row.lead_unit !== null && r.lead_unit === row.lead_unit
      const why = [
        ...words.slice(0, 3),
        ...(sameLead ? ['牵头单位相同'] : []),
        ...(r.kind === row.kind ? ['类别相同'] : []),
      ]
      return { id: r.id, score, order: score + (sameLead ? 0.05 : 0), why }
    })
    .filter((r) => r.score >= TWIN)
    .sort((a, b) => b.order - a.order || b.id - a.id)
    .slice(0, 5)
  const items = await loadItems(
    trx,
    actor.county,
    scored.map((s) => s.id),
  )
  return scored.flatMap((s) => {
    const matter = items.find((i) => i.id === s.id)
    return matter ? [{ matter, score: s.score, why: s.why }] : []
  })
}
