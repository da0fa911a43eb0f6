import type { Words } from './words.ts'

export const lessonKinds = ['unit', 'role', 'alias', 'merge', 'split'] as const
export const lessonStates = ['in-use', 'withdrawn'] as const
/** What a clerk corrected, and whether the reader still hears it. */
export type LessonKind = (typeof lessonKinds)[number]
export type LessonState = (typeof lessonStates)[number]

export const lessonKindWords: Words<LessonKind> = {
  unit: '改牵头单位',
  role: '改句子类别',
  alias: '单位别名',
  merge: '并成一项',
  split: '拆成几项',
}
export const lessonStateWords: Words<LessonState> = { 'in-use': '在用', withdrawn: '已撤回' }

export const fates = ['new', 'dropped', 'moved', 'kept'] as const
/** What became of a demand from one document to the next. */
export type Fate = (typeof fates)[number]
export const fateWords: Words<Fate> = { new: '新提出', dropped: '不再提', moved: '目标有变', kept: '延续' }
