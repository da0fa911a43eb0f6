import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { historyQuery } from '../library/api.ts'
import { ChangeList } from '../library/record/ChangeList.tsx'
import { useMe } from '../session/me.ts'
import { ErrorNote } from '../ui/Notes.tsx'

const few = 5

/** 变更记录 of a unit or an account, field by field, as every ledger has it. */
export function RecordChanges({ library, id }: { library: 'units' | 'accounts'; id: number }): ReactNode {
  const { today } = useMe()
  const history = useQuery(historyQuery(library, id))
  const [all, setAll] = useState(false)
  const items = history.data?.items ?? []
  return (
    <>
      <h3 className="admin-part">变更记录</h3>
      {history.error && <ErrorNote error={history.error} retry={() => void history.refetch()} />}
      {history.isPending && <p className="mute small">正在取变更记录…</p>}
      {history.isSuccess && items.length === 0 && <p className="mute">登记以后还没有改过。</p>}
      <ChangeList items={all ? items : items.slice(0, few)} today={today} />
      {items.length > few && !all && (
        <button type="button" className="link no-print" onClick={() => setAll(true)}>
          全部 {items.length} 次变更
        </button>
      )}
    </>
  )
}
