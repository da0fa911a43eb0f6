import type { Span } from '../types.ts'
import type { NamedUnits } from '../units/marks.ts'
import type { Item } from './items.ts'
import { measureName } from './judge.ts'

/** A matter while the reading goes on: spans only; figures, units and titles are read when it is finished. */
export interface Draft extends Span {
  clause: string | null
  code: string | null
  /** Material of the title. */
  mainStart: number
  mainEnd: number
  /** A title given by the heading that the mark of units stands under, or by the works in a list. */
  title: string | null
  /** Verb that the title borrows. */
  verb: string
  measures: Span[]
  /** Indices of the sentences that it covers. */
  sentences: number[]
  units: NamedUnits | null
  /** Where marks of units stand that speak for it; they may also name its time. */
  marks: Span[]
  children: Span[]
  /** 依据: why the sentence became one matter or several. */
  split: string
  /** The words that spoke for it. */
  spoke?: readonly Span[]
  /** A row of a table: its columns say who and by when. */
  row?: true
}

/** A sentence that asks one thing. */
export const ONE = '这一句只提出一件事，单独成项'

export function draftOf(item: Item, clause: string | null, sentence: number): Draft {
  return {
    start: item.start,
    end: item.end,
    clause,
    code: item.code,
    mainStart: item.mainStart,
    mainEnd: item.mainEnd,
    title: null,
    verb: item.verb,
    measures: item.measures,
    sentences: [sentence],
    units: null,
    marks: [],
    children: [],
    split: item.measures.length > 1 ? togetherWhy(item) : ONE,
  }
}

const togetherWhy = ({ code, measures }: Item): string =>
  `${measures.length}个分句${code === null ? '没有点到另一个牵头单位' : `都属于举措“${measureName(code)}”`}，合为一项，分列举措`

/** Joins drafts that one mark of units holds together into one, titled by their heading. */
export function joinDrafts(drafts: readonly Draft[], title: string): Draft {
  const first = drafts[0] as Draft
  const last = drafts.at(-1) as Draft
  return {
    ...first,
    end: last.end,
    title,
    split:
      drafts.length > 1 ? '同一处责任单位标注统管以上各句，合为一项' : '标题下的要求由同一处责任单位标注统管，成为一项',
    code: drafts.find((draft) => draft.code !== null)?.code ?? null,
    measures: drafts.flatMap((draft) => draft.measures),
    sentences: [...new Set(drafts.flatMap((draft) => draft.sentences))],
  }
}

/** The same thing asked again in the next sentence: one matter with one more measure. */
export function continueDraft(draft: Draft, item: Item, sentence: number): void {
  draft.end = item.end
  draft.split = '与上一句说的是同一项举措，并为一项'
  draft.measures.push(...item.measures)
  if (!draft.sentences.includes(sentence)) draft.sentences.push(sentence)
}
