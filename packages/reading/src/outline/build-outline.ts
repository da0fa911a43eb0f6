import type { OutlineNode, Span } from '../types.ts'
import type { Paragraph } from '../text/paragraphs.ts'
import { splitSentences } from '../sentences/split.ts'
import {
  gluedHeading,
  type HeadingCut,
  isInnerHeading,
  isLineHeading,
  isOpeningHeading,
  isPlacedHeading,
  isSpokenHeading,
  markedOpening,
  numberedHeading,
} from './headings.ts'
import { type Marker, type MarkerClass, MARKER_RANK, markerAt } from './markers.ts'
import { parallelOpeners } from './parallel.ts'

/** A sentence with its place: what the later steps give a role to. */
export interface Piece extends Span {
  clause: string | null
  heading: boolean
  clutter: boolean
  /** Index of its paragraph. */
  paragraph: number
  /** Numbering in front of a sentence that is not a heading. */
  marker: Marker | null
}

export interface OutlineReading {
  outline: OutlineNode[]
  pieces: Piece[]
}

interface Place {
  key: string
  rank: number
  value?: number
}

interface Open {
  id: string
  key: string
  rank: number
  level: number
  /** Its number within its list; 0 where it has none. */
  value: number
}

// 第一/首先/一是 are one family: a speaker mixes them within one list.
const TALK: ReadonlySet<string> = new Set(['ordinal', 'first', 'spoken'])
const FORMAL_RANK = 7
const OPENER = { key: 'opener', rank: 20 }
const INNER = { key: 'inner', rank: 40 }

class Builder {
  readonly outline: OutlineNode[] = []
  readonly pieces: Piece[] = []
  private readonly stack: Open[] = []
  /** The last numbered paragraph that was no heading: the next number of its list is none either. */
  private item: { kind: MarkerClass; value: number } | null = null

  constructor(
    private readonly text: string,
    private readonly paragraphs: readonly Paragraph[],
  ) {}

  noteItem(marker: Marker): void {
    this.item = { kind: marker.kind, value: marker.value }
  }

  followsItem(marker: Marker): boolean {
    return this.item !== null && this.item.kind === marker.kind && this.item.value + 1 === marker.value
  }

  clause(): string | null {
    return this.stack.at(-1)?.id ?? null
  }

  piece(span: Span, paragraph: number, extra: Partial<Piece> = {}): void {
    this.pieces.push({
      start: span.start,
      end: span.end,
      clause: this.clause(),
      heading: false,
      clutter: this.paragraphs[paragraph]?.clutter ?? false,
      paragraph,
      marker: null,
      ...extra,
    })
  }

  /** Adds a heading and its piece; `whole` runs from the number to behind the closing mark. */
  heading(place: Place, number: string | null, span: Span, whole: Span, paragraph: number): void {
    const sibling = this.stack.findIndex((open) => open.key === place.key)
    if (sibling >= 0) this.stack.length = sibling
    // A class not met before is a child of what is open, unless its usual rank says that it is outer.
    else while (this.stack.length > 0 && (this.stack.at(-1) as Open).rank >= place.rank) this.stack.pop()
    const parent = this.stack.at(-1)
    const level = (parent?.level ?? 0) + 1
    const id = `c${this.outline.length + 1}`
    const { start, end } = span
    this.outline.push({
      id,
      parent: parent?.id ?? null,
      number,
      heading: this.text.slice(start, end),
      level,
      start,
      end,
    })
    this.stack.push({ id, key: place.key, rank: place.rank, level, value: place.value ?? 0 })
    this.piece(whole, paragraph, { heading: true })
  }

  /** Place of a numbered heading; spoken numbering has no rank of its own and hangs below what is open. */
  place(marker: Marker, inline: boolean): Place {
    const family = TALK.has(marker.kind) ? 'talk' : marker.kind
    const { value } = marker
    const inner = `inline:${family}`
    if (inline) {
      // 一要… opened the paragraph and 二要… goes on within it: they are sisters.
      const before = this.stack.findLast((open) => open.key === inner || open.key === family)
      if (before?.key === family && value > 1 && before.value + 1 === value) return { ...before, value }
      return { key: inner, rank: 30 + MARKER_RANK[marker.kind] / 10, value }
    }
    if (family !== 'talk') return { key: family, rank: MARKER_RANK[marker.kind], value }
    const formal = this.stack.findLast((open) => open.rank <= FORMAL_RANK)
    return { key: 'talk', rank: (formal?.rank ?? 0) + 0.5, value }
  }
}

