import type { LeaderDirectory, LeaderFull } from '@yipanqi/model'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { get } from '../api/client.ts'
import { fullDay } from '../format/dates.ts'
import { useMe } from '../session/me.ts'
import { Empty, ErrorNote, Waiting } from '../ui/Notes.tsx'
import { useTitle } from '../ui/title.ts'
import { AddDialog, ChangeDialog, LeaveDialog } from './LeaderDialogs.tsx'
import '../library/library.css'
import './leaders.css'

const leaderHistoryQuery = queryOptions({
  queryKey: ['leaders', 'history'],
  queryFn: ({ signal }) => get<LeaderDirectory>('/leaders/history', {}, signal),
})

type Doing = { readonly what: 'add' } | { readonly what: 'change' | 'leave'; readonly leader: LeaderFull }

/** 县领导分工: the office enters what the document says; drafts take the 牵头县领导 from here. */
export function LeadersPage(): ReactNode {
  useTitle('县领导分工')
  const { today } = useMe()
  const query = useQuery(leaderHistoryQuery)
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = (): void => setDoing(null)
  const all = query.data?.items ?? []
  const serving = all.filter((leader) => leader.validTo === null || leader.validTo >= today)
  const left = all.filter((leader) => !serving.includes(leader))
  return (
    <div className="page">
      <div className="page-head">
        <Link to="/libraries" className="lib-back no-print">
          台账
        </Link>
        <h1>县领导分工</h1>
        <span className="mute">拟稿时按这里找牵头县领导；照印发的分工文件登记</span>
        {query.isSuccess && (
          <span className="button-end no-print">
            <Button type="primary" onClick={() => setDoing({ what: 'add' })}>
              新到任
            </Button>
          </span>
        )}
      </div>
      {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Waiting what="县领导分工" />}
      {query.isSuccess && serving.length === 0 && (
        <div className="card">
          <Empty title="还没有登记县领导">点“新到任”，照分工文件逐位登记姓名、职务、分管的工作和单位。</Empty>
        </div>
      )}
      {serving.length > 0 && (
        <ul className="card">
          {serving.map((leader) => (
            <LeaderLine key={leader.id} leader={leader} act={(what) => setDoing({ what, leader })} />
          ))}
        </ul>
      )}
      {left.length > 0 && (
        <details className="card leaders-left">
          <summary>已离任 {left.length} 位</summary>
          <ul>
            {left.map((leader) => (
              <LeaderLine key={leader.id} leader={leader} />
            ))}
          </ul>
        </details>
      )}
      {doing?.what === 'add' && <AddDialog onClose={close} />}
      {doing?.what === 'change' && <ChangeDialog leader={doing.leader} onClose={close} />}
      {doing?.what === 'leave' && <LeaveDialog leader={doing.leader} onClose={close} />}
    </div>
  )
}

function LeaderLine({ leader, act }: { leader: LeaderFull; act?: (what: 'change' | 'leave') => void }): ReactNode {
  const { today } = useMe()
  return (
    <li className="leader-line">
      <div className="leader-who">
        <b>{leader.name}</b>
        <span>{leader.post}</span>
        <span className="small mute">{daysOf(leader, today)}</span>
      </div>
      <div className="leader-what">
        <p>{leader.portfolio || <span className="mute">没有写分管的工作</span>}</p>
        <p className="mute">{leader.units.map((unit) => unit.short).join('、') || '没有分管单位'}</p>
        {leader.open > 0 && (
          <p className="small">
            牵头在办的事项 {leader.open} 项{act ? '' : '，请另定牵头县领导'}
          </p>
        )}
        {leader.past.length > 0 && (
          <details>
            <summary className="small">以前的分工</summary>
            <ul className="plain-list">
              {leader.past.map((term) => (
                <li key={term.until} className="small">
                  到{fullDay(term.until)}：{term.post}；{term.portfolio || '没有写分管的工作'}；
                  {term.units.map((unit) => unit.short).join('、') || '没有分管单位'}（{term.basis}）
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {act && (
        <div className="leader-acts no-print">
          <Button aria-label={`调整分工：${leader.name}`} onClick={() => act('change')}>
            调整分工
          </Button>
          <Button aria-label={`离任：${leader.name}`} onClick={() => act('leave')}>
            离任
          </Button>
        </div>
      )}
    </li>
  )
}

function daysOf({ validFrom, validTo }: LeaderFull, today: string): string {
  if (validFrom > today) return `${fullDay(validFrom)}到任`
  return validTo === null ? `${fullDay(validFrom)}起` : `${fullDay(validFrom)}至${fullDay(validTo)}`
}
