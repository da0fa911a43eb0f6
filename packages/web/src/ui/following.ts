import { useState } from 'react'

/** State that starts from a value and starts again when that value changes (saved elsewhere, or by the server). */
export function useFollowing<T>(value: T): [T, (next: T) => void] {
  const [seen, setSeen] = useState(value)
  const [own, setOwn] = useState(value)
  if (!Object.is(seen, value)) {
    setSeen(value)
    setOwn(value)
  }
  return [own, setOwn]
}
