import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lightWords, stateWords } from '@yipanqi/model/words.ts'
import type { ReactNode } from 'react'
import { matterQuery } from '../api/queries.ts'
import { Light } from '../ui/Light.tsx'
import { ErrorNote, Waiting } from '../ui/Notes.tsx'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { ActionBar } from './actions/ActionBar.tsx'
import { Facts } from './panel/Facts.tsx'
import { History } from './panel/History.tsx'
import { Sources } from './panel/Sources.tsx'
import { Steps } from './panel/Steps.tsx'
import { VerdictNote } from './panel/VerdictNote.tsx'
import { WhoCan } from './panel/WhoCan.tsx'
import { LinkedRecords } from './records/LinkedRecords.tsx'
import { MatterChanges } from './records/MatterChanges.tsx'
import './panel/panel.css'
import './row.css'

/** Everything about one matter, the same in the drawer and on its own page. */
export function MatterPanel({ id, heading: Heading = 'h2' }: { id: number; heading?: 'h1' | 'h2' }): ReactNode {
  const query = useQuery(matterQuery(id))
  if (query.error) return <ErrorNote error={query.error} retry={() => void query.refetch()} />
  const matter = query.data
  if (!matter) return <Waiting what="事项" />
  const Sub = Heading === 'h1' ? 'h2' : 'h3'
  return (
    <article className="panel" aria-label={matter.title}>
      <header className="panel-head">
        <div className="row">
          <Light light={matter.light} size={16} />
          {matter.light && matter.light !== 'done' && (
            <span className={`ink-${matter.light}`}>{lightWords[matter.light]}</span>
          )}
          <span className="m-state">{stateWords[matter.state]}</span>
          {matter.key && <span className="m-state">重点</span>}
          {matter.overdue && <span className="ink-red small">已逾期</span>}
          {matter.reworks > 0 && <span className="small ink-yellow">退回 {matter.reworks} 次</span>}
          <span className="mute small panel-number">{matter.number ?? '交办后编号'}</span>
        </div>
        <Heading className="panel-title">{matter.title}</Heading>
        {matter.progress && (
          <div className="panel-progress">
            <ProgressBar progress={matter.progress} light={matter.light} />
          </div>
        )}
      </header>
      <div className="why panel-why">
        <VerdictNote
          verdict={matter.verdict}
          light={matter.light}
          since={matter.lightSince}
          state={matter.state}
          doneWhen={matter.doneWhen}
        />
      </div>
      <div className="row panel-actions no-print">
        <ActionBar matter={matter} />
      </div>
      <WhoCan matter={matter} />
      <Facts matter={matter} />
      <Steps matter={matter} />
      {matter.children.length > 0 && (
        <>
          <Sub className="panel-sub">子项</Sub>
          <ul className="children">
            {matter.children.map((child) => (
              <li key={child.id} className="row">
                <Light light={child.light} />
                <Link to="/matters/$id" params={{ id: String(child.id) }}>
                  {child.title}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <Sub className="panel-sub">台账</Sub>
      <LinkedRecords matter={matter} />
      <Sub className="panel-sub">来源</Sub>
      <Sources matter={matter} />
      <Sub className="panel-sub">办理过程</Sub>
      <History events={matter.events} />
      <MatterChanges id={matter.id} />
    </article>
  )
}
