import type { Span } from '../types.ts'

const CLOSERS = '”’」』"）】》'
const STOPS = '。！？'
/** No sentence is longer; where one is, it is a list that lost its stops. */
const LONGEST = 3000

/**
 * Cuts a stretch into sentences at 。！？, closing quotes kept with the sentence; a stop inside brackets does not
 * end it (（责任单位：…。列第一位的为牵头单位）). Brackets that are never closed are ignored.
 */
export function splitSentences(folded: string, start: number, end: number): Span[] {
  const sentences: Span[] = []
  let from = start
  let closeAt = -1
  for (let at = start; at < end; at++) {
    const char = folded[at] as string
    if ((char === '（' || char === '【') && at > closeAt) {
      // The look-ahead is bounded, so that a text of nothing but brackets stays linear.
      const close = folded.slice(at, Math.min(end, at + 400)).indexOf(char === '（' ? '）' : '】')
      closeAt = close >= 0 ? at + close : -1
      // …。（县科技局牵头，县林业局配合）对…的: a mark that opens a sentence ends with its bracket.
      if (close >= 0 && atStart(folded, from, at) && endsMark(folded, at, closeAt)) {
        const stop = STOPS.includes(folded[closeAt + 1] ?? '') ? closeAt + 2 : closeAt + 1
        push(folded, sentences, from, Math.min(stop, end))
        from = Math.min(stop, end)
        at = from - 1
      }
      continue
    }
    if (at < closeAt || !STOPS.includes(char)) continue
    let stop = at + 1
    while (stop < end && (STOPS.includes(folded[stop] as string) || CLOSERS.includes(folded[stop] as string))) stop++
    push(folded, sentences, from, stop)
    from = stop
    at = stop - 1
  }
  push(folded, sentences, from, end)
  return sentences
}

const atStart = (folded: string, from: number, at: number): boolean =>
  folded.slice(from, at).trim() === '' && at - from < 8

/** Does the bracket say who does it? Only its end is looked at. */
function endsMark(folded: string, open: number, close: number): boolean {
  return close - open > 6 && /(?:牵头|负责|配合|参与|落实)$/.test(folded.slice(Math.max(open, close - 4), close))
}

function push(folded: string, sentences: Span[], from: number, to: number): void {
  let start = from
  let end = to
  while (start < end && /\s/.test(folded[start] as string)) start++
  while (end > start && /\s/.test(folded[end - 1] as string)) end--
  // A list of hundreds of items without a full stop is read item by item.
  while (end - start > LONGEST) {
    const cut = folded.slice(start, start + LONGEST).lastIndexOf('；')
    if (cut < 0) break
    sentences.push({ start, end: start + cut + 1 })
    start += cut + 1
    while (start < end && /\s/.test(folded[start] as string)) start++
  }
  if (end > start) sentences.push({ start, end })
}
