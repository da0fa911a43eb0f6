import { type ReactNode, type RefObject, useEffect, useEffectEvent, useRef } from 'react'

interface Props {
  more: boolean
  busy: boolean
  onReach: () => unknown
  root: RefObject<HTMLElement | null>
  words: string
}

/** Before the first and after the last row: reaching it brings more of the list. The button is for keyboards. */
export function Edge({ more, busy, onReach, root, words }: Props): ReactNode {
  const end = useRef<HTMLButtonElement>(null)
  const reach = useEffectEvent(() => {
    if (more && !busy) onReach()
  })
  useEffect(() => {
    const element = end.current
    if (!element || !more || busy) return
    const box = root.current
    const inner = box && getComputedStyle(box).overflowY === 'auto' ? box : null
    const watch = new IntersectionObserver((entries) => entries.some((e) => e.isIntersecting) && reach(), {
      root: inner,
      rootMargin: '700px 0px',
    })
    watch.observe(element)
    return () => watch.disconnect()
    // Watched anew after each page: an edge that stays in sight is not told a second time.
  }, [more, busy, root])
  if (!more) return null
  return (
    <button type="button" ref={end} className="link edge no-print" disabled={busy} onClick={onReach}>
      {busy ? '正在取…' : words}
    </button>
  )
}
