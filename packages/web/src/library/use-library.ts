import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import { leadersQuery, unitsQuery } from '../api/queries.ts'
import { type Filter, isCondition } from '@yipanqi/model/libraries/filter.ts'
import { recordQuery, shapeQuery } from './api.ts'
import { type LibraryView, libraryView, type NameOf } from './fields/view.ts'
import type { LibraryShape, Names } from './shapes.ts'

// One view per answer of the server, however many components ask.
const views = new WeakMap<LibraryShape, LibraryView>()
const viewOf = (shape: LibraryShape): LibraryView => {
  const known = views.get(shape) ?? libraryView(shape)
  views.set(shape, known)
  return known
}

export function useLibrary(id: string): UseQueryResult<LibraryView> {
  return useQuery({ ...shapeQuery(id), select: viewOf })
}

/**
 * The words for ids: units by their short name on a screen (full names are for paper), leaders, and whatever else came
 * with the answers.
 */
export function useNames(...answers: readonly (Names | undefined)[]): NameOf {
  const units = useQuery(unitsQuery)
  const leaders = useQuery(leadersQuery)
  const unitNames = useMemo(() => new Map(units.data?.map((u) => [u.id, u.short])), [units.data])
  const leaderNames = useMemo(() => new Map(leaders.data?.map((l) => [l.id, `${l.post} ${l.name}`])), [leaders.data])
  return (target, id) => {
    const known =
      typeof id === 'string'
        ? undefined
        : target === 'units'
          ? unitNames.get(id)
          : target === 'leaders'
            ? leaderNames.get(id)
            : undefined
    if (known !== undefined) return known
    for (const names of answers) {
      const name = names?.[target]?.[String(id)]
      if (name !== undefined) return name
    }
    return undefined
  }
}

interface Referred {
  readonly library: string
  readonly id: number
}

/** The records of other ledgers that a filter speaks of. */
function referred(library: LibraryView, filter: Filter | undefined): Referred[] {
  if (!filter) return []
  if (!isCondition(filter)) return ('all' in filter ? filter.all : filter.any).flatMap((one) => referred(library, one))
  const target = library.find(filter.field)?.shape
  if (target?.kind !== 'reference' || !target.target) return []
  const ids = Array.isArray(filter.value) ? filter.value : [filter.value]
  return ids.flatMap((id) => (typeof id === 'number' ? [{ library: target.target ?? '', id }] : []))
}

/** As {@link useNames}, and the titles of the records that the filter speaks of: no row may be there to bring them. */
export function useFilterNames(library: LibraryView, filter: Filter | undefined): NameOf {
  const wanted = referred(library, filter).slice(0, 20)
  const titles = useQueries({
    queries: wanted.map((one) => ({ ...recordQuery(one.library, one.id), staleTime: 5 * 60_000 })),
    combine: (answers) =>
      new Map<string, string | undefined>(
        wanted.map((one, index) => [`${one.library} ${one.id}`, answers[index]?.data?.title] as const),
      ),
  })
  const nameOf = useNames()
  return (target, id) => titles.get(`${target} ${id}`) ?? nameOf(target, id)
}
