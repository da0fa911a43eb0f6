import type { Light } from '@yipanqi/model/words.ts'
import type { Sentence } from './runs.ts'

/** How a sentence is underlined. quiet: it obliges nobody; plain: listed, but nothing is lit (before issue, plan 0). */
export type MarkKind = Light | 'plain' | 'refused' | 'quiet'

export const markWords: Record<MarkKind, string> = {
  green: '绿灯',
  yellow: '黄灯',
  red: '红灯',
  grey: '灰灯',
  done: '已办结',
  plain: '已列入清单',
  refused: '未列入清单',
  quiet: '没有列入，点开可列为事项',
}

/** The worst first: where several sentences begin on one line the gutter shows this one. */
export const severity: readonly MarkKind[] = ['red', 'yellow', 'grey', 'green', 'done', 'plain', 'refused', 'quiet']

export function markOf(sentence: Sentence, refused: ReadonlySet<number>, issued: boolean): MarkKind {
  if (sentence.matters.length > 0) return issued && sentence.light ? sentence.light : 'plain'
  if (refused.has(sentence.start)) return 'refused'
  return 'quiet'
}
