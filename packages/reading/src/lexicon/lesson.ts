import type { IsoDate } from '@yipanqi/base'
import type { SentenceRole } from '../types.ts'
import { coresOf, type NameLength } from '../similar/cores.ts'
import { fold } from '../text/fold.ts'

/** What a clerk corrected: the unit, the role of a sentence, another name of a unit, several matters that are one. */
export type LessonKind = 'unit' | 'role' | 'alias' | 'merge' | 'split'

/** One entry of a county's own lexicon (纠正词库), as the reader takes it. */
export interface Lesson {
  readonly kind: LessonKind
  /** Key terms of the sentence; for a role the words of its clauses, for an alias the one name. */
  readonly words: readonly string[]
  /** 归并: key terms of the matter that was joined to it. */
  readonly beside?: readonly string[]
  /** Unit or role before; null where there was none. */
  readonly from: string | null
  /** Full name of a unit, or a role. */
  readonly to: string
  /** The day on which it was last learned. */
  readonly on: IsoDate
  /** How many times clerks did the same. */
  readonly times: number
}

const MOST_TERMS = 4
const LONGEST_TERM = 12

/**
 * The key terms of a matter by which a correction is recognised again: those of its title, and of its text where the
 * title has but one short term. At most four; none where the words are general throughout, and then nothing is learned.
 */
export function keyTerms(title: string, text = '', names?: NameLength): string[] {
  const own = coresOf(title, names).terms
  const enough = own.length >= 2 || (own[0]?.length ?? 0) >= 4
  const terms = enough ? own : [...new Set([...own, ...coresOf(text, names).terms])]
  return terms.slice(0, MOST_TERMS).map((term) => term.slice(0, LONGEST_TERM))
}

const MOST_CLAUSES = 6

/**
 * The pattern of words by which a sentence's role is recognised again: its clauses with figures left out, verbs and all,
 * since 改造了 and 改造 are a result and a task. Short scraps say nothing and are left out.
 */
export function wordPattern(sentence: string): string[] {
  const clauses = fold(sentence.slice(0, 400))
    .split(/[^\u4e00-\u9fffA-Za-z]+/)
    .filter((clause) => clause.length >= 3)
  return clauses.slice(0, MOST_CLAUSES).map((clause) => clause.slice(0, 40))
}

const ROLE_WORDS: Readonly<Record<SentenceRole, string>> = {
  obligation: '任务',
  target: '目标',
  result: '已有成绩',
  background: '背景',
  slogan: '号召',
  heading: '标题',
  other: '其他',
}

/** What a role is called on the screen. */
export function roleWords(role: string): string {
  return ROLE_WORDS[role as SentenceRole] ?? role
}

/** 本县纠正词库：2026年11月由县发改局改为县工信局（低空、起降场）. */
export function lessonReason(lesson: Lesson, words: readonly string[]): string {
  const when = `${Number(lesson.on.slice(0, 4))}年${Number(lesson.on.slice(5, 7))}月`
  const named = (what: string) => (lesson.kind === 'role' ? roleWords(what) : what)
  const heard = words.length > 0 ? `（${words.slice(0, 4).join('、')}）` : ''
  if (lesson.kind === 'alias') return `本县纠正词库：${when}登记“${lesson.words[0] ?? ''}”即${lesson.to}`
  if (lesson.kind === 'merge') return `本县纠正词库：${when}曾并为一项${heard}`
  const change = lesson.from === null ? `定为${named(lesson.to)}` : `由${named(lesson.from)}改为${named(lesson.to)}`
  return `本县纠正词库：${when}${change}${heard}`
}
