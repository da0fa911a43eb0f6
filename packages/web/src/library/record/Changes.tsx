import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useMe } from '../../session/me.ts'
import { DateField } from '../../ui/DateField.tsx'
import { ErrorNote } from '../../ui/Notes.tsx'
import { historyQuery, type RecordAnswer } from '../api.ts'
import type { LibraryView } from '../fields/view.ts'
import type { Change } from '../shapes.ts'
import { ChangeList } from './ChangeList.tsx'

const RestoreDialog = lazy(() => import('./RestoreDialog.tsx').then((m) => ({ default: m.RestoreDialog })))

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
      <Suspense fallback={null}>
        {back && <RestoreDialog library={library} record={record} change={back} onClose={() => setBack(null)} />}
      </Suspense>
    </>
  )
}
