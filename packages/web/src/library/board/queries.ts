import type { Board } from '@yipanqi/model/libraries/records-api.ts'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { get } from '../../api/client.ts'
import { type Asked, at } from '../api.ts'

const cardsAtOnce = 20

export type BoardColumn = Board['columns'][number]

export const boardQuery = (library: string, { filter, search }: Asked) =>
  queryOptions({
    queryKey: ['library', library, 'board', filter, search],
    queryFn: ({ signal }) => get<Board>(`${at(library)}/board`, { filter, search, limit: cardsAtOnce }, signal),
    placeholderData: keepPreviousData,
  })

/** The cards of one column after those that came with the board. */
export const columnQuery = (library: string, { filter, search }: Asked, { stage, next }: BoardColumn) =>
  infiniteQueryOptions({
    queryKey: ['library', library, 'board', filter, search, stage, next],
    queryFn: ({ pageParam, signal }) =>
      get<Board>(`${at(library)}/board`, { filter, search, stage, after: pageParam, limit: cardsAtOnce }, signal),
    initialPageParam: next,
    getNextPageParam: (page) => page.columns[0]?.next ?? null,
  })
