import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { OwnDetail } from '@yipanqi/model/libraries/own/api.ts'
import { ownStateWords, proposalStateWords } from '@yipanqi/model/libraries/own/words.ts'
import type { ReactNode } from 'react'
import { fullDay } from '../../format/dates.ts'
import { ErrorNote, Waiting } from '../../ui/Notes.tsx'
import { useTitle } from '../../ui/title.ts'
import { ownQuery } from './api.ts'
import { FieldTable } from './FieldTable.tsx'
import { Objections } from './Objections.tsx'
import { endNote, endWords } from './end-note.ts'
import { OwnActions } from './OwnActions.tsx'
import './design.css'

/** One ledger of the county's own: what it asks, who approved it until when, what waits, what was sent back. */
export function OwnLibraryPage(): ReactNode {
  const { id } = useParams({ from: '/shell/own-libraries/$id' })
  const query = useQuery(ownQuery(id))
  useTitle(query.data?.name ?? '自建台账')
  if (query.error)
    return (
      <div className="page">
        <ErrorNote error={query.error} retry={() => void query.refetch()} />
      </div>
    )
  if (!query.data) return <Waiting what="自建台账" />
  const own = query.data
  const note = endNote(own)
  return (
    <div className="page">
      <header className="page-head">
        <Link to="/own-libraries" className="lib-back no-print">
          自建台账
        </Link>
        <h1>{own.name}</h1>
        <span className={`m-state own-state-${own.state}`}>{ownStateWords[own.state]}</span>
        <span className="mute">
          {[own.unit?.short && `${own.unit.short}起草`, endWords(own)].filter(Boolean).join('，')}
        </span>
        {own.definition !== null && (
          <Link to="/libraries/$library" params={{ library: own.id }} className="lib-act own-acts">
            打开台账
          </Link>
        )}
      </header>
      {note !== null && (
        <p className={own.state === 'ended' ? 'note note-warn' : 'note note-info'} role="status">
          {note}
        </p>
      )}
      <OwnActions own={own} />
      {own.open && <OpenProposal own={own} />}
      {own.definition && (
        <section className="card own-card" aria-labelledby="own-in-force">
          <h2 className="section-title" id="own-in-force">
            {own.open ? '现在用的栏目' : '栏目'}
          </h2>
          <FieldTable own={own} fields={own.definition.fields} findings={own.versions[0]?.findings ?? []} mayObject />
        </section>
      )}
      <Objections own={own} />
      <Versions own={own} />
    </div>
  )
}

function OpenProposal({ own }: { own: OwnDetail }): ReactNode {
  const open = own.open as NonNullable<OwnDetail['open']>
  return (
    <section className="card own-card" aria-labelledby="own-open">
      <h2 className="section-title" id="own-open">
        方案 <span className={`m-state own-state-${open.state}`}>{proposalStateWords[open.state]}</span>
      </h2>
      <div className="own-about">
        <p>
          {open.draftedBy ?? '系统'}
          {open.unit ? `（${open.unit.short}）` : ''}起草，拟用到 {fullDay(open.endsOn)}。为什么要建：{open.reason}
        </p>
        {open.state === 'returned' && open.note && (
          <p className="note note-error">
            {open.decidedBy ?? '审批人'}退回：{open.note}
          </p>
        )}
      </div>
      <FieldTable own={own} fields={open.definition.fields} findings={open.findings} />
    </section>
  )
}

function Versions({ own }: { own: OwnDetail }): ReactNode {
  if (own.versions.length === 0) return null
  return (
    <section className="card own-card" aria-labelledby="own-versions">
      <h2 className="section-title" id="own-versions">
        审批记录
      </h2>
      <ol className="own-versions">
        {own.versions.map((v) => (
          <li key={v.id}>
            第 {v.number} 版：{v.decidedAt ? fullDay(v.decidedAt.slice(0, 10)) : ''} {v.decidedBy ?? ''}批准，用到{' '}
            {fullDay(v.endsOn)}，{v.definition.fields.filter((f) => !f.retired).length} 栏；{v.draftedBy ?? '系统'}起草
            {v.note ? `；意见：${v.note}` : ''}
          </li>
        ))}
      </ol>
    </section>
  )
}
