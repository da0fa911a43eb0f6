import type { MatterDetail, MatterItem } from '@yipanqi/model'
import { Input, Modal } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { SendRow } from '../../matters/actions/SendRow.tsx'
import { Field } from '../../ui/Field.tsx'

export function WithdrawDialog({ matter, onClose }: { matter: MatterItem; onClose: () => void }): ReactNode {
  const [text, setText] = useState('')
  const units = (matter.lead ? 1 : 0) + matter.supports.length
  const asked = matter.state === 'consulting' || matter.state === 'signed-off'
  const send = useSend((body: object) => post<MatterDetail>(`/matters/${matter.id}/actions/withdraw`, body), {
    done: '已撤销',
    onDone: onClose,
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (text.trim()) send.mutate({ version: matter.version, text: text.trim() })
  }
  return (
    <Modal open footer={null} onCancel={onClose} width={520} title="撤销">
      <p className="form-about">{matter.title}</p>
      <p className="note note-warn form-consequence">
        撤销后这一项不再印发，原句转为“未列入”，理由随附。
        {asked && units > 0 && `已征求意见的 ${units} 个单位会看到撤销。`}
      </p>
      <form onSubmit={submit}>
        <Field label="理由" required hint="会写在“未列入”的理由里。">
          {(id) => (
            <Input.TextArea
              id={id}
              value={text}
              onChange={(event) => setText(event.target.value)}
              rows={2}
              maxLength={1000}
              autoFocus
            />
          )}
        </Field>
        <SendRow verb="撤销这一项" danger error={send.error} pending={send.isPending} disabled={!text.trim()} />
      </form>
    </Modal>
  )
}
