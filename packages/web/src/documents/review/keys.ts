// One table for the keys of the review: what they do, and what 快捷键 says of them.
import type { GivenRole } from '@yipanqi/model'
import type { Hotkeys } from '../../ui/hotkeys.ts'
import { roleChoices } from './roles.ts'

export type Command =
  | 'next'
  | 'previous'
  | 'confirm'
  | 'why'
  | 'title'
  | 'lead'
  | 'deadline'
  | 'target'
  | 'tick'
  | 'split'
  | 'merge'
  | 'help'

interface KeyRow {
  readonly keys: readonly string[]
  /** As the table shows it. */
  readonly shown: string
  readonly words: string
}

export const commandKeys: Readonly<Record<Command, KeyRow>> = {
  next: { keys: ['ArrowDown', 'j'], shown: '↓ 或 J', words: '下一项' },
  previous: { keys: ['ArrowUp', 'k'], shown: '↑ 或 K', words: '上一项' },
  confirm: { keys: ['v'], shown: 'V', words: '确认这一项的拟定，到下一项' },
  why: { keys: ['w'], shown: 'W', words: '看依据：为什么这样读' },
  title: { keys: ['e'], shown: 'E', words: '改工作任务' },
  lead: { keys: ['u'], shown: 'U', words: '选别的牵头单位' },
  deadline: { keys: ['d'], shown: 'D', words: '改完成时限' },
  target: { keys: ['g'], shown: 'G', words: '改目标，没有的加一个' },
  tick: { keys: ['x'], shown: 'X', words: '勾选这一项' },
  split: { keys: ['s'], shown: 'S', words: '拆分' },
  merge: { keys: ['m'], shown: 'M', words: '合并勾选的几项' },
  help: { keys: ['?'], shown: '?', words: '看这张表' },
}

/** As many candidates as `candidateUnits` shows. */
export const unitPlaces = 5

export interface Acts {
  readonly commands: Readonly<Record<Command, () => void>>
  /** The candidate at this place leads. */
  readonly takeUnit: (place: number) => void
  /** The sentence that was clicked, or that of the draft under the cursor, becomes this. */
  readonly give: (role: GivenRole) => void
}

export function bindKeys({ commands, takeUnit, give }: Acts): Hotkeys {
  const keys: Hotkeys = {}
  for (const [command, row] of Object.entries(commandKeys) as [Command, KeyRow][])
    for (const key of row.keys) keys[key] = commands[command]
  for (let place = 0; place < unitPlaces; place += 1) keys[String(place + 1)] = () => takeUnit(place)
  for (const { key, role } of roleChoices) keys[key] = () => give(role)
  return keys
}

/** The rows of 快捷键 in the order in which a clerk works. */
export function helpRows(): [shown: string, words: string][] {
  const rows = Object.values(commandKeys).map(({ shown, words }): [string, string] => [shown, words])
  const lead = rows.findIndex(([shown]) => shown === commandKeys.lead.shown)
  return [
    ...rows.slice(0, lead),
    [`1—${unitPlaces}`, '牵头单位取第几个候选'],
    ...rows.slice(lead),
    ['Esc', '离开输入框（没改完的不存）或对话框'],
    ...roleChoices.map(({ key, words }): [string, string] => [key.toUpperCase(), `这一句是${words}`]),
  ]
}
