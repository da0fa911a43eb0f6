import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { historyQuery } from '../../library/api.ts'
import { ChangeList } from '../../library/record/ChangeList.tsx'
import { useMe } from '../../session/me.ts'
import { ErrorNote } from '../../ui/Notes.tsx'

/** 变更记录: which fields of the matter changed, from what to what; asked for only when opened. */
export function MatterChanges({ id }: { id: number }): ReactNode {
  const { today } = useMe()
  const [open, setOpen] = useState(false)
  const history = useQuery({ ...historyQuery('matters', id), enabled: open })
  return (
    <details className="matter-changes no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>变更记录（逐栏前后对照）</summary>
      {history.error && <ErrorNote error={history.error} retry={() => void history.refetch()} />}
      {open && history.isPending && <p className="mute small">正在取变更记录…</p>}
      {history.data?.items.length === 0 && <p className="mute small">还没有改过。</p>}
      {history.data && <ChangeList items={history.data.items} today={today} />}
    </details>
  )
}
