import { WordScanner } from '../knowledge/scan.ts'
import { fold } from '../text/fold.ts'
import type { Matter, Reason, UnitCandidate, UnitEntry } from '../types.ts'
import type { UnitBook } from '../units/book.ts'
import { type Lesson, lessonReason } from './lesson.ts'
import { type Match, recallBy } from './match.ts'

/** How sure the reader is after one, two, three corrections of the same kind. */
const SURE = [0.6, 0.75, 0.85] as const
const MOST = 5
/** A mark of units may stand this far behind the matter that it speaks for. */
const MARK_REACH = 240

/**
 * What clerks corrected before comes first among the candidates of matters that share its key terms; nothing else
 * changes. Where the text itself names who leads, the text stands.
 */
export function teachUnits(matters: readonly Matter[], lessons: readonly Lesson[], book: UnitBook): Matter[] {
  const known = lessons.filter((lesson) => lesson.kind === 'unit' && book.entryOf(lesson.to)?.mayLead === true)
  if (known.length === 0) return [...matters]
  const recall = recallBy(known, (lesson) => lesson.words)
  return matters.map((matter) => {
    if (matter.units.explicit) return matter
    const words = fold(`${matter.title}\n${matter.text}`)
    const match = recall(words, 0, words.length)
    if (!match) return matter
    const why = lessonReason(match.lesson, match.heard)
    const unit = book.resolve(match.lesson.to)
    const candidates = lift(matter.units.candidates, unit, SURE[Math.min(match.lesson.times, 3) - 1] ?? SURE[0], why)
    const reasons = matter.reasons?.map((one) => (one.about === 'unit' ? taughtReason(one, matter, why, match) : one))
    return { ...matter, units: { ...matter.units, candidates }, ...(reasons ? { reasons } : {}) }
  })
}

/** 依据 of the unit: the county's own correction first, with the words that called it up, then what was said before. */
function taughtReason(reason: Reason, matter: Matter, why: string, match: Match): Reason {
  const text = fold(matter.text)
  const words = match.heard.flatMap((word) => {
    const at = text.indexOf(word)
    return at < 0 ? [] : [{ start: matter.start + at, end: matter.start + at + word.length }]
  })
  return { about: 'unit', why: `${why}；${reason.why}`, words: words.length > 0 ? words : reason.words }
}

function lift(candidates: readonly UnitCandidate[], unit: string, sure: number, why: string): UnitCandidate[] {
  const own = candidates.find((one) => one.unit === unit)
  const score = Math.max(own?.score ?? 0, sure)
  const rest = candidates.filter((one) => one !== own)
  const left = Math.round((1 - score) * 1000) / 1000
  return [
    { unit, score, why: [why, ...(own?.why ?? [])].slice(0, MOST) },
    ...rest.map((one) => ({ ...one, score: Math.min(one.score, left) })),
  ].slice(0, MOST)
}

/** The catalogue with the county's own further names of units; a name that is taken stays with who has it. */
export function withAliases(entries: readonly UnitEntry[], lessons: readonly Lesson[]): readonly UnitEntry[] {
  const further = new Map<string, string[]>()
  const taken = new Set(entries.flatMap((entry) => [entry.name, ...entry.aliases.map((alias) => alias.name)]))
  for (const { kind, words, to } of lessons) {
    const name = words[0]
    if (kind !== 'alias' || name === undefined || name.length < 2 || taken.has(name)) continue
    const names = further.get(to)
    if (names) names.push(name)
    else further.set(to, [name])
  }
  if (further.size === 0) return entries
  return entries.map((entry) => {
    const names = further.get(entry.name)
    return names ? { ...entry, aliases: [...entry.aliases, ...names.map((name) => ({ name }))] } : entry
  })
}

/** Says beside each unit that was only known by one of the county's own names where the name comes from. */
export function nameAliases(matters: readonly Matter[], lessons: readonly Lesson[], folded: string): Matter[] {
  const known = lessons.flatMap((lesson) =>
    lesson.kind === 'alias' && lesson.words[0] ? [[lesson.words[0], lesson] as const] : [],
  )
  if (known.length === 0) return [...matters]
  const aliases = [...new Set(new WordScanner(known).scan(folded, 0, folded.length).map((hit) => hit.value))]
  if (aliases.length === 0) return [...matters]
  return matters.map((matter) => {
    const units = [...matter.units.lead, ...matter.units.support]
    const near = folded.slice(matter.start, matter.end + MARK_REACH)
    const used = aliases.filter(({ to, words }) => units.includes(to) && near.includes(words[0] as string))
    if (used.length === 0 || !matter.units.explicit) return matter
    const said = used.map((lesson) => ({ unit: lesson.to, score: 1, why: [lessonReason(lesson, [])] }))
    const rest = matter.units.candidates.filter((one) => !said.some(({ unit }) => unit === one.unit))
    return { ...matter, units: { ...matter.units, candidates: [...said, ...rest].slice(0, MOST) } }
  })
}
