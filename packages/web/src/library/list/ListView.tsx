import { lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import { Empty, ErrorNote, Waiting } from '../../ui/Notes.tsx'
import { useHotkeys } from '../../ui/hotkeys.ts'
import { usePhone } from '../../ui/phone.ts'
import type { Asked } from '../api.ts'
import type { FieldView, LibraryView } from '../fields/view.ts'
import type { Change } from '../LibraryPage.tsx'
import type { LibrarySearch } from '../question/search.ts'
import { useNames } from '../use-library.ts'
import { Cards } from './Cards.tsx'
import { Edge } from './Edge.tsx'
import { EmptyList } from './EmptyList.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { useSelection } from './selection.ts'
import { Table } from './Table.tsx'
import { useAnchor } from './use-anchor.ts'
import { useWindow } from './use-window.ts'
import './list.css'

const GroupTable = lazy(() => import('./GroupTable.tsx').then((m) => ({ default: m.GroupTable })))
const JumpStrip = lazy(() => import('./JumpStrip.tsx').then((m) => ({ default: m.JumpStrip })))

interface Props {
  library: LibraryView
  search: LibrarySearch
  columns: readonly FieldView[]
  asked: Asked
  onChange: Change
  onOpen: (record: number) => void
}

export function ListView(props: Props): ReactNode {
  if (props.search.by === undefined) return <Rows {...props} />
  return (
    <Suspense fallback={<Waiting what="小计" />}>
      <GroupTable {...props} by={props.search.by} />
    </Suspense>
  )
}

/** A window on the rows: more come as one scrolls either way, those left behind are dropped. */
function Rows({ library, search, columns, asked, onChange, onOpen }: Props): ReactNode {
  const { shape } = library
  const phone = usePhone()
  const { query, at, question, jump } = useWindow(shape.id, asked)
  const box = useRef<HTMLDivElement>(null)
  const pages = query.data?.pages
  const rows = pages?.flatMap((page) => page.items) ?? []
  useAnchor(box, pages, question)
  const nameOf = useNames(...(pages?.map((page) => page.names) ?? []))
  const selection = useSelection(JSON.stringify([asked.filter, asked.search]))
  const [cursor, setCursor] = useState<number | null>(null)
  const current = search.record ?? cursor
  const step = (by: number): void => {
    const index = rows.findIndex((r) => r.id === current)
    const next = rows[index < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, index + by))]
    if (!next) return
    setCursor(next.id)
    box.current?.querySelector(`[data-row="${next.id}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  useHotkeys({
    j: () => step(1),
    k: () => step(-1),
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: () => (cursor === null ? undefined : onOpen(cursor)),
    x: () => (cursor === null ? undefined : selection.toggle(cursor)),
  })
  const sort = search.sort ?? shape.sort
  const ordered = library.find(sort.replace(/^-/, ''))
  const none = query.isSuccess && rows.length === 0
  return (
    <div className="lib-body">
      {shape.can.includes('bulk') && selection.ids.size > 0 && (
        <SelectionBar library={library} asked={asked} selection={selection} nameOf={nameOf} />
      )}
      <div className="card lib-frame">
        {/* Scrolls by keyboard as well: the keys that move the cursor bring its row into sight. */}
        <div
          className={query.isPlaceholderData ? 'lib-box lib-stale' : 'lib-box'}
          ref={box}
          role="region"
          aria-label={`${shape.name}列表`}
          tabIndex={-1}
        >
          <Edge
            more={query.hasPreviousPage}
            busy={query.isFetchingPreviousPage}
            onReach={() => query.fetchPreviousPage()}
            root={box}
            words="前面还有"
          />
          {query.isPending && <Waiting what={shape.name} />}
          {query.error && rows.length === 0 && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
          {rows.length === 0 ? null : phone ? (
            <Cards columns={columns} rows={rows} nameOf={nameOf} onOpen={onOpen} />
          ) : (
            <Table
              library={library}
              columns={columns}
              rows={rows}
              nameOf={nameOf}
              sort={sort}
              current={current}
              selection={shape.can.includes('bulk') ? selection : null}
              onSort={(next) => onChange({ sort: next })}
              onOpen={onOpen}
            />
          )}
          {none && at !== null && (
            <Empty title="这之后没有了">
              <button type="button" className="link" onClick={() => jump(null)}>
                回到开头
              </button>
            </Empty>
          )}
          {none && at === null && <EmptyList library={library} search={search} onChange={onChange} />}
          {query.isFetchNextPageError && <ErrorNote error={query.error} retry={() => void query.fetchNextPage()} />}
          <Edge
            more={query.hasNextPage}
            busy={query.isFetchingNextPage}
            onReach={() => query.fetchNextPage()}
            root={box}
            words="后面还有"
          />
        </div>
        {!query.isPlaceholderData && (query.hasNextPage || query.hasPreviousPage || at !== null) && (
          <Suspense fallback={null}>
            <JumpStrip key={sort} field={ordered} at={at} onJump={jump} />
          </Suspense>
        )}
      </div>
    </div>
  )
}
