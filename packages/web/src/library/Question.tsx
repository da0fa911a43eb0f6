import { Input } from 'antd'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useFollowing } from '../ui/following.ts'
import { FilterChips } from './filter/FilterChips.tsx'
import type { LibraryView } from './fields/view.ts'
import { exportAddress } from './list/export.ts'
import { columnsOf } from './list/columns.ts'
import { GroupSelect } from './list/GroupSelect.tsx'
import type { Change } from './LibraryPage.tsx'
import { type LibrarySearch, viewKeys } from './question/search.ts'
import { useFilterNames } from './use-library.ts'
import { ViewMenu } from './views/ViewMenu.tsx'

const ColumnsDialog = lazy(() => import('./list/ColumnsDialog.tsx').then((m) => ({ default: m.ColumnsDialog })))
const PrintList = lazy(() => import('./list/PrintList.tsx').then((m) => ({ default: m.PrintList })))

/** What is asked of the ledger: words, conditions, view, groups, columns; and what leaves it: print, export. */
export function Question({
  library,
  search,
  onChange,
}: {
  library: LibraryView
  search: LibrarySearch
  onChange: Change
}): ReactNode {
  const [words, setWords] = useFollowing(search.q ?? '')
  const [adding, setAdding] = useState(false)
  const [dialog, setDialog] = useState<'columns' | 'print' | null>(null)
  const nameOf = useFilterNames(library, search.filter)
  const { shape } = library
  const listed = search.tab === undefined
  return (
    <>
      <div className="lib-tools no-print">
        <Input.Search
          className="lib-search"
          aria-label={`按名称找${shape.noun}`}
          placeholder={`${library.title.label}、编码，或拼音首字母`}
          allowClear
          data-slash
          value={words}
          maxLength={60}
          onChange={(event) => {
            setWords(event.target.value)
            if (event.target.value === '' && search.q) onChange({ q: undefined })
          }}
          onSearch={(value) => onChange({ q: value.trim() || undefined })}
        />
        <button
          type="button"
          className={search.filter ? 'lib-tool lib-tool-on' : 'lib-tool'}
          aria-expanded={adding}
          onClick={() => setAdding(!adding)}
        >
          筛选
        </button>
        <ViewMenu
          library={library}
          search={search}
          onPick={(next, view) => {
            const blank = Object.fromEntries(viewKeys.map((key) => [key, undefined]))
            onChange({ ...blank, ...next, view })
          }}
          {...(shape.can.includes('edit') ? { onRemoved: () => onChange({ removed: true, tab: undefined }) } : {})}
        />
        {listed && <GroupSelect library={library} search={search} onChange={onChange} />}
        {listed && search.by === undefined && (
          <button type="button" className="lib-tool lib-desk" onClick={() => setDialog('columns')}>
            栏目
          </button>
        )}
        <span className="lib-out">
          {listed && search.by === undefined && (
            <button type="button" className="lib-tool lib-desk" onClick={() => setDialog('print')}>
              打印
            </button>
          )}
          {shape.can.includes('export') && (
            <a className="lib-tool" href={exportAddress(library, search)} download>
              导出
            </a>
          )}
        </span>
      </div>
      {search.removed && (
        <div className="filter-chips">
          <span className="filter-chip">
            已移出台账的{shape.noun}
            <button
              type="button"
              className="filter-remove no-print"
              aria-label="回到在册的"
              onClick={() => onChange({ removed: undefined })}
            >
              ×
            </button>
          </span>
        </div>
      )}
      <FilterChips
        library={library}
        filter={search.filter}
        nameOf={nameOf}
        open={adding}
        onOpen={setAdding}
        onChange={(filter) => onChange({ filter })}
      />
      <Suspense fallback={null}>
        {dialog === 'columns' && (
          <ColumnsDialog
            library={library}
            shown={columnsOf(library, search).map((c) => c.name)}
            onDone={(columns) => {
              onChange({ columns: columns?.join(',') })
              setDialog(null)
            }}
            onClose={() => setDialog(null)}
          />
        )}
        {dialog === 'print' && <PrintList library={library} search={search} onDone={() => setDialog(null)} />}
      </Suspense>
    </>
  )
}
