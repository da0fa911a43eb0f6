import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { fullDay, moment } from '../../format/dates.ts'
import { useMe } from '../../session/me.ts'
import { ErrorNote, Waiting } from '../../ui/Notes.tsx'
import { pastQuery, recordQuery } from '../api.ts'
import type { LibraryView } from '../fields/view.ts'
import { StageDialog } from '../slots.ts'
import { useNames } from '../use-library.ts'
import { Changes } from './Changes.tsx'
import { RecordMatters } from './RecordMatters.tsx'
import { StageBar } from './StageBar.tsx'
import { Values } from './Values.tsx'
import './record.css'

const RecordForm = lazy(() => import('./RecordForm.tsx').then((m) => ({ default: m.RecordForm })))
const RestoreDialog = lazy(() => import('./RestoreDialog.tsx').then((m) => ({ default: m.RestoreDialog })))
const RemoveDialog = lazy(() => import('./RemoveDialog.tsx').then((m) => ({ default: m.RemoveDialog })))

interface Props {
  library: LibraryView
  id: number
  heading?: 'h1' | 'h2'
  onRemoved: () => void
}

/** Everything about one record, the same in the drawer and on its own page. */
export function RecordPanel({ library, id, heading: Heading = 'h2', onRemoved }: Props): ReactNode {
  const { today } = useMe()
  const query = useQuery(recordQuery(library.shape.id, id))
  const [date, setDate] = useState<string | null>(null)
  const past = useQuery({ ...pastQuery(library.shape.id, id, date ?? ''), enabled: date !== null })
  const [doing, setDoing] = useState<'edit' | 'stage' | 'remove' | 'restore' | null>(null)
  const nameOf = useNames(query.data?.names, past.data?.names)
  if (query.error) return <ErrorNote error={query.error} retry={() => void query.refetch()} />
  const record = query.data
  if (!record) return <Waiting what={library.shape.noun} />
  const can = new Set(record.can)
  const close = (): void => setDoing(null)
  const Sub = Heading === 'h1' ? 'h2' : 'h3'
  const title = record.title || `第 ${record.id} 号`
  if (doing === 'edit') {
    return (
      <Suspense fallback={<Waiting what="表单" />}>
        <Heading className="record-title">修改：{title}</Heading>
        <RecordForm library={library} record={record} nameOf={nameOf} onDone={close} onCancel={close} />
      </Suspense>
    )
  }
  const then = date === null ? null : past.data
  return (
    <article className="record" aria-label={title}>
      <header>
        <Heading className="record-title">{title}</Heading>
        <p className="mute small">最近变动 {moment(record.updatedAt, today)}</p>
      </header>
      {record.removed && (
        <div className="note note-warn">
          已于 {fullDay(record.removed)} 移出台账，列表和统计里不再有它。
          {can.has('restore') && (
            <button type="button" className="link no-print" onClick={() => setDoing('restore')}>
              放回台账
            </button>
          )}
        </div>
      )}
      {library.stage && (
        <StageBar library={library} stage={(then ?? record).stage} since={(then ?? record).stageSince} />
      )}
      <div className="row record-acts no-print">
        {can.has('stage') && (
          <Button type="primary" onClick={() => setDoing('stage')}>
            进阶
          </Button>
        )}
        {can.has('edit') && (
          <Button type={can.has('stage') ? 'default' : 'primary'} onClick={() => setDoing('edit')}>
            修改
          </Button>
        )}
        {can.has('remove') && (
          <Button danger onClick={() => setDoing('remove')}>
            移出台账
          </Button>
        )}
      </div>
      {date !== null && (
        <div className="note note-info record-past">
          <b>{fullDay(date)}当天的样子</b>
          {past.error ? <ErrorNote error={past.error} /> : null}
          {past.isPending && ' 正在取…'}
          <button type="button" className="link" onClick={() => setDate(null)}>
            回到现在
          </button>
        </div>
      )}
      {(date === null || then) && (
        <Values
          library={library}
          record={record}
          past={then ?? null}
          nameOf={nameOf}
          mayReveal={date === null && can.has('reveal')}
          heading={Sub}
        />
      )}
      <Sub className="record-sub">事项</Sub>
      <RecordMatters library={library} record={record} mayLink={can.has('link')} />
      <Sub className="record-sub">变更记录</Sub>
      <Changes library={library} record={record} mayRestore={can.has('edit')} date={date} onDate={setDate} />
      <Suspense fallback={null}>
        {doing === 'stage' && <StageDialog library={library} record={record} onClose={close} />}
        {doing === 'restore' && <RestoreDialog library={library} record={record} change={null} onClose={close} />}
        {doing === 'remove' && (
          <RemoveDialog library={library} record={record} title={title} onClose={close} onDone={onRemoved} />
        )}
      </Suspense>
    </article>
  )
}
