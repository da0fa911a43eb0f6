import type { LibrarySetting } from '@yipanqi/model/libraries/setting-api.ts'
import { queryOptions } from '@tanstack/react-query'
import { get } from '../../api/client.ts'
import { at } from '../api.ts'

export const settingQuery = (library: string) =>
  queryOptions({
    queryKey: ['libraries', library, 'setting'],
    queryFn: ({ signal }) => get<LibrarySetting>(`${at(library)}/setting`, {}, signal),
    staleTime: 60_000,
  })
