import type { MatterItem } from '@yipanqi/model'
import { type Gap, gapsForIssue } from '@yipanqi/model/loop/guards.ts'
import { beforeIssue } from '@yipanqi/model/words.ts'

const words: Record<Gap, string> = { lead: '牵头单位', deadline: '完成时限', doneWhen: '完成标志', target: '目标值' }

/** The fields that a draft still lacks before it can be issued, by the same rule that the server applies. */
export function gapsOf(matter: Pick<MatterItem, 'kind' | 'lead' | 'deadline' | 'doneWhen' | 'target'>): Gap[] {
  return gapsForIssue({ ...matter, leadUnit: matter.lead?.id ?? null })
}

/** Not so a matter in force that took a sentence of this document as one more source. */
export const isDraft = (matter: Pick<MatterItem, 'state'>): boolean => beforeIssue.includes(matter.state)

/** The same in the words of the 任务分解表. */
export function missingWords(matter: MatterItem): string[] {
  if (!isDraft(matter)) return []
  return gapsOf(matter).map((gap) => words[gap])
}

/** After 审定 only what is lacking may be filled in; before, everything may be changed. */
export function locked(matter: MatterItem, field: string): boolean {
  return matter.state === 'signed-off' && !(gapsOf(matter) as readonly string[]).includes(field)
}
