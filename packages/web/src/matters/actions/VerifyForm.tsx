import type { MatterDetail } from '@yipanqi/model'
import { Input, Radio } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { Field } from '../../ui/Field.tsx'
import type { FormProps } from './ActionDialog.tsx'
import { SendRow } from './SendRow.tsx'

export const methods = [
  { value: 'desk', label: '书面核查' },
  { value: 'on-site', label: '现场核查' },
  { value: 'sample', label: '抽样核查' },
]

export function VerifyForm({ matter, onDone }: FormProps): ReactNode {
  const [text, setText] = useState('')
  const [method, setMethod] = useState('desk')
  const [tried, setTried] = useState(false)
  const send = useSend((body: object) => post<MatterDetail>(`/matters/${matter.id}/actions/verify`, body), {
    done: '已核查办结',
    onDone,
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (text.trim()) send.mutate({ version: matter.version, text: text.trim(), method })
  }
  return (
    <form onSubmit={submit} noValidate>
      <div className="note form-consequence">
        <b>完成标志</b>　{matter.doneWhen ?? '未写明'}
      </div>
      <div className="field">
        <span id="verify-method">核查方式</span>
        <Radio.Group
          aria-labelledby="verify-method"
          value={method}
          onChange={(event) => setMethod(String(event.target.value))}
          options={methods}
        />
      </div>
      <Field
        label="核查结论"
        required
        error={tried && !text.trim() ? '请写明核查结论' : undefined}
        hint="看了什么、与完成标志是否相符。"
      >
        {(id) => (
          <Input.TextArea
            id={id}
            value={text}
            onChange={(event) => setText(event.target.value)}
            rows={3}
            maxLength={2000}
            autoFocus
          />
        )}
      </Field>
      <SendRow verb="核查办结" error={send.error} pending={send.isPending} />
    </form>
  )
}
