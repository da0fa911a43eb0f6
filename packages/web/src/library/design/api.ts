import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { OwnDetail, OwnList, OwnReview } from '@yipanqi/model/libraries/own/api.ts'
import type { OwnRules } from '@yipanqi/model/libraries/own/policy.ts'
import { get, post } from '../../api/client.ts'
import type { Content } from './content.ts'

// Questions about a county's own ledgers. Keys begin with `own`, so that every change asks for all of them anew.

export const at = (id: string): string => `/own-libraries/${encodeURIComponent(id)}`

export const ownListQuery = queryOptions({
  queryKey: ['own'],
  queryFn: ({ signal }) => get<OwnList>('/own-libraries', {}, signal),
})
export const ownQuery = (id: string) =>
  queryOptions({ queryKey: ['own', id], queryFn: ({ signal }) => get<OwnDetail>(at(id), {}, signal) })

export const rulesQuery = queryOptions({
  queryKey: ['own', 'rules'],
  queryFn: ({ signal }) => get<OwnRules>('/own-library-rules', {}, signal),
})

/** What the county already holds of the fields as they are being written; writes nothing. */
export const reviewQuery = (content: Content, subject: { id?: string; base?: string }) =>
  queryOptions({
    queryKey: ['own-review', subject, content],
    queryFn: () => post<OwnReview>('/own-libraries/review', { ...subject, definition: content }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
