import { findDeadlines } from '../deadlines/index.ts'
import { findTargets } from '../quantities/index.ts'
import type { Deadline, Matter, MatterUnits, OutlineNode, Span } from '../types.ts'
import type { UnitBook } from '../units/book.ts'
import { rankCandidates } from '../units/candidates.ts'
import type { VoiceHit } from '../units/duties.ts'
import { measureCode } from './codes.ts'
import type { Draft } from './draft.ts'
import { attitudeOf, doneWhenOf, kindOf } from './judge.ts'
import { deadlineWhy, reasonsOf, targetWhy } from './reasons.ts'
import { errandTitle, titleOf } from './title.ts'

/** Score of a unit that the text names without saying that it leads. */
const NAMED_SCORE = 0.2

export interface FinishInput {
  text: string
  folded: string
  book: UnitBook
  outline: ReadonlyMap<string, OutlineNode>
  /** Finds the deadlines between two offsets, against the document's day. */
  deadlines: (start: number, end: number) => ReturnType<typeof findDeadlines>
  /** The span of a sentence by its index. */
  sentence: (index: number) => Span | undefined
}

/** Drafts become matters: numbered in the order of the text, children behind their parent. */
export function finishMatters(drafts: readonly Draft[], input: FinishInput): Matter[] {
  const matters: Matter[] = []
  for (const draft of drafts) {
    const matter = finishOne(draft, `m${matters.length + 1}`, null, input)
    matters.push(matter)
    for (const work of draft.children) {
      const child: Draft = {
        ...draft,
        ...work,
        code: measureCode(input.book.voices.scan(input.folded, work.start, work.end), work.start, work.end),
        mainStart: work.start,
        mainEnd: work.end,
        title: null,
        // A child is itself one of the measures of its parent's sentence.
        measures: [],
        children: [],
      }
      matters.push(finishOne(child, `m${matters.length + 1}`, matter, input))
    }
  }
  return matters
}

function finishOne(draft: Draft, id: string, parent: Matter | null, input: FinishInput): Matter {
  const { text, folded } = input
  const { start } = draft
  let { end } = draft
  while (end > start + 1 && /[，；：\s]/.test(folded[end - 1] as string)) end--
  const written = text.slice(start, end)
  const plain = folded.slice(start, end)
  const targets = findTargets(text, start, end).map((target) => ({ ...target, why: targetWhy(target) }))
  // A child of a list shares the deadlines of its sentence, not its figures.
  const column = draft.row ? draft.marks.flatMap((mark) => input.deadlines(mark.start, mark.end)) : []
  const inside = column.length > 0 ? [] : input.deadlines(start, end)
  const marked = inside.length > 0 ? [] : draft.marks.flatMap((mark) => input.deadlines(mark.start, mark.end))
  const inherited = inside.length + marked.length > 0 ? [] : inheritedDeadlines(draft, input)
  const deadlines = [...inside, ...marked, ...inherited].map((one) => ({ ...one, why: deadlineWhy(one) }))
  const hits = input.book.voices.scan(folded, start, end)
  const code = draft.code ?? measureCode(hits, start, end)
  const works = draft.children.length > 0
  const kind = works
    ? { value: '项目节点' as const, why: '列举的是工程，逐个看节点', words: [] }
    : kindOf(plain, code, targets)
  const attitude = attitudeOf(parent?.text ?? plain)
  const doneWhen = works ? { value: '各子项分别验收', why: '由子项分别完成', words: [] } : doneWhenOf(code, kind.value)
  const units = unitsOf({ ...draft, code }, input, hits)
  return {
    id,
    parent: parent?.id ?? null,
    clause: draft.clause,
    start,
    end,
    title: draft.title ?? titleFor(draft, input),
    text: written,
    kind: kind.value,
    attitude: attitude.value,
    doneWhen: doneWhen.value,
    leader: draft.units?.leader ?? null,
    measures: draft.measures.map((span) => ({ ...span, text: text.slice(span.start, span.end) })),
    targets,
    deadlines,
    units,
    reasons: reasonsOf({
      draft,
      parent: parent !== null,
      start,
      targets,
      deadlines,
      deadlinesFrom: inside.length > 0 ? 'own' : marked.length > 0 ? 'mark' : 'sentence',
      units,
      hits,
      kind,
      // A child has its direction from the whole sentence.
      attitude: parent ? { ...attitude, words: [] } : attitude,
      doneWhen,
    }),
  }
}

/** A time that opens the sentence, or its goals (建议今年…的预期目标是), holds for each matter cut from it. */
function inheritedDeadlines(draft: Draft, input: FinishInput): Deadline[] {
  const sentence = draft.sentences[0] === undefined ? undefined : input.sentence(draft.sentences[0])
  if (!sentence || sentence.start >= draft.start) return []
  const frame = input.folded.slice(sentence.start, Math.min(draft.start, sentence.start + 60))
  const goals = /目标[^，。；]{0,2}[是为：]/.exec(frame)
  const reach = goals ? goals.index : 20
  const opening = input.deadlines(sentence.start, Math.min(draft.start, sentence.start + reach))
  return opening.filter(
    (one) =>
      (goals !== null || one.start - sentence.start <= 3) &&
      !/^(?:是|计划|，?我)/.test(input.folded.slice(one.end, one.end + 2)),
  )
}

function titleFor(draft: Draft, input: FinishInput): string {
  if (draft.children.length > 0) {
    const names = draft.children.map((work) => input.text.slice(work.start, work.end))
    return `加快推进${names[0]}等${names.length}类工程`
  }
  if (draft.units && draft.marks.length === 0) return errandTitle(input.text.slice(draft.start, draft.end))
  return titleOf(draft.verb + input.text.slice(draft.mainStart, draft.mainEnd))
}

function unitsOf(draft: Draft, input: FinishInput, hits: readonly VoiceHit[]): MatterUnits {
  const named = draft.units
  if (named && named.lead.length > 0)
    return { explicit: true, lead: named.lead, support: named.support, candidates: [] }
  const heading = draft.clause ? input.outline.get(draft.clause) : undefined
  const context = heading ? input.book.voices.scan(input.folded, heading.start, heading.end) : []
  const candidates = rankCandidates(input.book, hits, context, draft.code)
  if (!named || named.support.length === 0) return { explicit: false, lead: [], support: [], candidates }
  // Several units are named and none of them leads: only they can claim it.
  const among = candidates.filter((one) => named.support.includes(one.unit))
  const rest = named.support.filter((unit) => !among.some((one) => one.unit === unit))
  const claimants = [...among, ...rest.map((unit) => ({ unit, score: NAMED_SCORE, why: ['文中点名'] }))]
  return { explicit: true, lead: [], support: named.support, candidates: claimants }
}
