import type { GivenRole, MatterItem } from '@yipanqi/model'
import { type Hotkeys, useHotkeys } from '../../ui/hotkeys.ts'
import type { RowActs } from './DraftRow.tsx'
import { isDraft } from './missing.ts'
import type { OpenDialog } from './ReviewDialogs.tsx'
import { roleChoices } from './roles.ts'

const focus = (id: string): void => {
  requestAnimationFrame(() => {
    const field = document.getElementById(id)
    field?.focus()
    if (field instanceof HTMLTextAreaElement) field.setSelectionRange(field.value.length, field.value.length)
  })
}

interface Keys {
  step: (by: number) => void
  open: (dialog: OpenDialog) => void
  acts: RowActs
  current: MatterItem | null
  /** The sentence that was clicked, or that of the draft under the cursor, becomes this. */
  give: (role: GivenRole) => void
  /** The candidate at this place leads. */
  takeUnit: (place: number) => void
}

/** The review by keyboard; the table of KeysHelp says the same in words. None fires while somebody types. */
export function useReviewKeys({ step, open, acts, current, give, takeUnit }: Keys, active: boolean): void {
  const keys: Hotkeys = {
    j: () => step(1),
    ArrowDown: () => step(1),
    k: () => step(-1),
    ArrowUp: () => step(-1),
    e: () => focus('edit-title'),
    u: () => focus('edit-lead'),
    d: () => focus('edit-deadline'),
    w: () => acts.onWhy(),
    v: () => current && acts.onConfirm(current.id),
    x: () => current && isDraft(current) && acts.onToggle(current.id),
    s: () => current && isDraft(current) && open('split'),
    m: () => open('merge'),
    '?': () => open('help'),
  }
  for (const { key, role } of roleChoices) keys[key] = () => give(role)
  for (let place = 0; place < 5; place += 1) keys[String(place + 1)] = () => takeUnit(place)
  useHotkeys(keys, active)
}
