import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { viewsQuery } from '../api.ts'
import type { LibraryView } from '../fields/view.ts'
import { fromView, type LibrarySearch, sameView, toView } from '../question/search.ts'
import type { View } from '../shapes.ts'
import './views.css'

const SaveView = lazy(() => import('./SaveView.tsx').then((m) => ({ default: m.SaveView })))

/** 视图: one's own and the shared ways to look at this ledger. */
export function ViewMenu({
  library,
  search,
  onPick,
  onRemoved,
}: {
  library: LibraryView
  search: LibrarySearch
  /** Another view is chosen (null: none any more): what it asks, and which it is. */
  onPick: (search: LibrarySearch, view: number | undefined) => void
  /** Shows what was taken off the ledger. */
  onRemoved?: () => void
}): ReactNode {
  const views = useQuery(viewsQuery(library.shape.id))
  const [open, setOpen] = useState(false)
  const [saving, setSaving] = useState<View | 'new' | null>(null)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!open) return
    const close = (event: Event): void => {
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !box.current?.contains(event.target as Node))
        setOpen(false)
    }
    document.addEventListener('keydown', close)
    document.addEventListener('pointerdown', close)
    return () => {
      document.removeEventListener('keydown', close)
      document.removeEventListener('pointerdown', close)
    }
  }, [open])
  const list = views.data ?? []
  const chosen = list.find((v) => v.id === search.view)
  const changed = chosen !== undefined && !sameView(fromView(chosen.query), search)
  const plain = Object.keys(toView(search)).length === 0
  const pick = (view: View | null): void => {
    onPick(view ? fromView(view.query) : {}, view?.id)
    setOpen(false)
  }
  const save = (what: View | 'new'): void => {
    setSaving(what)
    setOpen(false)
  }
  const part = (title: string, some: readonly View[]): ReactNode =>
    some.length > 0 && (
      <>
        <div className="view-part">{title}</div>
        {some.map((view) => (
          <div key={view.id} className="view-line">
            <button
              type="button"
              className={view.id === search.view ? 'view-on' : undefined}
              onClick={() => pick(view)}
            >
              {view.name}
            </button>
            {view.mine && (
              <button type="button" className="link" aria-label={`改视图“${view.name}”`} onClick={() => save(view)}>
                改
              </button>
            )}
          </div>
        ))}
      </>
    )
  return (
    <div className="view-menu" ref={box}>
      <button
        type="button"
        className={chosen ? 'lib-tool lib-tool-on' : 'lib-tool'}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {chosen ? `视图：${chosen.name}${changed ? '（已改动）' : ''}` : '视图'}
      </button>
      {open && (
        <div className="view-list">
          {part(
            '我的',
            list.filter((v) => v.mine),
          )}
          {part(
            '共享',
            list.filter((v) => !v.mine),
          )}
          {list.length === 0 && <p className="mute small view-none">常用的筛选和栏目可以存成视图，下次一点就到。</p>}
          <div className="view-foot">
            {!plain && (
              <button type="button" onClick={() => save('new')}>
                把现在的样子存成视图
              </button>
            )}
            {onRemoved && !search.removed && (
              <button
                type="button"
                onClick={() => {
                  onRemoved()
                  setOpen(false)
                }}
              >
                看已移出台账的
              </button>
            )}
            {(chosen ?? !plain) && (
              <button type="button" onClick={() => pick(null)}>
                回到默认列表
              </button>
            )}
          </div>
        </div>
      )}
      <Suspense fallback={null}>
        {saving !== null && (
          <SaveView
            library={library}
            search={search}
            view={saving === 'new' ? null : saving}
            onDone={(view) => {
              setSaving(null)
              if (view !== undefined) onPick(search, view ?? undefined)
            }}
          />
        )}
      </Suspense>
    </div>
  )
}
