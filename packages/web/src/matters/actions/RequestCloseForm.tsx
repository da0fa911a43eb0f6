import type { MatterDetail } from '@yipanqi/model'
import { Input, InputNumber } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { useMe } from '../../session/me.ts'
import { DateField } from '../../ui/DateField.tsx'
import { Field } from '../../ui/Field.tsx'
import type { FormProps } from './ActionDialog.tsx'
import { EvidenceField } from './EvidenceField.tsx'
import { figureOf } from './report.ts'
import { SendRow } from './SendRow.tsx'

export function RequestCloseForm({ matter, onDone }: FormProps): ReactNode {
  const { today } = useMe()
  const figure = figureOf(matter)
  const [value, setValue] = useState<number | null>(figure?.last ?? null)
  const [text, setText] = useState('')
  const [asOf, setAsOf] = useState(today)
  const [evidence, setEvidence] = useState<number[]>([])
  const [tried, setTried] = useState(false)
  const send = useSend((body: object) => post<MatterDetail>(`/matters/${matter.id}/actions/request-close`, body), {
    done: '已申请办结，等督查室核查',
    onDone,
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!text.trim()) return
    const number = figure?.field === 'value' && value !== null ? { value } : {}
    send.mutate({ version: matter.version, text: text.trim(), asOf, evidence, ...number })
  }
  return (
    <form onSubmit={submit} noValidate>
      <div className="note form-consequence">
        <b>完成标志</b>　{matter.doneWhen ?? '未写明'}
      </div>
      {figure?.field === 'value' && (
        <Field label={figure.label} hint="核查时与佐证对照的就是这个数。">
          {(id) => (
            <InputNumber
              id={id}
              value={value}
              onChange={setValue}
              min={0}
              suffix={figure.unit}
              size="large"
              className="form-number"
            />
          )}
        </Field>
      )}
      <Field
        label="办结说明"
        required
        error={tried && !text.trim() ? '请写明怎样算办成了' : undefined}
        hint="对照完成标志，写明办成了什么。"
      >
        {(id) => (
          <Input.TextArea
            id={id}
            value={text}
            onChange={(event) => setText(event.target.value)}
            rows={4}
            maxLength={2000}
          />
        )}
      </Field>
      <Field label="截至日期">
        {(id) => <DateField id={id} value={asOf} onChange={(next) => setAsOf(next ?? today)} max={today} />}
      </Field>
      <EvidenceField onChange={setEvidence} reason="核查人凭它对照完成标志；之前报进展时附过的不用再附。" />
      <SendRow verb="申请办结" error={send.error} pending={send.isPending} />
    </form>
  )
}
