import type { MatterItem } from '@yipanqi/model'
import { type Gap, gapsForIssue } from '@yipanqi/model/loop/guards.ts'

const words: Record<Gap, string> = { lead: '牵头单位', deadline: '完成时限', doneWhen: '完成标志', target: '目标值' }

/** The fields that a draft still lacks before it can be issued, by the same rule that the server applies. */
export function gapsOf(matter: Pick<MatterItem, 'kind' | 'lead' | 'deadline' | 'doneWhen' | 'target'>): Gap[] {
  return gapsForIssue({ ...matter, leadUnit: matter.lead?.id ?? null })
}

/** The same in the words of the 任务分解表. */
export function missingWords(matter: MatterItem): string[] {
  return gapsOf(matter).map((gap) => words[gap])
}

/** After 审定 only what is lacking may be filled in; before, everything may be changed. */
export function locked(matter: MatterItem, field: string): boolean {
  return matter.state === 'signed-off' && !(gapsOf(matter) as readonly string[]).includes(field)
}
