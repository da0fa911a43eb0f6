import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { OwnItem } from '@yipanqi/model/libraries/own/api.ts'
import { ownStateWords } from '@yipanqi/model/libraries/own/words.ts'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Empty, ErrorNote, Waiting } from '../../ui/Notes.tsx'
import { useTitle } from '../../ui/title.ts'
import { ownListQuery } from './api.ts'
import { endWords } from './end-note.ts'
import './design.css'

const RulesDialog = lazy(() => import('./RulesDialog.tsx').then((m) => ({ default: m.RulesDialog })))

/** 自建台账: what the county made itself, until when, and what waits for somebody. */
export function OwnLibrariesPage(): ReactNode {
  useTitle('自建台账')
  const query = useQuery(ownListQuery)
  const list = query.data
  const [rules, setRules] = useState(false)
  return (
    <div className="page">
      <div className="page-head">
        <Link to="/libraries" className="lib-back no-print">
          台账
        </Link>
        <h1>自建台账</h1>
        <span className="mute" role="status">
          {list ? `${list.items.length} 本` : ''}
        </span>
        {list?.mayDraft && (
          <span className="own-acts no-print">
            <Link to="/own-libraries/new" search={{ kind: 'extra' }} className="lib-act">
              给已有台账加栏目
            </Link>
            <Link to="/own-libraries/new" className="button-link">
              新建台账
            </Link>
          </span>
        )}
      </div>
      {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Waiting what="自建台账" />}
      {list && (
        <p className="note note-info">
          县里自建的台账和增加的栏目，先做减负审核、再由{list.approvers.join('或')}审批，一次最多用 {list.longestDays}{' '}
          天，到期自动停用：不能再填，已填的仍可查看、导出。{' '}
          <button type="button" className="link no-print" onClick={() => setRules(true)}>
            看或改规矩
          </button>
        </p>
      )}
      {list && list.items.length > 0 && (
        <ul className="card own-list">
          {list.items.map((item) => (
            <OwnLine key={item.id} item={item} />
          ))}
        </ul>
      )}
      {list?.items.length === 0 && (
        <div className="card">
          <Empty title="县里还没有自建台账">
            先看看现有台账有没有这些数；确实没有的，再新建一本，或给已有台账加一两栏。
          </Empty>
        </div>
      )}
      {rules && (
        <Suspense fallback={null}>
          <RulesDialog onClose={() => setRules(false)} />
        </Suspense>
      )}
    </div>
  )
}

function OwnLine({ item }: { item: OwnItem }): ReactNode {
  return (
    <li>
      <Link to="/own-libraries/$id" params={{ id: item.id }} className="own-line">
        <span className="own-name">
          {item.name}
          <span className={`m-state own-state-${item.state}`}>{ownStateWords[item.state]}</span>
          {item.waiting && item.state !== 'proposed' && (
            <span className="m-state own-state-proposed">新方案待审批</span>
          )}
        </span>
        <span className="mute own-purpose">{item.purpose}</span>
        <span className="small">{item.unit?.short ?? ''}</span>
        <span className="small">{item.fields} 栏</span>
        <span className="small own-end">{endWords(item)}</span>
        {item.objections > 0 && <span className="own-back">退回 {item.objections} 栏待答复</span>}
      </Link>
    </li>
  )
}
