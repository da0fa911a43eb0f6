import { Button, Input, Modal } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { moment } from '../../format/dates.ts'
import { SendRow } from '../../matters/actions/SendRow.tsx'
import { useMe } from '../../session/me.ts'
import { Field } from '../../ui/Field.tsx'
import { at, type RecordAnswer } from '../api.ts'
import type { LibraryView } from '../fields/view.ts'
import type { Change } from '../shapes.ts'
import { useSeenVersion } from './use-seen-version.ts'

/** Back to how the record stood after a change (null: back onto the ledger): a new change, nothing is rewritten. */
export function RestoreDialog({
  library,
  record,
  change,
  onClose,
}: {
  library: LibraryView
  record: RecordAnswer
  change: Change | null
  onClose: () => void
}): ReactNode {
  const { today } = useMe()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const restore = useSend(
    (version: number) =>
      post<RecordAnswer>(`${at(library.shape.id)}/records/${record.id}/restore`, {
        version,
        reason: reason.trim(),
        ...(change ? { changeId: change.id } : {}),
      }),
    { done: change ? '已恢复' : '已放回台账', onDone: onClose },
  )
  const version = useSeenVersion(record.version, restore.error)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (reason.trim() !== '') restore.mutate(version)
  }
  const verb = change ? '恢复到此' : '放回台账'
  return (
    <Modal open footer={null} width={480} title={verb} onCancel={onClose}>
      <form onSubmit={submit} noValidate>
        <p className="form-about">{record.title}</p>
        <p className="note note-info form-consequence">
          {change
            ? `各栏恢复成 ${moment(change.at, today)} 那次${change.op === 'I' ? '登记' : '修改'}之后的样子。这会作为一次新的修改记下来，此前的变更记录都在。`
            : '列表和统计里重新有它，各栏是移出时的样子。'}
        </p>
        <Field label="理由" required error={tried && reason.trim() === '' ? '请写明理由' : undefined}>
          {(id) => (
            <Input
              id={id}
              value={reason}
              maxLength={500}
              autoFocus
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <SendRow verb={verb} error={restore.error} pending={restore.isPending}>
          <Button size="large" onClick={onClose}>
            取消
          </Button>
        </SendRow>
      </form>
    </Modal>
  )
}
