import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { sessionEnded } from '../session/ended.ts'
import { toast } from '../ui/toast.ts'
import { ApiError } from './errors.ts'

const catalogues = new Set<unknown>(['me', 'units', 'leaders', 'reasons'])

/** Asks again for everything that a change may have touched; only what is on the screen is fetched. */
export function refresh(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ predicate: (query) => !catalogues.has(query.queryKey[0]) })
}

function ended(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401 && error.code !== 'bad-credentials'
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (query.queryKey[0] !== 'me' && ended(error)) sessionEnded.set(true)
    },
  }),
  mutationCache: new MutationCache({
    onError: (error, _variables, _context, mutation) => {
      if (mutation.meta?.['session'] !== true && ended(error)) sessionEnded.set(true)
      if (error instanceof ApiError && error.code === 'stale') {
        toast('别人刚改过，已为您取来最新的，请看过再办', 'warn')
        void refresh(queryClient)
      }
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal does not get better by asking again; a lost connection may.
      retry: (times, error) => error instanceof ApiError && error.code === 'network' && times < 2,
      refetchOnWindowFocus: true,
    },
  },
})
