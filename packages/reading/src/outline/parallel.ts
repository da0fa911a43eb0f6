import type { Paragraph } from '../text/paragraphs.ts'
import { isParallelHeading } from './headings.ts'

const LONGEST = 36
const SHARED = 2
/** Two alike may be chance; three in a row are meant. */
const IN_A_ROW = 3

/** The first sentence of a paragraph when it is short and something stands behind it; '' otherwise. */
function openerOf(folded: string, paragraph: Paragraph): string {
  const beginning = folded.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + LONGEST))
  const stop = beginning.indexOf('。')
  if (stop < 0 || paragraph.end - paragraph.start - stop < 24) return ''
  const opener = beginning.slice(0, stop)
  return isParallelHeading(opener) ? opener : ''
}

/**
 * 坚持依法履职，…。 / 坚持廉洁履职，…。 / 坚持勤勉履职，…。: paragraphs in a row whose first sentences begin alike
 * are headed by them, commas or not. Returns the indices of such paragraphs.
 */
export function parallelOpeners(
  folded: string,
  paragraphs: readonly Paragraph[],
  body: { from: number; to: number },
): ReadonlySet<number> {
  const found = new Set<number>()
  let run: number[] = []
  let shared = ''
  const close = (): void => {
    if (run.length >= IN_A_ROW) for (const index of run) found.add(index)
    run = []
  }
  for (let index = body.from; index < body.to; index++) {
    const paragraph = paragraphs[index] as Paragraph
    if (paragraph.clutter) continue
    const opener = paragraph.row ? '' : openerOf(folded, paragraph)
    const head = opener.slice(0, SHARED)
    if (head === '' || head !== shared) close()
    shared = head
    if (head !== '') run.push(index)
  }
  close()
  return found
}
