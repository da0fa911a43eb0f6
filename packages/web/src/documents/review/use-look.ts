import { useCallback, useState } from 'react'

/**
 * Brings an element to a height of the window and holds it there: what lies off the screen gets its true height only
 * when it comes into sight, some drawings later. Lets go once it stands still, at the latest after half a second.
 */
function bring(selector: string, top: (box: DOMRect) => number): void {
  let still = 0
  let left = 30
  const frame = (): void => {
    const box = document.querySelector(selector)?.getBoundingClientRect()
    if (!box) return
    const off = box.top - top(box)
    still = Math.abs(off) < 2 ? still + 1 : 0
    if (still === 0) window.scrollBy(0, off)
    left -= 1
    if (still < 6 && left > 0) requestAnimationFrame(frame)
  }
  frame()
}

interface Look {
  /** The draft whose sentence is being looked at; null while the list is. */
  readonly from: number | null
  readonly look: (draft: number, start: number) => void
  readonly back: () => void
  /** The reader went elsewhere himself. */
  readonly leave: () => void
}

/** On the phone: to the sentence of a draft, and back to where the draft stood under the thumb. */
export function useLook(): Look {
  const [place, setPlace] = useState<{ draft: number; top: number } | null>(null)
  const look = useCallback((draft: number, start: number): void => {
    const card = document.getElementById(`draft-${draft}`)
    setPlace({ draft, top: card?.getBoundingClientRect().top ?? 0 })
    // A sentence longer than the window begins under the bar at the top.
    bring(`.sheet [data-start="${start}"]`, (box) => Math.max(80, (window.innerHeight - box.height) / 2))
  }, [])
  const leave = useCallback(() => setPlace(null), [])
  const back = useCallback((): void => {
    setPlace(null)
    if (place) bring(`#draft-${place.draft}`, () => place.top)
  }, [place])
  return { from: place?.draft ?? null, look, back, leave }
}
