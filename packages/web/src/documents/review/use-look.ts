import { useCallback, useState } from 'react'

/** Two drawings later: what lies off the screen gets its true height only when it comes into sight. */
const twice = (act: () => void): void => {
  act()
  requestAnimationFrame(() => {
    act()
    requestAnimationFrame(act)
  })
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
    twice(() => document.querySelector(`.sheet [data-start="${start}"]`)?.scrollIntoView({ block: 'center' }))
  }, [])
  const leave = useCallback(() => setPlace(null), [])
  const back = useCallback((): void => {
    setPlace(null)
    if (!place) return
    const card = document.getElementById(`draft-${place.draft}`)
    if (card) twice(() => window.scrollBy(0, card.getBoundingClientRect().top - place.top))
  }, [place])
  return { from: place?.draft ?? null, look, back, leave }
}
