import type { Span, Target } from '../types.ts'
import type { Clause } from '../sentences/clauses.ts'
import { ACTION, fillerLength } from '../sentences/lexicon.ts'
import type { VoiceHit } from '../units/duties.ts'
import { measureCode } from './codes.ts'

/** One thing that somebody can be held to, found within one sentence. */
export interface Item extends Span {
  code: string | null
  /** Where the verb of its main clause stands, and where that clause ends: the material of the title. */
  mainStart: number
  mainEnd: number
  measures: Span[]
  /** A verb that the first part of a list lends to the others (夯实…、金融活链). */
  verb: string
}

interface Part extends Span {
  kind: Clause['kind']
  verbAt: number
  before: string
  code: string | null
  verb: string
}

/** 扩大有效投资、积极拉动消费、落实…60条等措施: each part has its own verb, or each its own measure. */
function enumerated(folded: string, clause: Clause, hits: readonly VoiceHit[]): Part[] | null {
  if (clause.kind !== 'action' && clause.kind !== 'purpose') return null
  const from = clause.verbAt
  const bounds: Span[] = []
  let depth = 0
  let start = from
  for (let at = from; at < clause.end; at++) {
    const char = folded[at] as string
    if ('“（《‘'.includes(char)) depth++
    else if ('”）》’'.includes(char)) depth = Math.max(0, depth - 1)
    else if (char === '、' && depth === 0) {
      bounds.push({ start, end: at })
      start = at + 1
    }
  }
  if (bounds.length === 0) return null
  bounds.push({ start, end: clause.end })
  if (bounds.length > 8) return null
  const parts = bounds.map((bound): Part => {
    const skip = fillerLength(folded.slice(bound.start, bound.end))
    return {
      ...bound,
      kind: 'action',
      verbAt: bound.start + skip,
      before: '、',
      code: measureCode(hits, bound.start, bound.end),
      verb: '',
    }
  })
  const codes = new Set(parts.map((part) => part.code))
  if (codes.has(null) || codes.size < 2) return null
  // The first verb frames the list (综合运用…, 夯实…): what follows it is the first part.
  const first = parts[0] as Part
  const frame = /^(?:综合运用|统筹运用|运用|用好)/.exec(folded.slice(first.start, first.end))
  if (frame) {
    first.start += frame[0].length
    first.verbAt = first.start + fillerLength(folded.slice(first.start, first.end))
  }
  first.before = clause.before
  const shared = folded.slice(first.verbAt, first.verbAt + ACTION(folded, first.verbAt))
  for (const part of parts.slice(1)) if (ACTION(folded, part.verbAt) === 0) part.verb = shared
  return parts
}

function toParts(folded: string, clauses: readonly Clause[], hits: readonly VoiceHit[]): Part[] {
  const parts: Part[] = []
  for (const clause of clauses) {
    const split = enumerated(folded, clause, hits)
    if (split) parts.push(...split)
    else {
      const { start, end, kind, verbAt, before } = clause
      parts.push({ start, end, kind, verbAt, before, code: measureCode(hits, start, end), verb: '' })
    }
  }
  return parts
}

/**
 * Cuts the clauses of one obligation sentence into items. A new item begins at ； and where a clause names another
 * measure than the one open; clauses that say what for, how or how far stay with the item before them.
 */
