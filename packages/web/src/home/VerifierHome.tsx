import type { Home } from '@yipanqi/model'
import type { ReactNode } from 'react'
import { Empty } from '../ui/Notes.tsx'
import { RecentDocuments } from './RecentDocuments.tsx'
import { RedList } from './RedList.tsx'
import { VerifyCard } from './VerifyCard.tsx'
import { OwnWaiting } from './OwnWaiting.tsx'

/** 督查室: the queue, each with what was to be seen beside what is shown. */
export function VerifierHome({ home }: { home: Home }): ReactNode {
  const queue = home.waiting.filter((w) => w.what === 'verify' && w.matter !== null)
  return (
    <div className="page home home-narrow">
      <section className="card" id="waiting" aria-labelledby="queue">
        <h1 className="section-title" id="queue">
          待核查 <span className="count">{queue.length} 项</span>
        </h1>
        <ul>
          {queue.map((item) => (
            <VerifyCard key={item.matter} id={item.matter ?? 0} due={item.due} />
          ))}
        </ul>
        {queue.length === 0 && <Empty title="没有待核查的事项">单位申请办结后会排到这里。</Empty>}
      </section>
      <OwnWaiting home={home} />
      <RedList title="红灯" matters={home.red} total={home.tally.red} empty="没有红灯事项" search={{ light: 'red' }} />
      <RecentDocuments documents={home.documents} />
    </div>
  )
}
