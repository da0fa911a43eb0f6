// What a clerk does to a draft teaches the reader. Called in the transaction of the change itself: a change that fails
// teaches nothing. Only what the reader proposed can be corrected; what the text itself says is no lesson.
import { keyTerms, wordPattern } from '@yipanqi/reading'
import type { IsoDate } from '@yipanqi/base'
import type { Actor } from '../../db/actor.ts'
import type { DocumentRow } from '../document-row.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { MatterRow } from '../../loop/matter-row.ts'
import { keepLesson, takeBack } from './keep-lesson.ts'

/** The document that a draft came from, or null: of a text that its speaker has not reviewed nothing is learned. */
async function documentOf(trx: Trx, county: string, matter: number): Promise<number | null> {
  const row = await trx
    .selectFrom('matter_source as s')
    .innerJoin('document as d', (j) => j.onRef('d.county', '=', 's.county').onRef('d.id', '=', 's.document'))
    .select(['d.id', 'd.private'])
    .where('s.county', '=', county)
    .where('s.matter', '=', matter)
    .orderBy('d.id', 'desc')
    .executeTakeFirst()
  return row && !row.private ? row.id : null
}

type Draft = Pick<MatterRow, 'id' | 'title' | 'text' | 'lead_unit' | 'provisional' | 'candidates'>

/** 改牵头单位: the draft as it was, and the unit that the clerk gave it. */
export async function learnUnit(trx: Trx, actor: Actor, draft: Draft, to: number | null, on: IsoDate): Promise<void> {
  if (to === null || to === draft.lead_unit) return
  const words = keyTerms(draft.title, draft.text)
  if (words.length === 0) return
  const document = await documentOf(trx, actor.county, draft.id)
  if (document === null) return
  const before = await takeBack(trx, actor, 'unit', document, words)
  // 拟: the lead was the reader's guess. A lead that the text names is moved for reasons of its own.
  const guessed = draft.lead_unit === null || draft.provisional.includes('lead')
  if (before === null && !guessed) return
  const from = before === null ? draft.lead_unit : before.unit
  if (from === to) return
  if (before === null && (await firstCandidate(trx, actor.county, draft)) === to) return
  await keepLesson(trx, actor, { kind: 'unit', words, fromUnit: from, toUnit: to, sample: draft.text, document, on })
}

/** The unit that the reader put first; taking its word is no correction. */
async function firstCandidate(trx: Trx, county: string, draft: Draft): Promise<number | null> {
  const first = draft.candidates[0]
  if (!first) return null
  const unit = await trx
    .selectFrom('unit')
    .select('id')
    .where('county', '=', county)
    .where('name', '=', first.unit)
    .where('valid_to', 'is', null)
    .executeTakeFirst()
  return unit?.id ?? null
}

/** 改句子类别: a sentence [start, end) of a document that the clerk gave another role. */
export async function learnRole(
  trx: Trx,
  actor: Actor,
  document: Pick<DocumentRow, 'id' | 'text' | 'private'>,
  sentence: { readonly start: number; readonly end: number; readonly role: string },
  to: string,
  on: IsoDate,
): Promise<void> {
  if (document.private || sentence.role === to || sentence.role === 'heading' || to === 'heading') return
  const sample = document.text.slice(sentence.start, sentence.end)
  const words = wordPattern(sample)
  if (words.length === 0) return
  const before = await takeBack(trx, actor, 'role', document.id, words)
  const from = before?.word ?? sentence.role
  if (from === to) return
  await keepLesson(trx, actor, {
    kind: 'role',
    words,
    fromWord: from,
    toWord: to,
    sample,
    document: document.id,
    on,
  })
}

/** 并成一项: the reader made two of what is one. Drafts of different documents are 归并, not a mistake of reading. */
export async function learnMerge(trx: Trx, actor: Actor, into: Draft, from: Draft, on: IsoDate): Promise<void> {
  const [document, other] = [await documentOf(trx, actor.county, into.id), await documentOf(trx, actor.county, from.id)]
  const [words, beside] = [keyTerms(into.title, into.text), keyTerms(from.title, from.text)]
  if (document === null || document !== other || words.length === 0 || beside.length === 0) return
  await keepLesson(trx, actor, { kind: 'merge', words, beside, toWord: into.title, sample: from.text, document, on })
}

/** 拆成几项: kept to be looked at; a later reading does not cut sentences by it. */
export async function learnSplit(
  trx: Trx,
  actor: Actor,
  draft: Draft,
  parts: readonly { readonly title: string }[],
  on: IsoDate,
): Promise<void> {
  const document = await documentOf(trx, actor.county, draft.id)
  const words = keyTerms(draft.title, draft.text)
  if (document === null || words.length === 0) return
  const toWord = parts
    .map((part) => part.title)
    .join('；')
    .slice(0, 400)
  await keepLesson(trx, actor, { kind: 'split', words, toWord, sample: draft.text, document, on })
}