export function cutItems(
  folded: string,
  clauses: readonly Clause[],
  hits: readonly VoiceHit[],
  targets: readonly Target[],
): Item[] {
  const items: Item[] = []
  let open: Item | null = null
  let lead: number | null = null
  const coded = hits.filter((hit) => hit.value.code !== null)
  const parts = toParts(folded, clauses, coded)
  for (const [order, part] of parts.entries()) {
    if (part.before === '；') {
      const last = items.at(-1)
      // The same measure again behind ； stays one thing: it gets a measure more.
      open = last && last.code !== null && last.code === part.code ? last : null
      if (open) open.measures.push({ start: part.start, end: part.start })
      lead = null
    }
    const asks =
      ((part.kind === 'action' || part.kind === 'purpose') && !isTopic(folded, parts[order + 1])) ||
      // 电子元件产业新增配套企业12户: a figure to be reached asks without a verb in front.
      (part.kind === 'other' &&
        open === null &&
        !/^(?:对|围绕|在|以|按|从|针对)/.test(folded.slice(part.start, part.start + 2)) &&
        // 高校毕业生将达800万人: a forecast, not a figure to be reached.
        !/将(?:高达|达|超过|迎来)/.test(folded.slice(part.start, part.end)) &&
        targets.some((one) => one.start >= part.start && one.end <= part.end))
    if (!asks) {
      if (open && part.kind === 'other') stretch(open, part)
      else if (!open) lead = leadFrom(folded, part, lead)
      // A principle may name the measure that it stands for (强化“以亩均论英雄”理念).
      if (part.kind === 'call' && part.code !== null && PRINCIPLE.test(folded.slice(part.verbAt, part.end))) {
        open = begin(folded, items, part, part.start)
      }
      continue
    }
    const elaborates = ELABORATES.test(folded.slice(part.verbAt, part.verbAt + 4))
    const other: boolean =
      open !== null && open.code !== null && part.code !== null && part.code !== open.code && !elaborates
    if (open === null || other) {
      open = begin(folded, items, part, lead ?? part.start)
      lead = null
      continue
    }
    if (open.code === null && part.code !== null) {
      open.code = part.code
      open.mainStart = mainStart(folded, part)
      open.mainEnd = part.end
      // What stood before was how this measure is taken.
      open.measures = [{ start: open.start, end: part.end }]
    } else if (part.kind === 'action' && open.code === null) open.measures.push({ start: part.start, end: part.end })
    else extendMeasure(open, part.end)
    stretch(open, part)
  }
  return items
}

const PRINCIPLE = /^(?:强化|树立|树牢).{2,16}(?:理念|导向)$/
// Says more of the thing before it, even where its words name another measure.
export const ELABORATES = /^(?:明确|实现|形成|确保|增强|做到|使|让|满足)/

/** 做好开局工作，事关全年胜: what stands before is what the sentence is about, not a task. */
function isTopic(folded: string, next: Part | undefined): boolean {
  return next !== undefined && /^(?:事关|关系到?|意义|是|关键|至关)/.test(folded.slice(next.start, next.start + 4))
}

/** Where an item begins when a frame (时间、对象、单位) stands in front of its verb. */
function leadFrom(folded: string, part: Part, lead: number | null): number | null {
  const text = folded.slice(part.start, part.end)
  if (part.kind !== 'other' || text.length <= 5 || /是|事关|面临/.test(text)) return null
  return lead ?? part.start
}

/** 在…上强化服务 and 将…增至 are titled from their frame, everything else from its verb. */
function mainStart(folded: string, part: Part): number {
  const skip = fillerLength(folded.slice(part.start, part.end))
  if (/^[在将把为]/.test(folded.slice(part.start + skip, part.start + skip + 1))) return part.start + skip
  // 签约项目开工率要达到50%: the verb says only that the figure is to be reached.
  return /^(?:达到|实现|保持|提高到|降到|控制)/.test(folded.slice(part.verbAt, part.verbAt + 3))
    ? part.start
    : part.verbAt
}

function begin(folded: string, items: Item[], part: Part, start: number): Item {
  const item: Item = {
    start,
    end: part.end,
    code: part.code,
    mainStart: mainStart(folded, part),
    mainEnd: part.end,
    measures: [{ start: part.start, end: part.end }],
    verb: part.verb,
  }
  items.push(item)
  return item
}

function stretch(item: Item, part: Part): void {
  item.end = part.end
}

function extendMeasure(item: Item, end: number): void {
  const last = item.measures.at(-1)
  if (last) last.end = end
}
