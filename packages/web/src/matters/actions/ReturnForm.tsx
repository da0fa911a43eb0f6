import type { MatterDetail } from '@yipanqi/model'
import { Input } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { Field } from '../../ui/Field.tsx'
import type { FormProps } from './ActionDialog.tsx'
import { SendRow } from './SendRow.tsx'

export function ReturnForm({ matter, onDone }: FormProps): ReactNode {
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const send = useSend((body: object) => post<MatterDetail>(`/matters/${matter.id}/actions/return`, body), {
    done: '已退回重办',
    onDone,
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (text.trim()) send.mutate({ version: matter.version, text: text.trim() })
  }
  return (
    <form onSubmit={submit} noValidate>
      <Field
        label="退回理由"
        required
        error={tried && !text.trim() ? '请写明差在哪里' : undefined}
        hint="差什么、补到什么程度，让单位一次补齐。"
      >
        {(id) => (
          <Input.TextArea
            id={id}
            value={text}
            onChange={(event) => setText(event.target.value)}
            rows={4}
            maxLength={2000}
            autoFocus
          />
        )}
      </Field>
      <SendRow verb="退回重办" danger error={send.error} pending={send.isPending} />
    </form>
  )
}
