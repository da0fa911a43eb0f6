import type { Home } from '@yipanqi/model'
import type { ReactNode } from 'react'
import { RecentDocuments } from './RecentDocuments.tsx'
import { TallyHead } from './TallyHead.tsx'
import { WaitingList } from './WaitingList.tsx'

/** Roles that neither dispatch nor do nor verify read what they are allowed to see. */
export function ReaderHome({ home }: { home: Home }): ReactNode {
  return (
    <div className="page home home-narrow">
      <TallyHead tally={home.tally} title="事项落实情况" />
      {home.waiting.length > 0 && <WaitingList home={home} />}
      <RecentDocuments documents={home.documents} />
    </div>
  )
}
