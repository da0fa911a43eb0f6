// A document comes in: the gate at the door, then reading, then drafts — all in one transaction.
import type { Reading } from '@yipanqi/reading'
import type { DocumentScope } from '@yipanqi/model'
import type { Actor } from '../db/actor.ts'
import type { Trx } from '../db/with-actor.ts'
import type { House } from '../house.ts'
import { Fault, faults } from '../http/fault.ts'
import { announce } from '../live/live.ts'
import { record } from '../loop/record.ts'
import { loadCalendar, loadCountyDays } from '../county-day.ts'
import { loadDirectory } from './directory.ts'
import { loadLexicon } from './lexicon/load-lexicon.ts'
import { addDrafts } from './drafts.ts'
import { refuseMarked } from './refuse-marked.ts'
import { readInThread } from './read-in-thread.ts'

export interface NewDocument {
  readonly title?: string | undefined
  readonly text: string
  readonly date?: string | undefined
  readonly scope: DocumentScope
  readonly declarer: string
  readonly confirmed?: boolean | undefined
  readonly fileName?: string | undefined
}

const textLimit = 1_000_000
/** A speech asks for some forty things, a yearly list for some hundreds; beyond this it is no document but an attack. */
const matterLimit = 1000

/** Answers the id of the new document. Nothing is stored, nor logged, of a document that bears a secrecy mark. */
export async function createDocument(house: House, trx: Trx, actor: Actor, input: NewDocument): Promise<number> {
  if (actor.post !== 'dispatcher') {
    throw faults.forbidden('您不能上传文件', '讲话、纪要等由财经办上传并拆解', 'dispatcher')
  }
  const unreviewed = standAtTheGate(input)
  if (input.text.trim() === '')
    throw faults.invalid('没有正文', [{ path: 'text', message: '请粘贴全文，或换一个有文字的文件' }])
  if (input.text.length > textLimit)
    throw new Fault(413, 'too-long', '文件太长', {
      why: `正文最多 ${textLimit.toLocaleString('zh-CN')} 字，请分开上传`,
    })

  const today = house.clock.today()
  const directory = await loadDirectory(trx, actor.county, today)
  const calendar = await loadCalendar(trx, actor.county)
  const reading = await readInThread(input.text, {
    ...(input.title ? { title: input.title } : {}),
    ...(input.date ? { date: input.date } : {}),
    units: directory.entries,
    lexicon: await loadLexicon(trx, actor.county),
    days: await loadCountyDays(trx, actor.county),
  })
  if (reading.matters.length > matterLimit)
    throw new Fault(413, 'too-many-matters', '读出的事项太多，没有保存', {
      why: `读出 ${reading.matters.length} 项，一份文件最多 ${matterLimit} 项；请分成几份上传`,
    })
  const id = await insertDocument(trx, actor, input, reading, unreviewed)
  // Matters are read by the whole office: of a recording that its speaker has not reviewed there are none.
  const drafts = unreviewed
    ? []
    : await addDrafts(trx, actor, {
        document: id,
        reading,
        directory,
        today,
        calendar,
        date: input.date ?? reading.document.date,
      })
  const event = await record(trx, actor, {
    action: 'draft',
    document: id,
    details: { matters: drafts.length, obligations: reading.coverage.obligations, covered: reading.coverage.covered },
  })
  await announce(trx, { county: actor.county, event, kind: 'document', ids: [id] })
  return id
}

/** Refuses marks, asks about doubtful ones, and says whether the text is an unreviewed recording. */
function standAtTheGate(input: NewDocument): boolean {
  // A title is a name too: what is typed there comes from the file's head.
  if (input.title) refuseMarked('', input.title)
  const gate = refuseMarked(input.text, input.fileName)
  if (gate.verdict === 'pass') return false
  if (!input.confirmed) {
    throw new Fault(409, 'ask-first', '上传前请先确认', {
      why: `${gate.why ?? gate.mark ?? ''}；确认可以上传后再继续，此前没有保存任何内容`,
      who: [{ unit: null, post: 'secrecy' }],
    })
  }
  return gate.reason === 'unreviewed'
}

async function insertDocument(
  trx: Trx,
  actor: Actor,
  input: NewDocument,
  reading: Reading,
  unreviewed: boolean,
): Promise<number> {
  const row = await trx
    .insertInto('document')
    .values({
      county: actor.county,
      title: (input.title || reading.document.title || '未命名文件').slice(0, 200),
      kind: reading.document.kind,
      date: input.date ?? reading.document.date,
      number: null,
      issued_on: null,
      scope: input.scope,
      declarer: input.declarer,
      state: 'draft',
      private: unreviewed,
      created_by: actor.account,
      text: input.text,
      outline: JSON.stringify(reading.outline),
      sentences: JSON.stringify(reading.sentences),
      refused: JSON.stringify(reading.coverage.refused),
      obligations: reading.coverage.obligations,
      covered: reading.coverage.covered,
      consult_due: null,
      file: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}
