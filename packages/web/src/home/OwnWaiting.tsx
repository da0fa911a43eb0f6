import type { Home } from '@yipanqi/model'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { day } from '../format/dates.ts'
import { useMe } from '../session/me.ts'
import { groupWaiting } from './waiting.ts'

/** Own ledgers that wait, on homes whose first list is of another kind. */
export function OwnWaiting({ home }: { home: Home }): ReactNode {
  const { today } = useMe()
  const groups = groupWaiting(home.waiting.filter((item) => item.own !== undefined))
  if (groups.length === 0) return null
  return (
    <section className="card" aria-label="自建台账">
      {groups.map((group) => (
        <div className="waiting-group" key={group.words}>
          <h2 className="section-title">
            {group.words} <span className="count">{group.items.length} 本</span>
          </h2>
          <ul>
            {group.items.map((item) => (
              <li key={item.own}>
                <Link to="/own-libraries/$id" params={{ id: item.own ?? '' }} className="waiting-item">
                  <span className="grow">{item.title}</span>
                  {item.due && <span className="small mute">{day(item.due, today)}到期</span>}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
