import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { inForce } from '@yipanqi/model/words.ts'
import type { ReactNode } from 'react'
import { homeQuery } from '../api/queries.ts'
import { countWords } from '../format/numbers.ts'
import { useMe } from '../session/me.ts'
import { adminRooms } from './admin-rooms.ts'
import { AccountMenu } from './AccountMenu.tsx'

const mac = /Mac|iPhone|iPad/.test(navigator.userAgent)

export function TopBar({ onSearch }: { onSearch: () => void }): ReactNode {
  const me = useMe()
  const home = useQuery(homeQuery)
  const rooms = adminRooms(me.account.post)
  const { pathname } = useLocation()
  /** Rooms that are entered from a column without lying below its address. */
  const within = (...paths: string[]) => (paths.some((path) => pathname.startsWith(path)) ? 'active' : '')
  const waiting = home.data?.waitingTotal ?? 0
  return (
    <header className="topbar no-print">
      <Link to="/" className="mark">
        一盘棋<span className="county">{me.county.name}</span>
      </Link>
      <nav className="topnav" aria-label="主要栏目">
        <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
          首页
        </Link>
        {rooms.map((room) => (
          <Link key={room.to} to={room.to} activeOptions={{ includeSearch: false }}>
            {room.words}
          </Link>
        ))}
        {rooms.length === 0 && (
          <>
            <Link to="/documents" className={within('/lexicon')}>
              讲话·文件
            </Link>
            <Link to="/matters" search={{ state: inForce.join(',') }} activeOptions={{ includeSearch: false }}>
              清单
            </Link>
            <Link to="/libraries" className={within('/leaders')}>
              台账
            </Link>
          </>
        )}
      </nav>
      {/* Administrators keep the house: there is no business for them to find or to do. */}
      {rooms.length > 0 ? (
        <span className="find-none" />
      ) : (
        <>
          <button type="button" className="find" onClick={onSearch}>
            <span>找事项、企业、项目…</span>
            <kbd>{mac ? '⌘K' : 'Ctrl K'}</kbd>
          </button>
          <Link to="/" hash="waiting" className="waiting-link">
            待我办
            {waiting > 0 && <b>{countWords({ value: waiting, exact: true })}</b>}
          </Link>
        </>
      )}
      <AccountMenu />
    </header>
  )
}