/** Outline and sentences of a text; headings are looked for only in the body (paragraph indices, `to` exclusive). */
export function buildOutline(
  text: string,
  folded: string,
  paragraphs: readonly Paragraph[],
  body: { from: number; to: number },
): OutlineReading {
  const builder = new Builder(text, paragraphs)
  const parallel = parallelOpeners(folded, paragraphs, body)
  for (const [index, paragraph] of paragraphs.entries()) {
    const next = paragraphs[index + 1]
    // A row of a table is one thing, wherever the table stands.
    if (paragraph.row && !paragraph.clutter) {
      builder.piece(paragraph, index)
      continue
    }
    if (paragraph.clutter || index < body.from || index >= body.to) {
      for (const sentence of splitSentences(folded, paragraph.start, paragraph.end)) builder.piece(sentence, index)
      continue
    }
    readParagraph(builder, folded, paragraph, index, next, parallel.has(index))
  }
  return { outline: builder.outline, pieces: builder.pieces }
}

function readParagraph(
  builder: Builder,
  folded: string,
  paragraph: Paragraph,
  index: number,
  next: Paragraph | undefined,
  parallel: boolean,
): void {
  const { end } = paragraph
  let from = paragraph.start
  const marker = markerAt(folded, from)
  let innerAllowed = end - paragraph.start >= 250
  if (marker) {
    const cut = numberedHeading(folded, marker, {
      paragraphEnd: end,
      nextParagraph: next?.start ?? folded.length,
      inline: false,
      itemBefore: builder.followsItem(marker),
    })
    if (cut) {
      const start = cut.start ?? marker.end
      const whole = { start: marker.start, end: Math.max(cut.end, Math.min(end, cut.end + 1)) }
      builder.heading(builder.place(marker, false), marker.number, { start, end: cut.end }, whole, index)
      from = cut.body
      // Formal numbering heads its paragraph; only a speaker's paragraph carries further headings inside.
      innerAllowed = innerAllowed && TALK.has(marker.kind)
    } else {
      builder.noteItem(marker)
      if (!TALK.has(marker.kind)) innerAllowed = false
    }
  }
  const marked = marker ? null : markedOpening(folded.slice(from, Math.min(end, from + 30)), end - from)
  if (marked) {
    const at = from
    const span = { start: at + (marked.start ?? 0), end: at + marked.end }
    from = at + marked.body
    builder.heading(OPENER, null, span, { start: at, end: from }, index)
  }
  if (from >= end) return
  if (!marker && !marked && isLineHeading(folded.slice(from, Math.min(end, from + 31)), bodyLength(folded, next))) {
    const closed = folded[end - 1] === '：' ? end - 1 : end
    builder.heading(OPENER, null, { start: from, end: closed }, { start: from, end }, index)
    return
  }
  const sentences = splitLists(folded, splitSentences(folded, from, end))
  const opener = sentences[0]
  if (!marker && !marked && opener && sentences.length > 1) {
    const bare = bareEnd(folded, opener)
    const heading = folded.slice(opener.start, bare)
    if (folded[bare] === '。' && (parallel || isOpeningHeading(heading))) {
      builder.heading(OPENER, null, { start: opener.start, end: bare }, opener, index)
      sentences.shift()
      innerAllowed = innerAllowed && isPlacedHeading(heading)
    }
  }
  readSentences(builder, folded, sentences, paragraph, index, innerAllowed)
}

/** How much stands under a line: a numbered item is enough, however short. */
function bodyLength(folded: string, next: Paragraph | undefined): number {
  if (!next) return 0
  return markerAt(folded, next.start) ? Math.max(24, next.end - next.start) : next.end - next.start
}

/** …把握以下几点：一是加强调度。…二是…。: the first heading of a list stands behind a colon. */
function splitLists(folded: string, sentences: readonly Span[]): Span[] {
  return sentences.flatMap((sentence, order) => {
    if (folded[sentence.end - 1] !== '。') return [sentence]
    const from = Math.max(sentence.start, sentence.end - 34)
    const colon = from + folded.slice(from, sentence.end - 4).lastIndexOf('：')
    if (colon <= sentence.start || colon < from) return [sentence]
    const marker = markerAt(folded, colon + 1)
    if (!marker || marker.value !== 1 || !TALK.has(marker.kind)) return [sentence]
    const follows = sentences[order + 1]
    // 一是…。二是…。 without anything between is a list of whole sentences.
    if (
      !follows ||
      markerAt(folded, follows.start)?.kind === marker.kind ||
      /[，\d]/.test(folded.slice(colon, sentence.end))
    )
      return [sentence]
    return [
      { start: sentence.start, end: colon + 1 },
      { start: colon + 1, end: sentence.end },
    ]
  })
}

