import type { Funnel } from '@yipanqi/model/libraries/records-api.ts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { get } from '../../api/client.ts'
import { type Asked, at } from '../api.ts'

export const funnelQuery = (library: string, { filter, search }: Asked) =>
  queryOptions({
    queryKey: ['library', library, 'funnel', filter, search],
    queryFn: ({ signal }) => get<Funnel>(`${at(library)}/funnel`, { filter, search }, signal),
    placeholderData: keepPreviousData,
  })
