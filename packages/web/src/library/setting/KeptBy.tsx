import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { LibraryView } from '../fields/view.ts'
import { settingQuery } from './queries.ts'

const KeepersDialog = lazy(() => import('./KeepersDialog.tsx').then((m) => ({ default: m.KeepersDialog })))

/** 谁保管 this ledger: whom to ring up when a record is wrong. The office may give it to others. */
export function KeptBy({ library }: { library: LibraryView }): ReactNode {
  const { data: setting } = useQuery(settingQuery(library.shape.id))
  const [open, setOpen] = useState(false)
  if (!setting) return null
  const { keepers, mayChange } = setting
  if (keepers.length === 0 && !mayChange) return null
  const words = keepers.length > 0 ? `${keepers.map((k) => k.short).join('、')}保管` : '未定保管单位'
  return (
    <span className="mute lib-kept">
      {words}
      {mayChange && (
        <>
          {' '}
          <button type="button" className="link no-print" aria-label="改保管单位" onClick={() => setOpen(true)}>
            改
          </button>
        </>
      )}
      {open && (
        <Suspense fallback={null}>
          <KeepersDialog library={library} setting={setting} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </span>
  )
}
