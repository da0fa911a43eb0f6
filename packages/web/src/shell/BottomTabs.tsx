import { Link } from '@tanstack/react-router'
import { inForce } from '@yipanqi/model/words.ts'
import type { ReactNode } from 'react'
import { useMe } from '../session/me.ts'
import { adminRooms } from './admin-rooms.ts'

const icons = {
  home: 'M3 11 12 4l9 7v9h-6v-6H9v6H3z',
  document: 'M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h7',
  list: 'M4 6h2M9 6h11M4 12h2M9 12h11M4 18h2M9 18h11',
  ledger: 'M4 5h16v14H4zM4 10h16M9 10v9',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5',
}

function Icon({ name }: { name: keyof typeof icons }): ReactNode {
  return (
    <svg
      width="22"
      height="22"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={icons[name]} />
    </svg>
  )
}

/** The phone's navigation, within reach of the thumb. */
export function BottomTabs({ onSearch }: { onSearch: () => void }): ReactNode {
  const rooms = adminRooms(useMe().account.post)
  return (
    <nav className={rooms.length > 0 ? 'tabs tabs-few no-print' : 'tabs no-print'} aria-label="栏目">
      <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
        <Icon name="home" />
        首页
      </Link>
      {rooms.map((room) => (
        <Link key={room.to} to={room.to} activeOptions={{ includeSearch: false }}>
          <Icon name={room.to === '/admin/audit' ? 'ledger' : room.to === '/admin/units' ? 'list' : 'document'} />
          {room.words}
        </Link>
      ))}
      {rooms.length === 0 && <Business onSearch={onSearch} />}
    </nav>
  )
}

function Business({ onSearch }: { onSearch: () => void }): ReactNode {
  return (
    <>
      <Link to="/documents">
        <Icon name="document" />
        文件
      </Link>
      <Link to="/matters" search={{ state: inForce.join(',') }} activeOptions={{ includeSearch: false }}>
        <Icon name="list" />
        清单
      </Link>
      <Link to="/libraries">
        <Icon name="ledger" />
        台账
      </Link>
      <button type="button" onClick={onSearch}>
        <Icon name="search" />
        查找
      </button>
    </>
  )
}
