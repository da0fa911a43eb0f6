import type { Import, ImportItem, ImportRows } from '@yipanqi/model/libraries/import-api.ts'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get } from '../../api/client.ts'
import { at } from '../api.ts'
import type { Only } from './search.ts'

// Keys begin with `import`, the noun that live events name.

export const importsAt = (library: string): string => `${at(library)}/imports`

export const importsQuery = (library: string) =>
  queryOptions({
    queryKey: ['import', library],
    queryFn: ({ signal }) => get<{ items: ImportItem[] }>(importsAt(library), {}, signal),
    select: (answer: { items: ImportItem[] }) => answer.items,
  })

/** Work is being done on it: rows are read or written. */
export const isWorking = (state: Import['state']): boolean =>
  state === 'uploaded' || state === 'reading' || state === 'committing'

export const importQuery = (library: string, id: number) =>
  queryOptions({
    queryKey: ['import', library, id],
    queryFn: ({ signal }) => get<Import>(`${importsAt(library)}/${id}`, {}, signal),
    // Live events tell of it too; a proxy that holds them back must not leave somebody before a standing bar.
    refetchInterval: ({ state }) => (state.data && isWorking(state.data.state) ? 1500 : false),
  })

/** The rows, read anew when the import changed: another match or one mended row may change many. */
export const rowsQuery = (library: string, { id, version }: Import, only: Only | undefined) =>
  infiniteQueryOptions({
    queryKey: ['import', library, id, 'rows', only, version],
    queryFn: ({ pageParam, signal }) =>
      get<ImportRows>(`${importsAt(library)}/${id}/rows`, { only, after: pageParam, limit: 50 }, signal),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (old) => old,
  })
