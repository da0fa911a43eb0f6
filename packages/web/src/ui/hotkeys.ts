import { useEffect, useEffectEvent } from 'react'

export type Hotkeys = Record<string, (event: KeyboardEvent) => void>

/** Whether the keys belong to a field. A ticked box takes none but the space bar, so the single keys go on working. */
function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement && /^(checkbox|radio)$/.test(target.type)) return false
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}

/** Enter and the space bar press what has the focus. */
const presses = (event: KeyboardEvent): boolean =>
  /^(Enter| )$/.test(event.key) && event.target instanceof Element && event.target.closest('button,a,summary') !== null

/** A dialog or a drawer lies over the page: its keys are its own. */
const covered = '.ant-modal-wrap[tabindex]:not([style*="none"]), .ant-drawer-open'

/** Single keys while nobody is typing and no dialog is open; `mod+k` is ⌘K or Ctrl-K and works everywhere. */
export function useHotkeys(keys: Hotkeys, active = true): void {
  const find = useEffectEvent((name: string) => keys[name])
  useEffect(() => {
    if (!active) return
    const onKey = (event: KeyboardEvent): void => {
      const mod = event.metaKey || event.ctrlKey
      if (mod) {
        const run = find(`mod+${event.key.toLowerCase()}`)
        if (run) {
          event.preventDefault()
          run(event)
        }
        return
      }
      if (event.altKey || typing(event.target) || presses(event) || document.querySelector(covered)) return
      const run = find(event.key)
      if (!run) return
      event.preventDefault()
      run(event)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [active])
}
