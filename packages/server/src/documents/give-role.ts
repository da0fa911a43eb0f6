import { beforeIssue, type giveRole, type GivenRole, type RoleGiven } from '@yipanqi/model'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../db/actor.ts'
import type { RefusedRow, SentenceRow } from '../db/schema.ts'
import type { Trx } from '../db/with-actor.ts'
import type { House } from '../house.ts'
import { Fault, faults } from '../http/fault.ts'
import { announce } from '../live/live.ts'
import { withdrawMatter } from '../loop/actions/simple.ts'
import { record } from '../loop/record.ts'
import { getDocument, refuseUnreviewed, type DocumentRow } from './document-row.ts'
import { draftOfSentence } from './draft-from-sentence.ts'
import { learnRole } from './lexicon/learn.ts'

const roleNames: Record<GivenRole, string> = {
  obligation: '任务句',
  target: '目标句',
  result: '成效',
  background: '背景',
  slogan: '号召',
  heading: '标题',
  other: '其他',
  common: '共性要求',
}
const obliges = (role: SentenceRow['role']): boolean => role === 'obligation' || role === 'target'

/**
 * The clerk says what a sentence is. To 任务句 or 目标句 makes a draft of it where it has none; to anything else
 * withdraws the drafts that only this sentence asks for, with the reason. 共性要求 stays an obligation and stands among
 * the refused. The reader's own word is kept beside the clerk's.
 */
export async function giveSentenceRole(
  house: House,
  trx: Trx,
  actor: Actor,
  id: number,
  body: z.output<typeof giveRole>,
): Promise<RoleGiven> {
  if (actor.post !== 'dispatcher') throw faults.forbidden('您不能改句子的性质', '拟稿由财经办办理', 'dispatcher')
  const document = await getDocument(trx, actor.county, id, true)
  if (document.version !== body.version) throw faults.stale(document.version)
  refuseUnreviewed(document)
  if (document.state !== 'draft' && document.state !== 'reviewed')
    throw new Fault(409, 'wrong-state', '现在不能改句子的性质', {
      why: '已经征求意见，各单位答复的是原来的清单；不办的请用“撤销”，增加的请另行发文',
      who: [{ unit: null, post: 'dispatcher' }],
    })
  const sentence = document.sentences.find((s) => s.start === body.start)
  if (!sentence) throw faults.invalid('没有这一句', [{ path: 'start', message: '请在正文里点一句' }])

  const listed = body.role === 'obligation' || body.role === 'target'
  const drafts = await draftsAt(trx, actor.county, id, sentence)
  if (!listed) refuseInForce(drafts)
  const why = `财经办改为“${roleNames[body.role]}”`
  await learnRole(
    trx,
    actor,
    document,
    sentence,
    body.role === 'common' ? 'obligation' : body.role,
    house.clock.today(),
  )
  await writeSentence(trx, actor.county, document, sentence, { role: body.role, why, drafted: drafts.length > 0 })

  const withdrawn: number[] = []
  let made: number | null = null
  if (listed && drafts.length === 0) {
    const { version } = await getDocument(trx, actor.county, id, true)
    made = await draftOfSentence(house, trx, actor, id, { version, start: sentence.start, end: sentence.end })
  }
  if (!listed) {
    const rest = { ...document, sentences: document.sentences.filter((s) => s.start !== sentence.start) }
    for (const draft of drafts) {
      if (await othersAsk(trx, actor.county, rest, draft.id)) continue
      await withdrawMatter(house, trx, actor, draft.id, { version: draft.version, text: why })
      withdrawn.push(draft.id)
    }
  }
  const event = await record(trx, actor, {
    action: 'give-role',
    document: id,
    text: why,
    details: { start: sentence.start, end: sentence.end, from: sentence.role, to: body.role, made, withdrawn },
  })
  await announce(trx, { county: actor.county, event, kind: 'document', ids: [id] })
  const after = await getDocument(trx, actor.county, id)
  return { document: id, version: after.version, made, withdrawn }
}

interface Draft {
  readonly id: number
  readonly version: number
  readonly title: string
  readonly state: (typeof beforeIssue)[number]
}

async function draftsAt(trx: Trx, county: string, document: number, sentence: SentenceRow): Promise<Draft[]> {
  const rows = await trx
    .selectFrom('matter_source as s')
    .innerJoin('matter as m', (j) => j.onRef('m.county', '=', 's.county').onRef('m.id', '=', 's.matter'))
    .select(['m.id', 'm.version', 'm.title', 'm.state'])
    .distinct()
    .where('s.county', '=', county)
    .where('s.document', '=', document)
    .where('s.start_at', '<', sentence.end)
    .where('s.end_at', '>', sentence.start)
    .where('m.state', 'not in', ['withdrawn', 'merged'])
    .orderBy('m.id')
    .execute()
  return rows as Draft[]
}

function refuseInForce(drafts: readonly Draft[]): void {
  const inForce = drafts.filter((d) => !beforeIssue.includes(d.state))
  if (inForce.length === 0) return
  throw new Fault(409, 'in-force', '这一句已归并到在办事项，不能改为不列入', {
    why: inForce.map((d) => `“${d.title}”正在办理，这一句是它的来源之一`).join('；'),
    who: [{ unit: null, post: 'dispatcher' }],
  })
}

/** Another obliging sentence of this document, or another document, asks for the same draft: it stays. */
async function othersAsk(trx: Trx, county: string, rest: DocumentRow, matter: number): Promise<boolean> {
  const sources = await trx
    .selectFrom('matter_source')
    .select(['document', 'start_at', 'end_at'])
    .where('county', '=', county)
    .where('matter', '=', matter)
    .execute()
  return sources.some(
    (q) =>
      q.document !== rest.id || rest.sentences.some((s) => obliges(s.role) && q.start_at < s.end && q.end_at > s.start),
  )
}

/** The sentence's new role, and the coverage of the page with it. */
async function writeSentence(
  trx: Trx,
  county: string,
  document: DocumentRow,
  sentence: SentenceRow,
  { role: given, why, drafted }: { role: GivenRole; why: string; drafted: boolean },
): Promise<void> {
  const role = given === 'common' ? 'obligation' : given
  const was = sentence.was ?? { role: sentence.role, why: sentence.why }
  // The words spoke for what the reader said, not for what the clerk says now.
  const { words: _, ...rest } = sentence
  const sentences = document.sentences.map((s) => (s === sentence ? { ...rest, role, why, was } : s))
  const touches = (r: RefusedRow): boolean => r.start < sentence.end && r.end > sentence.start
  const stood = document.refused.some(touches)
  // A sentence that obliges nobody is no refusal; one for everybody is, and a draft that is withdrawn adds its own.
  const others = document.refused.filter((r) => !touches(r))
  const bare = obliges(role) && (stood || (given === 'common' && !drafted))
  const refused = bare ? [...others, { start: sentence.start, end: sentence.end, why }] : others
  const obligations = document.obligations + Number(obliges(role)) - Number(obliges(sentence.role))
  await trx
    .updateTable('document')
    .set({
      sentences: JSON.stringify(sentences),
      refused: JSON.stringify(refused.toSorted((a, b) => a.start - b.start)),
      obligations,
      covered: obligations - refused.length,
      version: sql`version + 1`,
      revision: sql`nextval('revision')`,
    })
    .where('county', '=', county)
    .where('id', '=', document.id)
    .execute()
}
