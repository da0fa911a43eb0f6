import type { MapAnswer, MapBase, outlinesAnswer } from '@yipanqi/model/libraries/records-api.ts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { get } from '../../api/client.ts'
import { type Asked, at } from '../api.ts'
import type { Window } from './window.ts'

export type Outline = z.infer<typeof outlinesAnswer>['items'][number]

/** Outlines of the townships: they change with the county's own map, which is never. */
export const outlinesQuery = queryOptions({
  queryKey: ['outlines'],
  queryFn: ({ signal }) => get<{ items: Outline[] }>('/outlines', {}, signal),
  select: (answer: { items: Outline[] }) => answer.items,
  staleTime: Infinity,
})

export const windowQuery = (library: string, { filter, search }: Asked, window: Window | null) =>
  queryOptions({
    queryKey: ['library', library, 'map', filter, search, window],
    queryFn: ({ signal }) => get<MapAnswer>(`${at(library)}/map`, { ...window, filter, search }, signal),
    enabled: window !== null,
    placeholderData: keepPreviousData,
  })

export const mapBaseQuery = queryOptions({
  queryKey: ['map-base'],
  queryFn: ({ signal }) => get<MapBase>('/map-base', {}, signal),
  staleTime: Infinity,
})
