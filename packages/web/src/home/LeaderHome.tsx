import type { Home } from '@yipanqi/model'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { leadersQuery, mattersQuery } from '../api/queries.ts'
import { MatterRow } from '../matters/MatterRow.tsx'
import { useMe } from '../session/me.ts'
import { RecentDocuments } from './RecentDocuments.tsx'
import { RedList } from './RedList.tsx'
import { TallyHead } from './TallyHead.tsx'

/** A leader has two minutes and a phone: the documents and their lights, my reds, who waits for my word. */
export function LeaderHome({ home }: { home: Home }): ReactNode {
  const me = useMe()
  const navigate = useNavigate()
  const leaders = useQuery(leadersQuery)
  const self = leaders.data?.find((leader) => leader.name === me.account.display)
  const closing = useInfiniteQuery(mattersQuery({ state: 'closing', leader: self?.id, sort: 'deadline' }, 100))
  const asking = (closing.data?.pages.flatMap((page) => page.items) ?? []).filter((m) => m.key)
  const mine = self ? home.red.filter((m) => m.leader?.id === self.id) : home.red
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
      <RedList
        title={self ? '我分管的红灯' : '红灯'}
        matters={mine}
        total={mine.length}
        empty="没有红灯事项"
        search={{ light: 'red', ...(self ? { leader: self.id } : {}) }}
      />
      <RecentDocuments documents={home.documents} />
    </div>
  )
}
