import type { MatterDetail } from '@yipanqi/model'
import { Input, InputNumber } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { DateField } from '../../ui/DateField.tsx'
import { Field } from '../../ui/Field.tsx'
import { GrowingText } from '../../ui/GrowingText.tsx'
import { LeaderSelect, UnitSelect } from '../../ui/UnitSelect.tsx'
import type { FormProps } from './ActionDialog.tsx'
import { SendRow } from './SendRow.tsx'

/** 调整: only what was changed is sent, so that the history shows what the approval was about. */
export function AdjustForm({ matter, onDone }: FormProps): ReactNode {
  const [basis, setBasis] = useState('')
  const [approvedBy, setApprovedBy] = useState('')
  const [deadline, setDeadline] = useState(matter.deadline)
  const [lead, setLead] = useState(matter.lead?.id ?? null)
  const [leader, setLeader] = useState(matter.leader?.id ?? null)
  const [doneWhen, setDoneWhen] = useState(matter.doneWhen ?? '')
  const [value, setValue] = useState<number | null>(matter.target?.value ?? null)
  const [tried, setTried] = useState(false)
  const send = useSend((body: object) => post<MatterDetail>(`/matters/${matter.id}/actions/adjust`, body), {
    done: '已调整，牵头单位会收到通知',
    onDone,
  })
  const changes = {
    ...(deadline && deadline !== matter.deadline ? { deadline } : {}),
    ...(lead && lead !== matter.lead?.id ? { lead } : {}),
    ...(leader && leader !== matter.leader?.id ? { leader } : {}),
    ...(doneWhen.trim() && doneWhen.trim() !== matter.doneWhen ? { doneWhen: doneWhen.trim() } : {}),
    ...(matter.target && value !== null && value !== matter.target.value
      ? { target: { ...matter.target, value, masked: false } }
      : {}),
  }
  const nothing = Object.keys(changes).length === 0
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (nothing || basis.trim().length < 2 || !approvedBy.trim()) return
    send.mutate({ version: matter.version, basis: basis.trim(), approvedBy: approvedBy.trim(), ...changes })
  }
  return (
    <form onSubmit={submit} noValidate>
      <Field
        label="批准依据"
        required
        error={tried && basis.trim().length < 2 ? '请写明文号或批示' : undefined}
        hint="文号，或批示原话。"
      >
        {(id) => (
          <Input id={id} value={basis} onChange={(event) => setBasis(event.target.value)} maxLength={400} autoFocus />
        )}
      </Field>
      <Field label="批准人" required error={tried && !approvedBy.trim() ? '请写明谁批准的' : undefined}>
        {(id) => (
          <Input id={id} value={approvedBy} onChange={(event) => setApprovedBy(event.target.value)} maxLength={60} />
        )}
      </Field>
      <div className="form-columns">
        <Field label="完成时限">{(id) => <DateField id={id} value={deadline} onChange={setDeadline} />}</Field>
        <Field label="牵头单位">{(id) => <UnitSelect id={id} value={lead} onChange={setLead} leadersOnly />}</Field>
        <Field label="牵头县领导">{(id) => <LeaderSelect id={id} value={leader} onChange={setLeader} />}</Field>
        {matter.target && (
          <Field label="目标值" hint="首版目标保留，两个都看得到。">
            {(id) => (
              <InputNumber
                id={id}
                value={value}
                onChange={setValue}
                suffix={matter.target?.unit}
                className="form-number"
              />
            )}
          </Field>
        )}
      </div>
      <Field label="完成标志">
        {(id) => (
          <GrowingText id={id} value={doneWhen} onChange={(event) => setDoneWhen(event.target.value)} maxLength={400} />
        )}
      </Field>
      <SendRow
        verb="调整"
        error={send.error}
        pending={send.isPending}
        hint={tried && nothing ? '还没有改动任何一项' : undefined}
      />
    </form>
  )
}
