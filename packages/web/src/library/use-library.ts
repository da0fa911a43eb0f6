import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import { leadersQuery, unitsQuery } from '../api/queries.ts'
import { shapeQuery } from './api.ts'
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
