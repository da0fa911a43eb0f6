import type { GivenRole, MatterItem } from '@yipanqi/model'
import { useHotkeys } from '../../ui/hotkeys.ts'
import type { RowActs } from './DraftRow.tsx'
import { bindKeys } from './keys.ts'
import { isDraft } from './missing.ts'
import type { OpenDialog } from './ReviewDialogs.tsx'

const focus = (id: string): void => {
  requestAnimationFrame(() => {
    const field = document.getElementById(id)
    // No target yet: the button that adds one stands in the place of its field, which takes the name over.
    if (field instanceof HTMLButtonElement) {
      field.click()
      requestAnimationFrame(() => document.getElementById(id)?.focus())
      return
    }
    field?.focus()
    if (field instanceof HTMLTextAreaElement) field.setSelectionRange(field.value.length, field.value.length)
  })
}

interface Keys {
  step: (by: number) => void
  open: (dialog: OpenDialog) => void
  acts: RowActs
  current: MatterItem | null
  give: (role: GivenRole) => void
  takeUnit: (place: number) => void
}

/** The review by keyboard. None of the keys fires while somebody types. */
export function useReviewKeys({ step, open, acts, current, give, takeUnit }: Keys, active: boolean): void {
  const keys = bindKeys({
    commands: {
      next: () => step(1),
      previous: () => step(-1),
      confirm: () => current && acts.onConfirm(current.id),
      why: () => acts.onWhy(),
      title: () => focus('edit-title'),
      lead: () => focus('edit-lead'),
      deadline: () => focus('edit-deadline'),
      target: () => focus('edit-target'),
      tick: () => current && isDraft(current) && acts.onToggle(current.id),
      split: () => current && isDraft(current) && open('split'),
      merge: () => open('merge'),
      help: () => open('help'),
    },
    give,
    takeUnit,
  })
  useHotkeys(keys, active)
}
