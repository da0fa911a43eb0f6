import { Button, Input, Modal } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { SendRow } from '../../matters/actions/SendRow.tsx'
import { Field } from '../../ui/Field.tsx'
import { at, type RecordAnswer } from '../api.ts'
import type { LibraryView } from '../fields/view.ts'
import { useSeenVersion } from './use-seen-version.ts'

/** 移出台账: with a reason; the record and its history stay findable among those taken off. */
export function RemoveDialog({
  library,
  record,
  title,
  onClose,
  onDone,
}: {
  library: LibraryView
  record: RecordAnswer
  title: string
  onClose: () => void
  onDone: () => void
}): ReactNode {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const remove = useSend(
    (version: number) =>
      post<unknown>(`${at(library.shape.id)}/records/${record.id}/remove`, {
        version,
        reason: reason.trim(),
      }),
    { done: '已移出台账', onDone },
  )
  const version = useSeenVersion(record.version, remove.error)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (reason.trim() !== '') remove.mutate(version)
  }
  return (
    <Modal open footer={null} width={480} title="移出台账" onCancel={onClose} mask={{ closable: false }}>
      <form onSubmit={submit} noValidate>
        <p className="form-about">{title}</p>
        <p className="note note-warn form-consequence">
          移出后列表和统计里不再有它；变更记录保留，关联的事项不受影响，以后还能恢复。
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
        <SendRow verb="移出台账" danger error={remove.error} pending={remove.isPending}>
          <Button size="large" onClick={onClose}>
            取消
          </Button>
        </SendRow>
      </form>
    </Modal>
  )
}
