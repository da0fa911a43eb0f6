import { useSyncExternalStore } from 'react'

const query = '(max-width: 700px)'

/** The narrow layout is another order of things, not only another width. */
export function usePhone(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => matchMedia(query).matches,
  )
}
