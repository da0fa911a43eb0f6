import type { Home } from '@yipanqi/model'
import { type Post, postWords } from '@yipanqi/model/words.ts'
import type { ReactNode } from 'react'
import { useMe } from '../session/me.ts'
import { RecentDocuments } from './RecentDocuments.tsx'
import { TallyHead } from './TallyHead.tsx'
import { WaitingList } from './WaitingList.tsx'

const administrators: readonly Post[] = ['system-admin', 'security-admin', 'audit-admin']

/** Roles that neither dispatch nor do nor verify read what they are allowed to see. */
export function ReaderHome({ home }: { home: Home }): ReactNode {
  const { account } = useMe()
  const apart = administrators.includes(account.post)
  return (
    <div className="page home home-narrow">
      {apart && home.tally.total === 0 ? (
        <section className="card tally-head">
          <h1>{postWords[account.post]}</h1>
          <p className="mute">
            三员分立：管理账号不看文件和事项内容。账号、密码和审计现在由值守人员用命令行办理，见运维手册。
          </p>
        </section>
      ) : (
        <TallyHead tally={home.tally} title="事项落实情况" />
      )}
      {home.waiting.length > 0 && <WaitingList home={home} />}
      {(!apart || home.documents.length > 0) && <RecentDocuments documents={home.documents} />}
    </div>
  )
}
