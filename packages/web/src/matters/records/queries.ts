import { queryOptions } from '@tanstack/react-query'
import type { LinkedRecord } from '@yipanqi/model/libraries/records-api.ts'
import { get } from '../../api/client.ts'

export const linkedQuery = (matter: number) =>
  queryOptions({
    queryKey: ['matter', matter, 'records'],
    queryFn: ({ signal }) => get<{ items: LinkedRecord[] }>(`/matters/${matter}/records`, {}, signal),
    select: (answer: { items: LinkedRecord[] }) => answer.items,
  })
