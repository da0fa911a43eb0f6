import type { LessonItem } from '@yipanqi/model'
import { Input, Modal } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { SendRow } from '../../matters/actions/SendRow.tsx'
import { Field } from '../../ui/Field.tsx'

/** 撤回 asks why; 恢复 only says what it will do. */
export function ChangeLessonDialog({ item, onClose }: { item: LessonItem; onClose: () => void }): ReactNode {
  const gone = item.state === 'withdrawn'
  const verb = gone ? '恢复' : '撤回'
  const [reason, setReason] = useState('')
  const send = useSend(
    () =>
      post(`/lexicon/${item.id}/actions/${gone ? 'restore' : 'withdraw'}`, {
        version: item.version,
        ...(gone ? {} : { reason: reason.trim() }),
      }),
    { done: `已${verb}`, onDone: onClose },
  )
  const ready = gone || reason.trim().length >= 2
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (ready) send.mutate()
  }
  return (
    <Modal open footer={null} onCancel={onClose} width={520} title={`${verb}这条纠正`}>
      <p className="form-about">{item.words.join('、')}</p>
      <p className="note note-info form-consequence">
        {gone ? '恢复后，读本县下一份文件时又会用它。' : '撤回后，读文件不再用它；已经拟出的稿子不变。'}
      </p>
      <form onSubmit={submit}>
        {!gone && (
          <Field label="为什么撤回" required hint="如：职责已调整、当时改错了。">
            {(id) => (
              <Input.TextArea
                id={id}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
                rows={2}
                maxLength={200}
                autoFocus
              />
            )}
          </Field>
        )}
        <SendRow verb={verb} error={send.error} pending={send.isPending} disabled={!ready} />
      </form>
    </Modal>
  )
}
