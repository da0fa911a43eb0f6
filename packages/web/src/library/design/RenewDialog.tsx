import type { OwnDetail } from '@yipanqi/model/libraries/own/api.ts'
import { Input, Modal } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { SendRow } from '../../matters/actions/SendRow.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Field } from '../../ui/Field.tsx'
import { at } from './api.ts'

/** 续用: everything is filled in, one click hands it in; fields stay as they are. */
export function RenewDialog({ own, onClose }: { own: OwnDetail; onClose: () => void }): ReactNode {
  const [endsOn, setEndsOn] = useState<string | null>(own.renewal?.endsOn ?? null)
  const [reason, setReason] = useState(own.renewal?.reason ?? '')
  const send = useSend(
    () => post<OwnDetail>(`${at(own.id)}/renew`, { version: own.version, endsOn: endsOn ?? '', reason }),
    {
      done: '续用已报批，等另一个人审批',
      onDone: onClose,
    },
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    send.mutate()
  }
  return (
    <Modal open footer={null} width={520} title={`报请续用：${own.name}`} onCancel={onClose}>
      <form onSubmit={submit} noValidate>
        <p className="note note-info form-consequence">
          栏目照现在的不变，已填的都在。批准前{own.state === 'ended' ? '仍只能查看、导出' : '照常填报'}
          ；要改栏目请用“改栏目”。
        </p>
        <Field label="续用到哪天" required hint="已按上次的时长填好，可以改短。">
          {(id) => <DateField id={id} value={endsOn} onChange={setEndsOn} />}
        </Field>
        <Field label="为什么还要用" required hint="审批人看这一句。">
          {(id) => <Input id={id} value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />}
        </Field>
        <SendRow verb="报请续用" error={send.error} pending={send.isPending} disabled={reason.trim().length < 4} />
      </form>
    </Modal>
  )
}
