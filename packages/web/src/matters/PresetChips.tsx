import { useQueries } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { matterCountQuery } from '../api/queries.ts'
import { countWords } from '../format/numbers.ts'
import { Chips } from '../ui/Chips.tsx'
import { Light } from '../ui/Light.tsx'
import { askedOf, type ListSearch } from './list-search.ts'
import { presetOf, presets } from './presets.ts'

/** Chips count within the other filters: narrowed to a unit, they count that unit's. */
export function PresetChips({
  search,
  onChange,
}: {
  search: ListSearch
  onChange: (next: ListSearch) => void
}): ReactNode {
  const { state: _state, light: _light, sort, ...rest } = search
  const asked = askedOf(rest)
  const counts = useQueries({ queries: presets.map((p) => matterCountQuery({ ...asked, ...p.filter })) })
  const chips = presets.map((p, index) => ({
    value: p.value,
    label: p.light ? (
      <>
        <Light light={p.light} size={11} silent /> {p.label}
      </>
    ) : (
      p.label
    ),
    count: countWords(counts[index]?.data),
  }))
  const pick = (value: string): void => {
    const filter = presets.find((p) => p.value === value)?.filter ?? {}
    onChange({ ...rest, ...filter, ...(sort ? { sort } : {}) })
  }
  return (
    <div className="no-print list-presets">
      <Chips label="常用筛选" chips={chips} value={presetOf(search) ?? ''} onPick={pick} />
    </div>
  )
}
