import { type ReactNode, useState } from 'react'
import { FilterChips } from '../library/filter/FilterChips.tsx'
import { useLibrary, useNames } from '../library/use-library.ts'
import { FilterBar } from './FilterBar.tsx'
import type { ListSearch } from './list-search.ts'
import '../library/library.css'

interface Props {
  search: ListSearch
  onChange: (next: ListSearch) => void
}

/** The usual questions at hand, and any other condition by the builder that every ledger has. */
export function MoreQuestions({ search, onChange }: Props): ReactNode {
  const { data: library } = useLibrary('matters')
  const nameOf = useNames()
  const [adding, setAdding] = useState(false)
  return (
    <>
      <FilterBar search={search} onChange={onChange}>
        {library && (
          <button
            type="button"
            className={search.filter ? 'lib-tool lib-tool-on' : 'lib-tool'}
            aria-expanded={adding}
            onClick={() => setAdding(!adding)}
          >
            更多条件
          </button>
        )}
      </FilterBar>
      {library && (
        <FilterChips
          library={library}
          filter={search.filter}
          nameOf={nameOf}
          open={adding}
          onOpen={setAdding}
          onChange={(filter) => onChange({ ...search, filter })}
        />
      )}
    </>
  )
}
