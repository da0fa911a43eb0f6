import type { OutlineNode, Span } from '../types.ts'
import type { NamedUnits } from '../units/marks.ts'
import { type Draft, joinDrafts } from './draft.ts'

/**
 * A mark of units (（责任单位：…）) speaks for the drafts since the last one. Directly under a heading it makes one
 * matter of them, titled by the heading; otherwise each draft gets the units. A clause of nothing but entitlements
 * still has units that answer for it. Returns the drafts that the mark spoke for; `mark` is null where it names none.
 */
export function applyMark(
  drafts: Draft[],
  group: readonly Draft[],
  mark: NamedUnits | null,
  place: Span,
  heading: OutlineNode | undefined,
  between: readonly Span[],
  /** The entitlement that the mark stands behind, without its number. */
  entitled: Span | null,
  clause: string | null,
): Draft[] {
  if (!heading && group.length === 0 && entitled !== null && mark) {
    const draft = wholeDraft(entitled, clause, null, '标注了责任单位的扶持政策，由其兑现，单独成项')
    addMark(draft, mark, place)
    drafts.push(draft)
    return [draft]
  }
  if (!heading) {
    for (const draft of group) addMark(draft, mark, place)
    return [...group]
  }
  const first = between[0]
  const last = between.at(-1)
  if (group.length > 0) {
    const joined = joinDrafts(group, heading.heading)
    addMark(joined, mark, place)
    drafts.splice(drafts.length - group.length, group.length, joined)
    return [joined]
  }
  if (!mark || !first || !last) return []
  const span = { start: first.start, end: last.end }
  const why = '标题下的要求由同一处责任单位标注统管，成为一项'
  const draft = wholeDraft(span, heading.id, heading.heading, why)
  addMark(draft, mark, place)
  drafts.push(draft)
  return [draft]
}

/** A draft of what no sentence asks for by itself. */
function wholeDraft({ start, end }: Span, clause: string | null, title: string | null, split: string): Draft {
  return {
    start,
    end,
    clause,
    code: null,
    mainStart: start,
    mainEnd: end,
    title,
    verb: '',
    measures: [{ start, end }],
    sentences: [],
    units: null,
    marks: [],
    children: [],
    split,
  }
}

/** Adds what a mark says to a draft: 牵头单位 on one line, 配合单位 on the next. */
export function addMark(draft: Draft, mark: NamedUnits | null, place: Span): void {
  draft.marks.push({ start: place.start, end: place.end })
  if (!mark) return
  const lead = draft.units && draft.units.lead.length > 0 ? draft.units.lead : mark.lead
  const named = [...(draft.units?.support ?? []), ...mark.support, ...mark.lead]
  draft.units = {
    lead,
    support: [...new Set(named.filter((name) => !lead.includes(name)))],
    leader: draft.units?.leader ?? mark.leader,
  }
}
