import { type Draft, joinDrafts } from '../matters/draft.ts'
import { titleOf } from '../matters/title.ts'
import { type Lesson, lessonReason } from './lesson.ts'
import { recallBy } from './match.ts'

export interface Joined {
  readonly drafts: Draft[]
  /** What is added to the reason of these sentences, by index. */
  readonly said: ReadonlyMap<number, string>
}

/** Neighbours under one heading that a clerk has made one matter before are one matter again. */
export function teachJoins(drafts: readonly Draft[], lessons: readonly Lesson[], folded: string): Joined {
  const known = lessons.filter(({ kind, beside }) => kind === 'merge' && (beside?.length ?? 0) > 0)
  const said = new Map<number, string>()
  if (known.length === 0) return { drafts: [...drafts], said }
  const recallOne = recallBy(known, (lesson) => lesson.words)
  const recallOther = recallBy(known, (lesson) => lesson.beside ?? [])
  const out: Draft[] = []
  for (const draft of drafts) {
    const before = out.at(-1)
    const match = before && mayJoin(before, draft) ? recalled(before, draft) : null
    if (!before || !match) {
      out.push(draft)
      continue
    }
    const joined = joinDrafts([before, draft], before.title ?? titleOf(folded.slice(before.mainStart, before.mainEnd)))
    const why = lessonReason(match.lesson, match.heard)
    out[out.length - 1] = { ...joined, split: `${why}，合为一项` }
    for (const sentence of joined.sentences) said.set(sentence, why)
  }
  return { drafts: out, said }

  function recalled(before: Draft, after: Draft) {
    // The clerk may have joined the first to the second or the second to the first.
    for (const [one, other] of [[before, after] as const, [after, before] as const]) {
      const first = recallOne(folded, one.start, one.end)
      if (first && recallOther(folded, other.start, other.end)?.lesson === first.lesson) return first
    }
    return null
  }
}

function mayJoin(before: Draft, after: Draft): boolean {
  return (
    before.clause === after.clause &&
    before.children.length === 0 &&
    after.children.length === 0 &&
    before.units === null &&
    after.units === null
  )
}
