import type { DocumentDetail } from '@yipanqi/model'
import type { Sentence } from '../paper/runs.ts'

/** All sentences that one matter comes from, in the document's order. */
export function sentencesOf(document: Pick<DocumentDetail, 'sentences'>, matter: number): Sentence[] {
  return document.sentences.filter((s) => s.matters.includes(matter))
}

export function startOf(document: Pick<DocumentDetail, 'sentences'>, matter: number): number | null {
  return sentencesOf(document, matter)[0]?.start ?? null
}

/** A sentence with three matters opens them one after the other; after the last nothing is open. */
export function nextMatter(matters: readonly number[], open: number | null): number | null {
  const at = open === null ? -1 : matters.indexOf(open)
  return matters[at + 1] ?? null
}

/** The first matter of the sentence that holds this offset. */
export function matterAt(document: Pick<DocumentDetail, 'sentences'>, offset: number | null): number | null {
  if (offset === null) return null
  return document.sentences.find((s) => s.start <= offset && s.end > offset)?.matters[0] ?? null
}
