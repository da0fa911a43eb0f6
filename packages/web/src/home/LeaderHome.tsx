import type { Home } from '@yipanqi/model'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { mattersQuery } from '../api/queries.ts'
import { MatterRow } from '../matters/MatterRow.tsx'
import { useMe } from '../session/me.ts'
import { RecentDocuments } from './RecentDocuments.tsx'
import { RedList } from './RedList.tsx'
import { OwnWaiting } from './OwnWaiting.tsx'
import { TallyHead } from './TallyHead.tsx'

/** A leader has two minutes and a phone: the documents and their lights, my reds, who waits for my word. */
export function LeaderHome({ home }: { home: Home }): ReactNode {
  const me = useMe()
  const navigate = useNavigate()
  const mine = home.redOf === 'mine'
  const closing = useInfiniteQuery(
    mattersQuery({ state: 'closing', leader: me.leader ?? undefined, sort: 'deadline' }, 100),
  )
  const asking = (closing.data?.pages.flatMap((page) => page.items) ?? []).filter((m) => m.key)
  return (
    <div className="page home home-narrow">
      <TallyHead tally={home.tally} title={`${me.county.name}事项落实情况`} />
      {asking.length > 0 && (
        <section className="card" id="waiting" aria-label="谁在等我拍板">
          <h2 className="section-title">
            谁在等我拍板 <span className="count">{asking.length} 项重点事项申请办结，须您同意</span>
          </h2>
          <ul>
            {asking.map((matter) => (
              <MatterRow
                key={matter.id}
                matter={matter}
                onPick={() => void navigate({ to: '.', search: { matter: matter.id } })}
              />
            ))}
          </ul>
        </section>
      )}
      <OwnWaiting home={home} />
      <RedList
        title={mine ? '我分管的红灯' : '全县红灯'}
        matters={home.red}
        total={mine ? home.red.length : home.tally.red}
        empty="没有红灯事项"
        search={{ light: 'red', ...(mine && me.leader !== null ? { leader: me.leader } : {}) }}
      />
      <RecentDocuments documents={home.documents} />
    </div>
  )
}
