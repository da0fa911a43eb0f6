import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/** What scrolls: the box itself at the desk, the whole page on a phone. */
const scrollerOf = (box: HTMLElement): HTMLElement =>
  getComputedStyle(box).overflowY === 'auto' ? box : (document.scrollingElement as HTMLElement)

interface Seen {
  readonly row: string
  readonly top: number
}

/** The first row in sight and where it stands; the head of the table covers the top of the box. */
function firstSeen(box: HTMLElement): Seen | null {
  const top = scrollerOf(box) === box ? box.getBoundingClientRect().top + 36 : 0
  for (const row of box.querySelectorAll<HTMLElement>('[data-row]')) {
    const place = row.getBoundingClientRect()
    if (place.bottom > top + 4) return { row: row.dataset['row'] ?? '', top: place.top }
  }
  return null
}

/**
 * Keeps what the reader looks at in its place while rows come and go above it: the first row in sight is remembered
 * as one scrolls, and put back where it stood after the rows changed. Another question begins at its first row. Rows
 * carry `data-row`; the box stays in the page while they change.
 */
export function useAnchor(box: RefObject<HTMLElement | null>, rows: unknown, question: string): void {
  const seen = useRef<Seen | null>(null)
  const stood = useRef({ rows, question })
  useEffect(() => {
    const element = box.current
    if (!element) return
    const note = (): void => {
      seen.current = firstSeen(element)
    }
    const target = scrollerOf(element) === element ? element : window
    target.addEventListener('scroll', note, { passive: true })
    return () => target.removeEventListener('scroll', note)
  }, [box])
  useLayoutEffect(() => {
    const element = box.current
    const before = stood.current
    if (!element || before.rows === rows) return
    stood.current = { rows, question }
    if (before.question !== question) scrollerOf(element).scrollTop = 0
    else if (seen.current) {
      const row = element.querySelector<HTMLElement>(`[data-row="${seen.current.row}"]`)
      if (row) scrollerOf(element).scrollTop += row.getBoundingClientRect().top - seen.current.top
    }
    seen.current = firstSeen(element)
  })
}
