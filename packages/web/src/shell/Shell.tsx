import { Outlet, useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import { ApiError } from '../api/errors.ts'
import { useLive } from '../api/live.ts'
import { sessionEnded } from '../session/ended.ts'
import { MeProvider, useMeQuery } from '../session/me.ts'
import { ErrorNote, Waiting } from '../ui/Notes.tsx'
import { useHotkeys } from '../ui/hotkeys.ts'
import { BottomTabs } from './BottomTabs.tsx'
import { LinkNote } from './LinkNote.tsx'
import { TopBar } from './TopBar.tsx'

const SearchPalette = lazy(() => import('./SearchPalette.tsx').then((m) => ({ default: m.SearchPalette })))
const MatterDrawer = lazy(() => import('../matters/MatterDrawer.tsx').then((m) => ({ default: m.MatterDrawer })))

export function Shell(): ReactNode {
  const me = useMeQuery()
  const ended = useSyncExternalStore(sessionEnded.subscribe, sessionEnded.get)
  const location = useLocation()
  const navigate = useNavigate()
  const { matter } = useSearch({ from: '/shell' })
  const [searching, setSearching] = useState(false)
  useLive(me.isSuccess && !ended)
  // A page with a search of its own gets the stroke; ⌘K always finds anything.
  const slash = (): void => {
    const own = document.querySelector<HTMLInputElement>('input[data-slash], [data-slash] input')
    own?.focus()
    own?.select()
    if (!own) setSearching(true)
  }
  useHotkeys({ 'mod+k': () => setSearching(true), '/': slash }, me.isSuccess)

  const nobody = me.error instanceof ApiError && me.error.status === 401
  const out = nobody || ended
  const leave = useEffectEvent(() => {
    const from = location.href === '/' ? {} : { from: location.href }
    void navigate({ to: '/login', search: { ...from, ...(ended ? { ended: true as const } : {}) }, replace: true })
  })
  useEffect(() => {
    if (out) leave()
  }, [out])
  if (out) return <Waiting what="登录页" />
  if (me.error) {
    return (
      <main className="page">
        <ErrorNote error={me.error} retry={() => void me.refetch()} />
      </main>
    )
  }
  if (!me.data) return <Waiting what="账号信息" />

  const closeMatter = (): void => {
    void navigate({ to: '.', search: (old: Record<string, unknown>) => ({ ...old, matter: undefined }) })
  }
  return (
    <MeProvider value={me.data}>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <TopBar onSearch={() => setSearching(true)} />
      <LinkNote />
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<Waiting what="页面" />}>
          <Outlet />
        </Suspense>
      </main>
      <BottomTabs onSearch={() => setSearching(true)} />
      <Suspense fallback={null}>
        {searching && <SearchPalette onClose={() => setSearching(false)} />}
        {matter !== undefined && <MatterDrawer id={matter} onClose={closeMatter} />}
      </Suspense>
    </MeProvider>
  )
}
