import type { Deadline, Matter, Reading, Sentence, Span, Target } from '../types.ts'
import { type UnitBook, unitBook } from '../units/book.ts'
import type { LabelledDocument, LabelledSentence } from './labels.ts'

/** Hits, false alarms and misses of one class. */
export interface Count {
  hit: number
  extra: number
  missed: number
}

/** By class: the seven roles, `asked` (obligation or target), `quantity`, `relation`, `deadline`, `unit`. */
export type Score = Map<string, Count>

export interface Miss {
  document: string
  kind: string
  text: string
  labelled: string
  read: string
}

const ASKED: ReadonlySet<string> = new Set(['obligation', 'target'])

function countOf(score: Score, name: string): Count {
  let count = score.get(name)
  if (!count) {
    count = { hit: 0, extra: 0, missed: 0 }
    score.set(name, count)
  }
  return count
}

const overlap = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start)

/** The sentence of the reading that shares most with a labelled one. */
function readSentence(sentences: readonly Sentence[], labelled: Span): Sentence | undefined {
  let best: Sentence | undefined
  for (const one of sentences) {
    const shared = overlap(one, labelled)
    if (shared > 0 && (!best || shared > overlap(best, labelled))) best = one
  }
  return best
}

/** Distinct spans that lie in the labelled sentence. */
function within<T extends Span>(spans: readonly T[], labelled: Span): T[] {
  const seen = new Map<number, T>()
  for (const one of spans) if (one.start >= labelled.start && one.end <= labelled.end) seen.set(one.start, one)
  return [...seen.values()].sort((a, b) => a.start - b.start)
}

function match<L extends Span, R extends Span>(
  labelled: readonly L[],
  read: readonly R[],
  same: (label: L, found: R) => boolean,
): { pairs: [L, R][]; extra: R[]; missed: L[] } {
  const rest = [...read]
  const pairs: [L, R][] = []
  const missed: L[] = []
  for (const label of labelled) {
    const at = rest.findIndex((found) => overlap(label, found) > 0 && same(label, found))
    if (at < 0) missed.push(label)
    else pairs.push([label, ...rest.splice(at, 1)] as [L, R])
  }
  return { pairs, extra: rest, missed }
}

/**
 * Judges a reading against the labels of the same text; counts are added to `score`, what differs to `misses`.
 * `keep` chooses the half of the sentences that counts.
 */
export function scoreReading(
  labelled: LabelledDocument,
  reading: Reading,
  score: Score,
  misses: Miss[] = [],
  keep: (sentence: LabelledSentence) => boolean = () => true,
): void {
  const book = unitBook()
  const targets = reading.matters.flatMap((matter) => matter.targets)
  // 入冬前 is read and left without a day; there is nothing to compare.
  const deadlines = reading.matters
    .flatMap((matter) => matter.deadlines)
    .filter((one) => one.to !== null || one.recur !== null)
  for (const sentence of labelled.sentences) {
    if (!keep(sentence)) continue
    const text = labelled.text.slice(sentence.start, sentence.end)
    const miss = (kind: string, want: string, got: string): void => {
      misses.push({ document: labelled.name, kind, text, labelled: want, read: got })
    }
    const read = readSentence(reading.sentences, sentence)
    scoreRole(score, sentence, read, miss)
    // What was refused carries no matter, so no figure and no time.
    if (reading.coverage.refused.some((one) => overlap(one, sentence) > 0)) continue
    scoreQuantities(score, sentence, within(targets, sentence), labelled.text, miss)
    scoreDeadlines(score, sentence, within(deadlines, sentence), labelled.text, miss)
    const names = sentence.units.map((span) => labelled.text.slice(span.start, span.end))
    if (names.length > 0) scoreUnits(score, names, unitsRead(reading.matters, sentence, read), book, miss)
  }
}

type Report = (kind: string, want: string, got: string) => void

function scoreRole(score: Score, sentence: LabelledSentence, read: Sentence | undefined, miss: Report): void {
  const role = read?.role ?? 'other'
  if (role === sentence.role) countOf(score, role).hit++
  else {
    countOf(score, sentence.role).missed++
    countOf(score, role).extra++
    miss('role', sentence.role, `${role} ${read?.why ?? ''}`)
  }
  const asked = ASKED.has(sentence.role)
  const found = ASKED.has(role)
  if (asked && found) countOf(score, 'asked').hit++
  else if (asked) countOf(score, 'asked').missed++
  else if (found) countOf(score, 'asked').extra++
}

function scoreQuantities(
  score: Score,
  sentence: LabelledSentence,
  read: readonly Target[],
  text: string,
  miss: Report,
): void {
  const { pairs, extra, missed } = match(sentence.quantities, read, (label, found) => label.value === found.value)
  const count = countOf(score, 'quantity')
  count.hit += pairs.length
  count.extra += extra.length
  count.missed += missed.length
  const relation = countOf(score, 'relation')
  for (const [label, found] of pairs) {
    if (label.relation === found.relation) relation.hit++
    else {
      relation.extra++
      relation.missed++
      miss('relation', label.relation, `${found.relation} ${found.text}`)
    }
  }
  for (const one of extra) miss('quantity', '', one.text)
  for (const one of missed) miss('quantity', text.slice(one.start, one.end), '')
}

function scoreDeadlines(
  score: Score,
  sentence: LabelledSentence,
  read: readonly Deadline[],
  text: string,
  miss: Report,
): void {
  const { pairs, extra, missed } = match(sentence.deadlines, read, (label, found) =>
    label.to === null ? found.recur !== null : label.to === found.to,
  )
  const count = countOf(score, 'deadline')
  count.hit += pairs.length
  count.extra += extra.length
  count.missed += missed.length
  for (const one of extra) miss('deadline', '', `${one.text} ${one.to ?? one.recur}`)
  for (const one of missed) miss('deadline', `${text.slice(one.start, one.end)} ${one.to}`, '')
}

/** Units of the matters in the sentence; a mark that is no part of a matter speaks for the one before it. */
function unitsRead(matters: readonly Matter[], sentence: Span, read: Sentence | undefined): Set<string> {
  let spoken = matters.filter((matter) => overlap(matter, sentence) > 0)
  if (spoken.length === 0) {
    const above = matters.filter((matter) => matter.clause !== null && matter.clause === read?.clause)
    const last = above.findLast((matter) => matter.end <= sentence.start)
    spoken = last ? [last] : above
  }
  const explicit = spoken.filter((matter) => matter.units.explicit)
  return new Set(explicit.flatMap((matter) => [...matter.units.lead, ...matter.units.support]))
}

function scoreUnits(
  score: Score,
  names: readonly string[],
  read: ReadonlySet<string>,
  book: UnitBook,
  miss: Report,
): void {
  // 发改、自然资源两个部门: the short names of a list are resolved as well.
  const wanted = new Set(names.map((name) => book.short.get(name) ?? book.resolve(name)))
  const count = countOf(score, 'unit')
  for (const name of wanted) {
    if (read.has(name)) count.hit++
    else {
      count.missed++
      miss('unit', name, '')
    }
  }
  for (const name of read) {
    if (wanted.has(name)) continue
    count.extra++
    miss('unit', '', name)
  }
}

/** Precision, recall and F1; 1 where nothing was to be found and nothing was. */
export function rates({ hit, extra, missed }: Count): { precision: number; recall: number; f1: number } {
  const precision = hit + extra === 0 ? 1 : hit / (hit + extra)
  const recall = hit + missed === 0 ? 1 : hit / (hit + missed)
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}
