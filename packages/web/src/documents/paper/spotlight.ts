// The words that spoke for a decision light up on the paper for as long as its reason stands open.
import { useEffect, useId } from 'react'
import { store } from '../../ui/store.ts'

/** A half-open stretch of the document's text, UTF-16 offsets. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** By the reason that holds the light. */
export const spotlight = store<ReadonlyMap<string, readonly Place[]>>(new Map())

/** Lights these places while the caller is on the page. */
export function useSpotlight(places: readonly Place[]): void {
  const holder = useId()
  // By value: the document and its reasons come anew after each change.
  const key = places.map(({ start, end }) => `${start}-${end}`).join(',')
  useEffect(() => {
    if (key === '') return undefined
    const lit = key.split(',').map((pair) => {
      const [start = 0, end = 0] = pair.split('-').map(Number)
      return { start, end }
    })
    spotlight.set(new Map([...spotlight.get(), [holder, lit]]))
    return () => spotlight.set(new Map([...spotlight.get()].filter(([name]) => name !== holder)))
  }, [holder, key])
}

interface Piece extends Place {
  readonly at: number
}

/**
 * The stretches of runs that the places cover: `at` is the index of the run, `start` and `end` count inside it.
 * `starts` are the runs' own starts in ascending order, `lengths` how long each is.
 */
export function cutPlaces(places: readonly Place[], starts: readonly number[], lengths: readonly number[]): Piece[] {
  return places.flatMap((place) =>
    starts.flatMap((from, at): Piece[] => {
      const start = Math.max(place.start - from, 0)
      const end = Math.min(place.end - from, lengths[at] ?? 0)
      return start < end ? [{ at, start, end }] : []
    }),
  )
}
