import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { FilterChips } from '../library/filter/FilterChips.tsx'
import { exportAddress } from '../library/list/export.ts'
import { useLibrary, useNames } from '../library/use-library.ts'
import { ViewMenu } from '../library/views/ViewMenu.tsx'
import { asLibrarySearch, fromLibrarySearch } from './as-filter.ts'
import { FilterBar } from './FilterBar.tsx'
import type { ListSearch } from './list-search.ts'
import '../library/library.css'

interface Props {
  search: ListSearch
  onChange: (next: ListSearch) => void
}

/** What every ledger can, here too: any condition, views, columns and groups, export. */
export function MoreQuestions({ search, onChange }: Props): ReactNode {
  const query = useLibrary('matters')
  const nameOf = useNames()
  const [adding, setAdding] = useState(false)
  const library = query.data
  if (!library) return <FilterBar search={search} onChange={onChange} />
  const whole = asLibrarySearch(search)
  return (
    <>
      <FilterBar search={search} onChange={onChange}>
        <button
          type="button"
          className={search.filter ? 'lib-tool lib-tool-on' : 'lib-tool'}
          aria-expanded={adding}
          onClick={() => setAdding(!adding)}
        >
          更多条件
        </button>
        <ViewMenu
          library={library}
          search={whole}
          onPick={(next, view) =>
            onChange(
              // A view saved from here leaves the page as it is; a chosen one puts its question in the place of this.
              next === whole
                ? { ...search, view }
                : { ...fromLibrarySearch(next), ...(view === undefined ? {} : { view }) },
            )
          }
        />
        <Link to="/libraries/$library" params={{ library: 'matters' }} search={whole} className="lib-tool">
          栏目与小计
        </Link>
        {library.shape.can.includes('export') && (
          <a className="lib-tool" href={exportAddress(library, whole)} download>
            导出
          </a>
        )}
      </FilterBar>
      <FilterChips
        library={library}
        filter={search.filter}
        nameOf={nameOf}
        open={adding}
        onOpen={setAdding}
        onChange={(filter) => onChange({ ...search, filter })}
      />
    </>
  )
}
