import { useEffect, useState } from 'react'

/**
 * How many of a long list to draw: a screenful at once, the rest portion by portion while the browser has time, so that
 * a list of hundreds opens without a jolt. `active` false draws everything.
 */
export function useGradually(total: number, portion: number, active = true): number {
  const [shown, setShown] = useState(active ? Math.min(total, portion) : total)
  useEffect(() => {
    if (!active || shown >= total) return
    const ask = requestIdleCallback(() => setShown((n) => Math.min(total, n + portion)), { timeout: 200 })
    return () => cancelIdleCallback(ask)
  }, [active, shown, total, portion])
  return active ? Math.min(shown, total) : total
}
