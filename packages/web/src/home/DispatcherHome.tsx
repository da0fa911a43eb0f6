import type { Home } from '@yipanqi/model'
import type { ReactNode } from 'react'
import { TallyHead } from './TallyHead.tsx'
import { RecentDocuments } from './RecentDocuments.tsx'
import { RedList } from './RedList.tsx'
import { WaitingList } from './WaitingList.tsx'

/** 财经办: what is red, what waits for me, what runs. */
export function DispatcherHome({ home }: { home: Home }): ReactNode {
  return (
    <div className="page home">
      <TallyHead tally={home.tally} title="全县事项落实情况" />
      <div className="home-columns">
        <div className="stack">
          <RedList
            title="红灯"
            matters={home.red}
            total={home.tally.red}
            empty="没有红灯事项"
            search={{ light: 'red' }}
          />
          <RecentDocuments documents={home.documents} canAdd />
        </div>
        <WaitingList home={home} />
      </div>
    </div>
  )
}
