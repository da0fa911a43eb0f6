import {
  type InfiniteData,
  keepPreviousData,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
} from '@tanstack/react-query'
import { useState } from 'react'
import { type Asked, type Place, readPage } from '../api.ts'
import type { RecordPage } from '../shapes.ts'

/** Pages kept: what lies further behind the reader is dropped and comes again when one scrolls back. */
const kept = 5

export interface Window {
  readonly query: UseInfiniteQueryResult<InfiniteData<RecordPage>>
  /** Value that was jumped to in the order; null: from the beginning. */
  readonly at: string | null
  /** Changes with what is asked and where it begins. */
  readonly question: string
  readonly jump: (value: string | null) => void
}

/** A moving window on a list of any length, by keyset in both directions. A new question begins at its beginning. */
export function useWindow(library: string, asked: Asked): Window {
  const question = JSON.stringify([library, asked])
  const [jumped, setJumped] = useState<{ question: string; at: string; turn: number } | null>(null)
  const here = jumped?.question === question ? jumped : null
  const query = useInfiniteQuery({
    queryKey: ['library', library, 'rows', asked, here?.at ?? null, here?.turn ?? 0],
    queryFn: ({ pageParam, signal }) => readPage(library, asked, pageParam, signal),
    initialPageParam: (here ? { at: here.at } : {}) as Place,
    getNextPageParam: (page) => (page.next ? { after: page.next } : undefined),
    getPreviousPageParam: (page) => (page.previous ? { before: page.previous } : undefined),
    maxPages: kept,
    // Another order or another condition: what stands there stays, paler, until the answer comes.
    placeholderData: keepPreviousData,
  })
  return {
    query,
    at: here?.at ?? null,
    question: `${question} ${here?.turn ?? 0}`,
    // Jumping to the same letter twice goes there twice.
    jump: (value) => setJumped(value === null ? null : { question, at: value, turn: (jumped?.turn ?? 0) + 1 }),
  }
}
