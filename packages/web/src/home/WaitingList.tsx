import type { Home } from '@yipanqi/model'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { day } from '../format/dates.ts'
import { useMe } from '../session/me.ts'
import { Empty } from '../ui/Notes.tsx'
import { groupWaiting, placeOf, type WaitingItem } from './waiting.ts'

const few = 6

/** 待我办, by kind of action. */
export function WaitingList({ home, without = [] }: { home: Home; without?: WaitingItem['what'][] }): ReactNode {
  const left = home.waiting.filter((item) => !without.includes(item.what))
  const groups = groupWaiting(left)
  const total = home.waitingTotal - (home.waiting.length - left.length)
  return (
    <section className="card" id="waiting" aria-labelledby="waiting-title">
      <h2 className="section-title" id="waiting-title">
        待我办 <span className="count">{total} 项</span>
      </h2>
      {groups.map((group) => (
        <Group key={group.words} words={group.words} items={group.items} />
      ))}
      {groups.length === 0 && <Empty title="现在没有等您办的事">有新的交办、答复或核查时，这里和顶栏都会显示。</Empty>}
    </section>
  )
}

function Group({ words, items }: { words: string; items: WaitingItem[] }): ReactNode {
  const { today } = useMe()
  const [all, setAll] = useState(false)
  const shown = all ? items : items.slice(0, few)
  return (
    <div className="waiting-group">
      <h3>
        {/* 待答复 2 项 counts by itself. */}
        {words} {!/\d/.test(words) && <span className="count">{items.length}</span>}
      </h3>
      <ul>
        {shown.map((item) => {
          const place = placeOf(item)
          return (
            <li key={`${item.matter}-${item.document}-${item.own}-${item.title}`}>
              <Link to={place.to} params={{ id: place.id }} className="waiting-item">
                <span className="grow">{item.title}</span>
                {item.due && (
                  <span className={item.due < today ? 'small ink-red' : 'small mute'}>
                    {item.due < today ? `应于 ${day(item.due, today)}` : `${day(item.due, today)} 前`}
                  </span>
                )}
              </Link>
            </li>
          )
        })}
      </ul>
      {!all && items.length > few && (
        <button type="button" className="link waiting-more" onClick={() => setAll(true)}>
          还有 {items.length - few} 项
        </button>
      )}
    </div>
  )
}
