import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { exportAddress } from '../library/list/export.ts'
import { useLibrary } from '../library/use-library.ts'
import { ViewMenu } from '../library/views/ViewMenu.tsx'
import { asLibrarySearch, fromLibrarySearch } from './as-filter.ts'
import type { ListSearch } from './list-search.ts'
import '../library/library.css'

/** What every ledger can, for this question too: views, columns and subtotals, export. */
export function MatterTools({
  search,
  onChange,
}: {
  search: ListSearch
  onChange: (next: ListSearch) => void
}): ReactNode {
  const { data: library } = useLibrary('matters')
  if (!library) return null
  const whole = asLibrarySearch(search)
  return (
    <span className="lib-acts matter-tools no-print">
      <ViewMenu
        library={library}
        search={whole}
        onPick={(next, view) =>
          // A view saved from here leaves the page as it is; a chosen one puts its question in the place of this.
          onChange(
            next === whole
              ? { ...search, view }
              : { ...fromLibrarySearch(next), ...(view === undefined ? {} : { view }) },
          )
        }
      />
      <Link to="/libraries/$library" params={{ library: 'matters' }} search={whole} className="lib-tool lib-desk">
        栏目与小计
      </Link>
      {library.shape.can.includes('export') && (
        <a className="lib-tool" href={exportAddress(library, whole)} download>
          导出
        </a>
      )}
      {library.shape.can.includes('export') && (
        <a className="lib-tool lib-desk" href={exportAddress(library, whole, 'breakdown')} download>
          导出任务分解表
        </a>
      )}
    </span>
  )
}
