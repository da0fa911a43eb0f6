import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { usePhone } from '../ui/phone.ts'
import { ErrorNote, Waiting } from '../ui/Notes.tsx'
import { useTitle } from '../ui/title.ts'
import { columnsOf } from './list/columns.ts'
import { ListView } from './list/ListView.tsx'
import { askedOf, type LibrarySearch, type Tab } from './question/search.ts'
import { Board, Funnel, MapView } from './slots.ts'
import { LibraryHead } from './LibraryHead.tsx'
import { Question } from './Question.tsx'
import { useLibrary } from './use-library.ts'
import type { LibraryView } from './fields/view.ts'
import './library.css'

const RecordDrawer = lazy(() => import('./record/RecordDrawer.tsx').then((m) => ({ default: m.RecordDrawer })))

/** One ledger. Everything that narrows or orders it stands in the address. */
export function LibraryPage(): ReactNode {
  const { library: id } = useParams({ from: '/shell/libraries/$library' })
  const query = useLibrary(id)
  useTitle(query.data?.shape.name ?? '台账')
  if (query.error) {
    return (
      <div className="page">
        <ErrorNote error={query.error} retry={() => void query.refetch()} />
      </div>
    )
  }
  if (!query.data) return <Waiting what="台账" />
  return <Opened key={id} library={query.data} />
}

export type Change = (next: Partial<{ [K in keyof LibrarySearch]: LibrarySearch[K] | undefined }>) => void

function Opened({ library }: { library: LibraryView }): ReactNode {
  const search = useSearch({ from: '/shell/libraries/$library' }) as LibrarySearch
  const navigate = useNavigate()
  const phone = usePhone()
  const change: Change = (next) =>
    void navigate({
      to: '.',
      search: (old: LibrarySearch) =>
        Object.fromEntries(Object.entries({ ...old, ...next }).filter(([, value]) => value !== undefined)),
      replace: next.record === undefined,
    })
  const open = (record: number): void => {
    // A matter has a page of its own, with all that may be done about it.
    if (library.shape.id === 'matters') {
      void navigate({ to: '.', search: (old: Record<string, unknown>) => ({ ...old, matter: record }) })
      return
    }
    if (phone) {
      void navigate({ to: '/libraries/$library/$id', params: { library: library.shape.id, id: String(record) } })
    } else change({ record })
  }
  const columns = columnsOf(library, search)
  const asked = askedOf(
    // Unasked, the order is the ledger's own, which only the server knows in full (the newest first).
    search,
    columns.map((c) => c.name).filter((name) => name !== 'stage'),
  )
  const tab: Tab = search.tab ?? 'list'
  const Sight = { list: null, board: Board, funnel: Funnel, map: MapView }[tab]
  return (
    <div className={tab === 'list' && search.by === undefined ? 'page lib-page lib-fixed' : 'page lib-page'}>
      <LibraryHead library={library} search={search} asked={asked} onChange={change} />
      <Question library={library} search={search} onChange={change} />
      {Sight ? (
        <Suspense fallback={<Waiting what={library.shape.name} />}>
          <Sight library={library} asked={asked} onOpen={open} />
        </Suspense>
      ) : (
        <ListView library={library} search={search} columns={columns} asked={asked} onChange={change} onOpen={open} />
      )}
      <Suspense fallback={null}>
        {search.record !== undefined && (
          <RecordDrawer library={library} id={search.record} onClose={() => change({ record: undefined })} />
        )}
      </Suspense>
    </div>
  )
}
