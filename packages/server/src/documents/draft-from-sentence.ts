import type { draftFromSentence } from '@yipanqi/model'
import { sql } from 'kysely'
import type { z } from 'zod'
import { loadCalendar, loadCountyDays } from '../county-day.ts'
import type { Actor } from '../db/actor.ts'
import type { Trx } from '../db/with-actor.ts'
import type { House } from '../house.ts'
import { Fault, faults } from '../http/fault.ts'
import { announce } from '../live/live.ts'
import { record } from '../loop/record.ts'
import { loadDirectory } from './directory.ts'
import { getDocument, refuseUnreviewed } from './document-row.ts'
import { learnRole } from './lexicon/learn.ts'
import { loadLexicon } from './lexicon/load-lexicon.ts'
import { addDrafts } from './drafts.ts'
import { readInThread } from './read-in-thread.ts'

/** One click makes a matter of a sentence that the reader refused. What can be read from it alone is filled in. */
export async function draftOfSentence(
  house: House,
  trx: Trx,
  actor: Actor,
  id: number,
  body: z.output<typeof draftFromSentence>,
): Promise<number> {
  if (actor.post !== 'dispatcher') throw faults.forbidden('您不能列事项', '由财经办列入', 'dispatcher')
  const document = await getDocument(trx, actor.county, id, true)
  if (document.version !== body.version) throw faults.stale(document.version)
  refuseUnreviewed(document)
  if (document.state !== 'draft' && document.state !== 'reviewed') {
    throw new Fault(409, 'wrong-state', '现在不能再列入事项', {
      why: '征求意见以后增加的事项，各单位没有答复过；请另行发文',
    })
  }
  const { start, end } = body
  if (start >= end || end > document.text.length)
    throw faults.invalid('位置不对', [{ path: 'end', message: '超出了正文' }])
  const quote = document.text.slice(start, end).trim()
  const today = house.clock.today()
  const directory = await loadDirectory(trx, actor.county, today)
  // Read the sentence alone for its figures, days and units; the offsets are those of the document.
  const reading = await readInThread(quote, {
    ...(document.date ? { date: document.date } : {}),
    units: directory.entries,
    lexicon: await loadLexicon(trx, actor.county),
    days: await loadCountyDays(trx, actor.county),
  })
  const found = reading.matters[0]
  const offset = start + document.text.slice(start, end).indexOf(quote)
  const matter = {
    ...(found ?? {
      kind: '常态' as const,
      attitude: null,
      doneWhen: null,
      leader: null,
      measures: [],
      targets: [],
      deadlines: [],
      units: { explicit: false, lead: [], support: [], candidates: [] },
    }),
    id: 'm',
    parent: null,
    clause: document.sentences.find((s) => s.start < end && s.end > start)?.clause ?? null,
    start: offset,
    end: offset + quote.length,
    title: body.title ?? found?.title ?? quote.replace(/[。；]$/, '').slice(0, 60),
    text: quote,
  }
  const [draft] = await addDrafts(trx, actor, {
    document: id,
    reading: { ...reading, document: { ...reading.document, text: document.text }, matters: [matter] },
    directory,
    today,
    calendar: await loadCalendar(trx, actor.county),
    date: document.date,
  })
  if (document.state === 'reviewed') {
    await trx
      .updateTable('matter')
      .set({ state: 'reviewed' })
      .where('county', '=', actor.county)
      .where('id', '=', draft as number)
      .execute()
  }
  const listed = document.sentences.filter((s) => s.start < end && s.end > start)
  const [one] = listed
  // A sentence that the reader took for a demand and refused for another reason was read rightly.
  if (one && listed.length === 1 && one.role !== 'obligation' && one.role !== 'target')
    await learnRole(trx, actor, document, one, 'obligation', today)
  const refused = document.refused.filter((r) => r.end <= start || r.start >= end)
  await trx
    .updateTable('document')
    .set({
      refused: JSON.stringify(refused),
      covered: document.covered + (document.refused.length - refused.length),
      version: sql`version + 1`,
      revision: sql`nextval('revision')`,
    })
    .where('county', '=', actor.county)
    .where('id', '=', id)
    .execute()
  const event = await record(trx, actor, {
    action: 'draft',
    matter: draft ?? null,
    to: document.state === 'reviewed' ? 'reviewed' : 'drafted',
    details: { document: id, byHand: true },
  })
  await announce(trx, { county: actor.county, event, kind: 'document', ids: [id] })
  return draft as number
}