/** End of a sentence without its closing marks. */
function bareEnd(folded: string, sentence: Span): number {
  let end = sentence.end
  while (end > sentence.start && '。！？'.includes(folded[end - 1] as string)) end--
  return end
}

function readSentences(
  builder: Builder,
  folded: string,
  sentences: readonly Span[],
  paragraph: Paragraph,
  index: number,
  innerAllowed: boolean,
): void {
  const inner = innerAllowed ? innerHeadings(folded, sentences) : new Set<number>()
  if (inner.size === 0) for (const order of spokenHeadings(folded, sentences)) inner.add(order)
  const numbered = inlineNumbers(folded, sentences, paragraph)
  for (const [order, sentence] of sentences.entries()) {
    const { marker, cut } = numbered[order] as InlineNumber
    if (marker && cut) {
      builder.heading(builder.place(marker, true), marker.number, { start: marker.end, end: cut.end }, sentence, index)
      continue
    }
    const bare = bareEnd(folded, sentence)
    if (inner.has(order)) {
      builder.heading(INNER, null, { start: sentence.start, end: bare }, sentence, index)
      continue
    }
    const glued = inner.size > 0 && !marker ? gluedHeading(folded.slice(sentence.start, bare)) : 0
    if (glued > 0) {
      const cutAt = sentence.start + glued
      builder.heading(INNER, null, { start: sentence.start, end: cutAt }, { start: sentence.start, end: cutAt }, index)
      builder.piece({ start: cutAt, end: sentence.end }, index)
      continue
    }
    builder.piece(sentence, index, { marker })
  }
}

interface InlineNumber {
  marker: Marker | null
  cut: HeadingCut | null
}

/** Numbers in front of the sentences of a paragraph; where two of a family head something, a longer sister does too. */
function inlineNumbers(folded: string, sentences: readonly Span[], paragraph: Paragraph): InlineNumber[] {
  const read = (sentence: Span, marker: Marker | null, sisters: boolean): HeadingCut | null => {
    if (!marker || sentence.start <= paragraph.start) return null
    const cut = numberedHeading(folded, marker, {
      paragraphEnd: paragraph.end,
      nextParagraph: folded.length,
      inline: true,
      sisters,
    })
    return cut && cut.end < sentence.end ? cut : null
  }
  const found = sentences.map((sentence): InlineNumber => {
    const marker = markerAt(folded, sentence.start)
    return { marker, cut: read(sentence, marker, false) }
  })
  const heads = (kind: MarkerClass): number => found.filter((one) => one.cut && one.marker?.kind === kind).length
  return found.map((one, order) => {
    if (!one.marker || one.cut || heads(one.marker.kind) < 2) return one
    return { marker: one.marker, cut: read(sentences[order] as Span, one.marker, true) }
  })
}

function spokenHeadings(folded: string, sentences: readonly Span[]): number[] {
  const found: number[] = []
  for (const [order, sentence] of sentences.entries()) {
    const following = sentences[order + 1]
    if (sentence.end - sentence.start > 9 || !following || following.end - following.start < 10) continue
    if (isSpokenHeading(folded.slice(sentence.start, bareEnd(folded, sentence)))) found.push(order)
  }
  return found.length >= 2 ? found : []
}

/** Orders of the sentences that head the rest; a single plain one is a sentence, two of them are a pattern. */
function innerHeadings(folded: string, sentences: readonly Span[]): Set<number> {
  const found: number[] = []
  let placed = false
  for (const [order, sentence] of sentences.entries()) {
    const bare = bareEnd(folded, sentence)
    if (bare - sentence.start > 40 || folded[bare] !== '。') continue
    const following = sentences[order + 1]
    if (!following || following.end - following.start < 24) continue
    const written = folded.slice(sentence.start, bare)
    if (!isInnerHeading(written)) continue
    placed ||= isPlacedHeading(written)
    found.push(order)
  }
  // Headings stand apart from one another; short sentences in a row are a paragraph of short sentences.
  const last = sentences.at(-1)?.end ?? 0
  const apart = found.every((order, at) => {
    const next = found[at + 1]
    const until = next === undefined ? last : (sentences[next]?.start ?? last)
    return until - (sentences[order]?.end ?? 0) >= 60
  })
  return (found.length >= 2 && apart) || placed ? new Set(found) : new Set()
}
