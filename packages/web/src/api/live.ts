import type { QueryClient } from '@tanstack/react-query'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { store } from '../ui/store.ts'
import { staleAfter, type Told } from './stale-after.ts'

export type Link = 'live' | 'waiting' | 'offline'
const link = store<Link>('live')

/** Whether changes of others arrive by themselves just now. */
export function useLink(): Link {
  return useSyncExternalStore(link.subscribe, link.get)
}

function apply(client: QueryClient, data: string): void {
  const stale = staleAfter(JSON.parse(data) as Told)
  void client.invalidateQueries({ predicate: ({ queryKey }) => stale(queryKey) })
}

/** Listens to the county's changes while a page is open; the browser itself reconnects with Last-Event-ID. */
export function useLive(active: boolean): void {
  const client = useQueryClient()
  useEffect(() => {
    if (!active) return
    const source = new EventSource('/api/v1/events')
    // Many events may come at once (an issue touches forty matters): one round of questions a second is enough.
    let due: ReturnType<typeof setTimeout> | null = null
    const pending = new Set<string>()
    const onChanged = (event: MessageEvent<string>): void => {
      pending.add(event.data)
      due ??= setTimeout(() => {
        due = null
        for (const data of pending) apply(client, data)
        pending.clear()
      }, 800)
    }
    let slow: ReturnType<typeof setTimeout> | null = null
    let broken = false
    const onOpen = (): void => {
      if (slow) clearTimeout(slow)
      slow = null
      if (link.get() !== 'live') void client.invalidateQueries()
      // Of what the server replays, changes of records are none.
      else if (broken) void client.invalidateQueries({ queryKey: ['library'] })
      broken = false
      link.set('live')
    }
    const onError = (): void => {
      broken = true
      slow ??= setTimeout(() => link.set(navigator.onLine ? 'waiting' : 'offline'), 5_000)
    }
    const onOffline = (): void => link.set('offline')
    // A stream that outlived the break never opens anew: then it is the network that says that all is well again.
    const onOnline = (): void => {
      if (source.readyState === EventSource.OPEN) onOpen()
      else if (link.get() === 'offline') link.set('waiting')
    }
    source.addEventListener('changed', onChanged)
    // Away for longer than the server replays.
    source.addEventListener('reset', () => void client.invalidateQueries())
    source.addEventListener('open', onOpen)
    source.addEventListener('error', onError)
    window.addEventListener('offline', onOffline)
    window.addEventListener('online', onOnline)
    return () => {
      source.close()
      if (due) clearTimeout(due)
      if (slow) clearTimeout(slow)
      window.removeEventListener('offline', onOffline)
      window.removeEventListener('online', onOnline)
    }
  }, [active, client])
}
