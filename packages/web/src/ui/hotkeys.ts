import { useEffect, useRef } from 'react'

export type Hotkeys = Record<string, (event: KeyboardEvent) => void>

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Single keys while nobody is typing and no dialog is open; `mod+k` is ⌘K or Ctrl-K and works everywhere. */
export function useHotkeys(keys: Hotkeys, active = true): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    if (!active) return
    const onKey = (event: KeyboardEvent): void => {
      const mod = event.metaKey || event.ctrlKey
      if (mod) {
        const run = latest.current[`mod+${event.key.toLowerCase()}`]
        if (run) {
          event.preventDefault()
          run(event)
        }
        return
      }
      if (
        event.altKey ||
        typing(event.target) ||
        document.querySelector('.ant-modal-wrap[tabindex]:not([style*="none"])')
      )
        return
      const run = latest.current[event.key]
      if (!run) return
      event.preventDefault()
      run(event)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [active])
}
