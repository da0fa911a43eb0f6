import type { LessonItem, LessonKind, LessonState, Page } from '@yipanqi/model'
import { lessonKinds, lessonStates } from '@yipanqi/model/lexicon-words.ts'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { get } from '../../api/client.ts'

export interface LexiconFilter {
  kind?: LessonKind | undefined
  state?: LessonState | undefined
  text?: string | undefined
}

export const lexiconQuery = (filter: LexiconFilter) =>
  infiniteQueryOptions({
    queryKey: ['lexicon', filter],
    queryFn: ({ pageParam, signal }) =>
      get<Page<LessonItem>>('/lexicon', { ...filter, after: pageParam, limit: 50 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })

/** Only what was asked for stays in the address. */
export function parseLexiconSearch(raw: Record<string, unknown>): LexiconFilter {
  const kind = lessonKinds.find((one) => one === raw['kind'])
  const state = lessonStates.find((one) => one === raw['state'])
  const text = typeof raw['text'] === 'string' ? raw['text'].trim().slice(0, 60) : ''
  return { ...(kind ? { kind } : {}), ...(state ? { state } : {}), ...(text ? { text } : {}) }
}
