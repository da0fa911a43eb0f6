import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode } from 'react'
import { homeQuery } from '../api/queries.ts'
import { homeKind, useMe } from '../session/me.ts'
import { ErrorNote, Waiting } from '../ui/Notes.tsx'
import { useTitle } from '../ui/title.ts'
import { DispatcherHome } from './DispatcherHome.tsx'
import { LeaderHome } from './LeaderHome.tsx'
import { ReaderHome } from './ReaderHome.tsx'
import { UnitHome } from './UnitHome.tsx'
import { VerifierHome } from './VerifierHome.tsx'
import './home.css'

const AdminHome = lazy(() => import('../admin/AdminHome.tsx').then((m) => ({ default: m.AdminHome })))

const homes = {
  administrator: AdminHome,
  dispatcher: DispatcherHome,
  unit: UnitHome,
  leader: LeaderHome,
  verifier: VerifierHome,
  reader: ReaderHome,
}

/** What a person comes for first stands first: every role has its own. */
export function HomePage(): ReactNode {
  const me = useMe()
  const home = useQuery(homeQuery)
  useTitle('首页')
  if (home.error) {
    return (
      <div className="page">
        <ErrorNote error={home.error} retry={() => void home.refetch()} />
      </div>
    )
  }
  if (!home.data) return <Waiting what="首页" />
  const Home = homes[homeKind(me)]
  return <Home home={home.data} />
}
