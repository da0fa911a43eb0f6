import type { MatterDetail } from '@yipanqi/model'
import { Button } from 'antd'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { ErrorNote } from '../../ui/Notes.tsx'
import { allowed, canWords, type MatterAction, matterActions } from './words.ts'

const ActionDialog = lazy(() => import('./ActionDialog.tsx').then((m) => ({ default: m.ActionDialog })))

/** Only the buttons that this person may press now; the first of them is the usual one. */
export function ActionBar({ matter }: { matter: MatterDetail }): ReactNode {
  const [open, setOpen] = useState<Exclude<MatterAction, 'sign'> | null>(null)
  const sign = useSend(() => post<MatterDetail>(`/matters/${matter.id}/actions/sign`, { version: matter.version }), {
    done: '已签收，可以开始报进展',
  })
  const buttons = matterActions.filter((action) => allowed(matter, action))
  return (
    <>
      {buttons.map((action, index) => (
        <Button
          key={action}
          type={index === 0 ? 'primary' : 'default'}
          danger={action === 'return'}
          loading={action === 'sign' && sign.isPending}
          onClick={() => (action === 'sign' ? sign.mutate() : setOpen(action))}
        >
          {canWords[action]}
        </Button>
      ))}
      {sign.error && <ErrorNote error={sign.error} />}
      <Suspense fallback={null}>
        {open && <ActionDialog action={open} matter={matter} onClose={() => setOpen(null)} />}
      </Suspense>
    </>
  )
}
