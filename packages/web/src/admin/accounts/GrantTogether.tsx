import type { AccountItem } from '@yipanqi/model'
import type { ReactNode } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { ErrorNote } from '../../ui/Notes.tsx'
import { BatchButton, idsOf } from './BatchPage.tsx'

/** All or none are granted; their codes are then taken by the system administrator, who cannot grant. */
export function GrantTogether({ chosen, onDone }: { chosen: readonly AccountItem[]; onDone: () => void }): ReactNode {
  const send = useSend((body: object) => post<{ items: AccountItem[] }>('/accounts/actions/grant', body), {
    done: ({ items }) => `已审批 ${items.length} 个账号，请系统管理员取设置码`,
    onDone,
  })
  return (
    <>
      {send.error && <ErrorNote error={send.error} />}
      <BatchButton
        words={chosen.length === 0 ? '审批' : `审批这 ${chosen.length} 个`}
        disabled={chosen.length === 0}
        pending={send.isPending}
        onClick={() => send.mutate(idsOf(chosen))}
      />
    </>
  )
}
