import { fold } from '../text/fold.ts'
import type { Relation, SentenceRole, Span } from '../types.ts'

// Labels given by hand (docs/reading-labels.md says how). They are judged against, never read by the reader.

export interface LabelledQuantity extends Span {
  relation: Relation
  /** Null where the figure is masked. */
  value: number | null
}

export interface LabelledDeadline extends Span {
  /** Last day; null for a time that recurs. */
  to: string | null
}

export interface LabelledSentence extends Span {
  role: SentenceRole
  quantities: LabelledQuantity[]
  deadlines: LabelledDeadline[]
  /** Names of units as the sentence writes them. */
  units: Span[]
}

export interface LabelledDocument {
  name: string
  text: string
  sentences: LabelledSentence[]
}

/** The letter of each role in a line of labels. */
export const ROLES: Readonly<Record<string, SentenceRole>> = {
  o: 'obligation',
  t: 'target',
  r: 'result',
  b: 'background',
  s: 'slogan',
  h: 'heading',
  x: 'other',
}

/** The number of a figure as written (2.5万套 → 2.5, 翻一番 → 2); null where it is masked. */
export function figureValue(written: string): number | null {
  if (written === '翻一番') return 2
  const counted = '一两三四五六七八九'.indexOf(written[0] as string)
  if (counted >= 0 && written.length === 2) return counted + 1
  const number = /\d[\d,]*(?:\.\d+)?/.exec(fold(written))
  return number ? Number(number[0].replaceAll(',', '')) : null
}

function placeOf(text: string, piece: string, from: number, to: number): Span {
  const start = text.indexOf(piece, from)
  if (start < 0 || start + piece.length > to) throw new Error(`label ${piece} is not in ${text.slice(from, to)}`)
  return { start, end: start + piece.length }
}

/**
 * Makes a document of lines such as `o 新建学校5所。 | q 5所 = | d 年底前 2026-12-31 | u 县教育局`: the role, the
 * sentence, its figures with their relation, its times with their last day (`-` where they recur), its units. A line
 * that begins with `+` goes on in the paragraph before it.
 */
export function labelledDocument(name: string, lines: string): LabelledDocument {
  let text = ''
  const sentences: LabelledSentence[] = []
  for (const line of lines.split('\n')) {
    if (line.trim() === '') continue
    const [head = '', ...facts] = line.split(' | ')
    const joined = head.startsWith('+')
    const written = head.slice(joined ? 3 : 2)
    const role = ROLES[head[joined ? 1 : 0] ?? '']
    if (!role) throw new Error(`no role in ${line}`)
    if (text !== '' && !joined) text += '\n'
    const start = text.length
    text += written
    const sentence: LabelledSentence = { start, end: text.length, role, quantities: [], deadlines: [], units: [] }
    for (const fact of facts) addFact(sentence, fact, text)
    sentences.push(sentence)
  }
  return { name, text, sentences }
}

function addFact(sentence: LabelledSentence, fact: string, text: string): void {
  const [kind, ...rest] = fact.trim().split(' ')
  let at = sentence.start
  for (const part of rest.join(' ').split('; ')) {
    const [piece = '', more = ''] = part.split(' ')
    const span = placeOf(text, piece, at, sentence.end)
    at = span.end
    if (kind === 'q') sentence.quantities.push({ ...span, relation: more as Relation, value: figureValue(piece) })
    else if (kind === 'd') sentence.deadlines.push({ ...span, to: more === '-' ? null : more })
    else if (kind === 'u') sentence.units.push(span)
    else throw new Error(`no kind of label: ${fact}`)
  }
}
