import type { DocumentDetail } from '@yipanqi/model'

export type Sentence = DocumentDetail['sentences'][number]
type OutlineNode = DocumentDetail['outline'][number]

/** A stretch of one line that looks the same throughout. Offsets are UTF-16 into the document's text. */
export interface Run {
  start: number
  end: number
  text: string
  sentence: Sentence | null
  heading: boolean
}

export interface Paragraph {
  start: number
  runs: Run[]
  /** Level of the heading that fills the whole line; null for running text. */
  level: number | null
}

const blank = /[\s\u3000]/
const closing = '。．.：:，,；;'

/** A heading as the page shows it: with its number in front and its closing mark behind. */
function headingSpan(
  text: string,
  node: OutlineNode,
  lineStart: number,
): { start: number; end: number; level: number } {
  const number = node.number ?? ''
  const from = Math.max(lineStart, node.start - number.length - 2)
  const at = number ? text.lastIndexOf(number, node.start) : -1
  const end = closing.includes(text[node.end] ?? ' ') ? node.end + 1 : node.end
  return { start: at >= from ? at : node.start, end, level: node.level }
}

/**
 * Cuts a document into paragraphs and runs, so that sentences can be underlined and headings set bold.
 * Blank lines and indents of the source go; the page sets its own. Linear in the text.
 */
export function splitPaper(text: string, sentences: readonly Sentence[], outline: readonly OutlineNode[]): Paragraph[] {
  const ordered = [...sentences].sort((a, b) => a.start - b.start)
  const nodes = [...outline].sort((a, b) => a.start - b.start)
  const paragraphs: Paragraph[] = []
  let sentenceAt = 0
  let nodeAt = 0
  let lineStart = 0
  while (lineStart <= text.length) {
    const newline = text.indexOf('\n', lineStart)
    const lineEnd = newline < 0 ? text.length : newline
    let start = lineStart
    let end = lineEnd
    while (start < end && blank.test(text[start] ?? '')) start += 1
    while (end > start && blank.test(text[end - 1] ?? '')) end -= 1
    if (start < end) {
      while (sentenceAt < ordered.length && (ordered[sentenceAt]?.end ?? 0) <= start) sentenceAt += 1
      const inside: Sentence[] = []
      for (let i = sentenceAt; i < ordered.length; i += 1) {
        const sentence = ordered[i]
        if (!sentence || sentence.start >= end) break
        inside.push(sentence)
      }
      const headings: { start: number; end: number; level: number }[] = []
      while (nodeAt < nodes.length && (nodes[nodeAt]?.start ?? 0) < end) {
        const node = nodes[nodeAt]
        if (node && node.start >= start) headings.push(headingSpan(text, node, start))
        nodeAt += 1
      }
      paragraphs.push(paragraph(text, start, end, inside, headings))
    }
    if (newline < 0) break
    lineStart = newline + 1
  }
  return paragraphs
}

function paragraph(
  text: string,
  start: number,
  end: number,
  sentences: Sentence[],
  headings: { start: number; end: number; level: number }[],
): Paragraph {
  const cuts = new Set([start, end])
  for (const span of [...sentences, ...headings]) {
    if (span.start > start && span.start < end) cuts.add(span.start)
    if (span.end > start && span.end < end) cuts.add(span.end)
  }
  const points = [...cuts].sort((a, b) => a - b)
  const runs: Run[] = []
  for (let i = 0; i + 1 < points.length; i += 1) {
    const from = points[i] ?? start
    const to = points[i + 1] ?? end
    runs.push({
      start: from,
      end: to,
      text: text.slice(from, to),
      sentence: sentences.find((s) => s.start <= from && s.end >= to) ?? null,
      heading: headings.some((h) => h.start <= from && h.end >= to),
    })
  }
  const whole = headings.find((h) => h.start <= start && h.end >= end - 1)
  return { start, runs, level: whole ? whole.level : null }
}

/** Leaves out the title line of the text itself: the page has already set it. */
export function withoutTitle(paragraphs: Paragraph[], title: string): Paragraph[] {
  const bare = (s: string): string => s.replace(/[\s\u3000]/g, '')
  const first = paragraphs[0]
  if (!first) return paragraphs
  return bare(first.runs.map((r) => r.text).join('')) === bare(title) ? paragraphs.slice(1) : paragraphs
}
