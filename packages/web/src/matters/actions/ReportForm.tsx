import type { MatterDetail } from '@yipanqi/model'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, InputNumber } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { grouped } from '../../format/numbers.ts'
import { useMe } from '../../session/me.ts'
import { DateField } from '../../ui/DateField.tsx'
import { Field } from '../../ui/Field.tsx'
import type { FormProps } from './ActionDialog.tsx'
import { EvidenceField } from './EvidenceField.tsx'
import { linkedQuery } from '../records/queries.ts'
import { cameReport, figureOf, sameAsBefore } from './report.ts'
import { SendRow } from './SendRow.tsx'

/** 报进展: everything pre-filled; when nothing has changed one tap is enough. */
export function ReportForm({ matter, onDone }: FormProps): ReactNode {
  const { today } = useMe()
  const figure = figureOf(matter)
  const [number, setNumber] = useState<number | null>(figure?.last ?? null)
  const [text, setText] = useState('')
  const [asOf, setAsOf] = useState(today)
  const [evidence, setEvidence] = useState<number[]>([])
  const [tried, setTried] = useState(false)
  const known = cameReport(useQuery(linkedQuery(matter.id)).data ?? [])
  const [taken, setTaken] = useState<number[]>([])
  const send = useSend((body: object) => post<MatterDetail>(`/matters/${matter.id}/actions/report`, body), {
    done: '已报进展',
    onDone,
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!text.trim()) return
    const value = figure && number !== null ? { [figure.field]: number } : {}
    send.mutate({
      version: matter.version,
      text: text.trim(),
      asOf,
      evidence: [...new Set([...evidence, ...taken])],
      ...value,
    })
  }
  return (
    <form onSubmit={submit} noValidate>
      <div className="form-quick">
        <Button onClick={() => send.mutate(sameAsBefore(matter, today))} loading={send.isPending}>
          无变化，按上月继续
        </Button>
        <span className="field-hint">没有新情况的，点这一下就报完了。</span>
      </div>
      {known && !text.includes(known.text) && (
        <div className="form-quick">
          <Button
            onClick={() => {
              setText((old) => `${old}${known.text}`)
              setTaken(known.evidence)
            }}
          >
            缺件已补齐，写进这次反馈
          </Button>
          <span className="field-hint">
            {known.text}
            {known.evidence.length > 0 && `附上登记时的 ${known.evidence.length} 个附件。`}
          </span>
        </div>
      )}
      {figure && (
        <Field
          label={figure.label}
          hint={
            figure.last === null
              ? '首次填报'
              : `上次报的是 ${grouped(figure.last)}${figure.unit ? ` ${figure.unit}` : ''}`
          }
        >
          {(id) => (
            <InputNumber
              id={id}
              value={number}
              onChange={setNumber}
              min={0}
              suffix={figure.unit}
              size="large"
              className="form-number"
              autoFocus
            />
          )}
        </Field>
      )}
      <Field
        label="进展"
        required
        error={tried && !text.trim() ? '写一句就行，比如“新开工 2 个，累计 14 个”' : undefined}
        hint="一句话即可：做了什么、卡在哪里、请谁协调。"
      >
        {(id) => (
          <Input.TextArea
            id={id}
            value={text}
            onChange={(event) => setText(event.target.value)}
            rows={3}
            maxLength={2000}
          />
        )}
      </Field>
      <Field label="截至日期" hint="数和情况截至哪一天，默认今天。">
        {(id) => <DateField id={id} value={asOf} onChange={(value) => setAsOf(value ?? today)} max={today} />}
      </Field>
      <EvidenceField
        onChange={setEvidence}
        reason={`选填。办结时要按完成标志核对${matter.doneWhen ? `（${matter.doneWhen}）` : ''}，手头有就随手附上，到时不用再要。`}
      />
      <SendRow verb="报进展" error={send.error} pending={send.isPending} />
    </form>
  )
}
