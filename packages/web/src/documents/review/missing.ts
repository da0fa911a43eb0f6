import type { MatterItem } from '@yipanqi/model'

/** What a draft still lacks before it can be issued, in the words of the 任务分解表. The server decides. */
export function missingWords(matter: MatterItem): string[] {
  const target = matter.target
  const noFigure = matter.kind === '指标' && (target === null || target.masked || target.value === null)
  return [
    matter.lead ? '' : '牵头单位',
    matter.deadline ? '' : '完成时限',
    matter.doneWhen ? '' : '完成标志',
    noFigure ? '目标值' : '',
  ].filter(Boolean)
}
