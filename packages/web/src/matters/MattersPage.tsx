import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { mattersQuery } from '../api/queries.ts'
import { countWords } from '../format/numbers.ts'
import { More } from '../ui/More.tsx'
import { Empty, ErrorNote, Waiting } from '../ui/Notes.tsx'
import { useTitle } from '../ui/title.ts'
import { askedOf, type ListSearch } from './list-search.ts'
import { MatterRow } from './MatterRow.tsx'
import { PresetChips } from './PresetChips.tsx'
import './list.css'

const MatterTools = lazy(() => import('./MatterTools.tsx').then((m) => ({ default: m.MatterTools })))
const MoreQuestions = lazy(() => import('./MoreQuestions.tsx').then((m) => ({ default: m.MoreQuestions })))

/** 清单: every filter stands in the address, so that a view can be kept or sent. */
export function MattersPage(): ReactNode {
  useTitle('清单')
  const { matter, ...search } = useSearch({ from: '/shell/matters' }) as ListSearch & { matter?: number }
  const navigate = useNavigate()
  const change = (next: ListSearch): void => void navigate({ to: '/matters', search: next, replace: true })
  const query = useInfiniteQuery(mattersQuery({ ...askedOf(search), sort: search.sort ?? 'deadline' }))
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const total = query.data?.pages[0]?.count
  const filtered = Object.keys(search).some((key) => key !== 'sort')
  return (
    <div className="page list-page">
      <div className="page-head">
        <h1>清单</h1>
        <span className="mute" role="status">
          {total ? `${countWords(total)} 项` : ''}
        </span>
        <Suspense fallback={null}>
          <MatterTools search={search} onChange={change} />
        </Suspense>
      </div>
      <PresetChips search={search} onChange={change} />
      <Suspense fallback={<div className="filter-bar filter-wait no-print" aria-hidden="true" />}>
        <MoreQuestions search={search} onChange={change} />
      </Suspense>
      {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Waiting what="清单" />}
      {query.isSuccess && (
        <div className="card list-card">
          <div className="list-head" aria-hidden="true">
            <span />
            <span>事项 · 单位 · 牵头县领导</span>
            <span>进度</span>
            <span>完成时限</span>
          </div>
          <ul>
            {rows.map((row) => (
              <MatterRow
                key={row.id}
                matter={row}
                selected={row.id === matter}
                onPick={() =>
                  void navigate({ to: '.', search: (old: Record<string, unknown>) => ({ ...old, matter: row.id }) })
                }
              />
            ))}
          </ul>
          {rows.length === 0 && (
            <Empty title={filtered ? '没有符合条件的事项' : '还没有事项'}>
              {filtered ? (
                <button type="button" className="link" onClick={() => change({})}>
                  清除全部条件
                </button>
              ) : (
                '文件印发后，事项会列在这里。'
              )}
            </Empty>
          )}
          <More query={query} />
        </div>
      )}
    </div>
  )
}
