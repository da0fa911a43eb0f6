import type { DocumentDetail, MatterDetail, MatterItem } from '@yipanqi/model'
import { Modal } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { patch } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { SendRow } from '../../matters/actions/SendRow.tsx'
import { useMe } from '../../session/me.ts'
import { DateField } from '../../ui/DateField.tsx'
import { Field } from '../../ui/Field.tsx'
import { isDraft } from './missing.ts'
import '../../matters/actions/forms.css'

/** Drafts of which the text gives no deadline. */
export const undated = (doc: Pick<DocumentDetail, 'matters'>): MatterItem[] =>
  doc.matters.filter((m) => isDraft(m) && m.deadline === null)

/** 统一拟定时限: one day for all drafts that have none; each can be changed afterwards. */
export function DeadlineDialog({
  document: doc,
  onClose,
}: {
  document: DocumentDetail
  onClose: () => void
}): ReactNode {
  const { today } = useMe()
  // What stood without a deadline when the dialog was opened: the list does not shrink under the progress.
  const [drafts] = useState(() => undated(doc))
  const [deadline, setDeadline] = useState<string | null>(null)
  const [done, setDone] = useState(0)
  const send = useSend(
    async (day: string) => {
      for (const draft of drafts.slice(done)) {
        await patch<MatterDetail>(`/matters/${draft.id}`, { version: draft.version, deadline: day })
        setDone((n) => n + 1)
      }
    },
    { done: `已为 ${drafts.length} 项拟定时限`, onDone: onClose },
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (deadline) send.mutate(deadline)
  }
  return (
    <Modal open footer={null} onCancel={onClose} width={480} title="统一拟定时限" mask={{ closable: false }}>
      <p className="note note-info form-consequence">
        {drafts.length} 项原文没有写时限，先统一拟定一个，之后可逐项改；征求意见时各单位看得到。
      </p>
      <form onSubmit={submit} noValidate>
        <Field label="完成时限" required hint="例如年底、下季度末。">
          {(id) => <DateField id={id} value={deadline} onChange={setDeadline} min={today} />}
        </Field>
        <SendRow
          verb={send.isPending ? `已拟定 ${done} / ${drafts.length} 项` : `给 ${drafts.length} 项拟定时限`}
          error={send.error}
          pending={send.isPending}
          disabled={deadline === null}
        />
      </form>
    </Modal>
  )
}
