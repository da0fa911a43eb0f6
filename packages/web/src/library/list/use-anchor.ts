import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/** What scrolls: the box itself at the desk, the whole page on a phone. */
function scroller(box: HTMLElement): HTMLElement {
  return getComputedStyle(box).overflowY === 'auto' ? box : (document.scrollingElement as HTMLElement)
}
const edge = (box: HTMLElement): number => (scroller(box) === box ? box.getBoundingClientRect().top : 0)

/**
 * Keeps what the reader looks at in its place while rows come and go above it: the first row in sight is remembered
 * as one scrolls, and put back where it stood after the rows changed. Rows carry `data-row`.
 */
export function useAnchor(box: RefObject<HTMLElement | null>, rows: unknown): void {
  const seen = useRef<{ row: string; top: number } | null>(null)
  const stood = useRef(rows)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const note = (): void => {
      const top = edge(element)
      for (const row of element.querySelectorAll<HTMLElement>('[data-row]')) {
        const place = row.getBoundingClientRect()
        if (place.bottom <= top + 40) continue
        seen.current = { row: row.dataset['row'] ?? '', top: place.top }
        return
      }
    }
    const target = scroller(element) === element ? element : window
    target.addEventListener('scroll', note, { passive: true })
    return () => target.removeEventListener('scroll', note)
  }, [box])
  useLayoutEffect(() => {
    const element = box.current
    if (stood.current === rows) return
    stood.current = rows
    if (!element || !seen.current) return
    const row = element.querySelector<HTMLElement>(`[data-row="${seen.current.row}"]`)
    if (row) scroller(element).scrollTop += row.getBoundingClientRect().top - seen.current.top
  })
}
