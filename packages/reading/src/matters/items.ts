import type { Span } from '../types.ts'
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
}

interface Part extends Span {
  kind: Clause['kind']
  verbAt: number
  before: string
  code: string | null
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
    return { ...bound, kind: 'action', verbAt: bound.start + skip, before: '、', code: measureCode(hits, bound.start, bound.end) }
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
  return parts
}

function toParts(folded: string, clauses: readonly Clause[], hits: readonly VoiceHit[]): Part[] {
  const parts: Part[] = []
  for (const clause of clauses) {
    const split = enumerated(folded, clause, hits)
    if (split) parts.push(...split)
    else parts.push({ ...clause, code: measureCode(hits, clause.start, clause.end) })
  }
  return parts
}

/**
 * Cuts the clauses of one obligation sentence into items. A new item begins at ； and where a clause names another
 * measure than the one open; clauses that say what for, how or how far stay with the item before them.
 */
export function cutItems(folded: string, clauses: readonly Clause[], hits: readonly VoiceHit[]): Item[] {
  const items: Item[] = []
  let open: Item | null = null
  let lead: number | null = null
  for (const part of toParts(folded, clauses, hits)) {
    const asks = part.kind === 'action' || part.kind === 'purpose'
    if (part.before === '；') {
      open = null
      lead = null
    }
    if (!asks) {
      if (open && part.kind === 'other') stretch(open, part)
      else if (!open && part.kind === 'other') lead ??= part.start
      // A frame may name the measure that the verb behind it carries out (强化“以亩均论英雄”理念).
      if (part.kind === 'call' && part.code !== null) open = begin(items, part, lead ?? part.start)
      continue
    }
    const other = open !== null && open.code !== null && part.code !== null && part.code !== open.code
    // A mere purpose does not open a thing of its own unless it names one and stands far enough from the first.
    if (open === null || other) {
      open = begin(items, part, lead ?? part.start)
      lead = null
      continue
    }
    if (open.code === null && part.code !== null) {
      open.code = part.code
      open.mainStart = part.verbAt
      open.mainEnd = part.end
    }
    if (part.kind === 'action' && open.code === null) open.measures.push({ start: part.start, end: part.end })
    else extendMeasure(open, part.end)
    stretch(open, part)
  }
  return items
}

function begin(items: Item[], part: Part, start: number): Item {
  const item: Item = {
    start,
    end: part.end,
    code: part.code,
    mainStart: part.verbAt,
    mainEnd: part.end,
    measures: [{ start: part.start, end: part.end }],
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

/** Does the written verb really open an action here? Used where a list names engineering works instead. */
export function opensAction(folded: string, start: number, end: number): boolean {
  const piece = folded.slice(start, end)
  return ACTION(piece, 0) > 0 || ACTION(piece, fillerLength(piece)) > 0
}
