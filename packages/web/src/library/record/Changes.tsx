import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { moment } from '../../format/dates.ts'
import { useMe } from '../../session/me.ts'
import { DateField } from '../../ui/DateField.tsx'
import { ErrorNote } from '../../ui/Notes.tsx'
import { historyQuery, type RecordAnswer } from '../api.ts'
import type { LibraryView } from '../fields/view.ts'
import type { Change } from '../shapes.ts'
import { RestoreDialog } from './RestoreDialog.tsx'

interface Props {
  library: LibraryView
  record: RecordAnswer
  mayRestore: boolean
  date: string | null
  onDate: (date: string | null) => void
}

const few = 5

/** 变更记录: who changed what, when and why; the record on an earlier day; and back to a state it once had. */
export function Changes({ library, record, mayRestore, date, onDate }: Props): ReactNode {
  const { today } = useMe()
  const history = useQuery(historyQuery(library.shape.id, record.id))
  const [all, setAll] = useState(false)
  const [back, setBack] = useState<Change | null>(null)
  if (history.error) return <ErrorNote error={history.error} />
  if (!history.data) return <p className="mute small">正在取变更记录…</p>
  const items = history.data.items
  return (
    <>
      <div className="row changes-at no-print">
        <span>看某一天的样子</span>
        <DateField label="看某一天的样子" value={date} max={today} onChange={onDate} />
      </div>
      {items.length === 0 && <p className="mute small">登记以后还没有改过。</p>}
      <ChangeList
        items={all ? items : items.slice(0, few)}
        today={today}
        {...(mayRestore ? { onBack: setBack } : {})}
      />
      {items.length > few && !all && (
        <button type="button" className="link no-print" onClick={() => setAll(true)}>
          全部 {items.length} 次变更
        </button>
      )}
      {back && <RestoreDialog library={library} record={record} change={back} onClose={() => setBack(null)} />}
    </>
  )
}

const opWords: Record<Change['op'], string> = { I: '登记', U: '修改', D: '删除' }

/** Differences field by field; the same list shows a matter's. */
export function ChangeList({
  items,
  today,
  onBack,
}: {
  items: readonly Change[]
  today: string
  /** Back to how it stood after this change; the newest is how it stands. */
  onBack?: (change: Change) => void
}): ReactNode {
  return (
    <ol className="changes">
      {items.map((change, index) => (
        <li key={change.id}>
          <div className="row">
            <b>{opWords[change.op]}</b>
            <span className="mute small">{[change.who, change.post].filter(Boolean).join(' · ') || '系统'}</span>
            <span className="mute small changes-when">{moment(change.at, today)}</span>
            {onBack && index > 0 && (
              <button type="button" className="link small no-print" onClick={() => onBack(change)}>
                恢复到此
              </button>
            )}
          </div>
          {change.reason && <p className="small">理由：{change.reason}</p>}
          {change.fields.length > 0 && change.op !== 'I' && (
            <dl className="changes-fields">
              {change.fields.map((field) => (
                <div key={field.name}>
                  <dt>{field.label}</dt>
                  <dd>
                    <del>{field.before || '空'}</del>
                    <span aria-hidden="true"> → </span>
                    <ins>{field.after || '空'}</ins>
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ol>
  )
}
