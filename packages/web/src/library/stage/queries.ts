import { queryOptions } from '@tanstack/react-query'
import type { Gates } from '@yipanqi/model/libraries/records-api.ts'
import { get } from '../../api/client.ts'
import { at } from '../api.ts'

export const gatesQuery = (library: string, id: number) =>
  queryOptions({
    queryKey: ['library', library, 'gates', id],
    queryFn: ({ signal }) => get<Gates>(`${at(library)}/records/${id}/gates`, {}, signal),
  })
