import type { MatterItem, Progress } from '@yipanqi/model'
import { grouped, quantity } from './numbers.ts'

type Target = NonNullable<MatterItem['target']>

const relationWords: Record<Target['relation'], [before: string, after: string]> = {
  '>=': ['', '以上'],
  '>': ['超过', ''],
  '<=': ['不超过', ''],
  '<': ['低于', ''],
  '=': ['', ''],
  '≈': ['', '左右'],
  range: ['', ''],
}

/** 目标 in words: `入库项目 120 个以上`; a masked figure says that it is still to be filled. */
export function targetWords(target: Target | null): string {
  if (!target) return ''
  if (target.value === null) return `${target.indicator}（数值待补）`
  const [before, after] = relationWords[target.relation]
  const figure =
    target.relation === 'range' && target.to !== null
      ? `${grouped(target.value)}—${quantity(target.to, target.unit)}`
      : quantity(target.value, target.unit)
  return `${target.indicator} ${before}${figure}${after}`.trim()
}

/** `49 / 120 个`, what the bar shows in figures. */
export function progressWords(progress: Progress): string {
  return `${grouped(progress.value)} / ${quantity(progress.total, progress.unit)}`
}
