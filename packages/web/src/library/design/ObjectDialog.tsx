import { useQuery } from '@tanstack/react-query'
import type { OwnDetail } from '@yipanqi/model/libraries/own/api.ts'
import { Input, Modal, Select } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { SendRow } from '../../matters/actions/SendRow.tsx'
import { Field } from '../../ui/Field.tsx'
import { at, ownListQuery } from './api.ts'
import type { OwnField } from './content.ts'

/** 退表: this figure is there already. It is counted against the unit that asks, and answered. */
export function ObjectDialog({
  own,
  field,
  onClose,
}: {
  own: OwnDetail
  field: OwnField
  onClose: () => void
}): ReactNode {
  const list = useQuery(ownListQuery)
  const [library, setLibrary] = useState<string | undefined>(undefined)
  const [note, setNote] = useState('')
  const send = useSend((body: object) => post<OwnDetail>(`${at(own.id)}/objections`, body), {
    done: '已退回，等起草单位答复',
    onDone: onClose,
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    send.mutate({ field: field.name, note, ...(library === undefined ? {} : { library }) })
  }
  return (
    <Modal open footer={null} width={520} title={`此数已有：${field.label}`} onCancel={onClose}>
      <form onSubmit={submit} noValidate>
        <p className="note note-info form-consequence">
          退回给{own.unit?.short ?? '起草单位'}，并记在起草单位头上；在答复之前，这一栏照常可以不填。
        </p>
        <Field label="哪本台账已经有了" hint="不清楚可以不选，系统自己找。">
          {(id) => (
            <Select
              id={id}
              className="wide"
              allowClear
              placeholder="选台账"
              value={library ?? null}
              options={(list.data?.targets ?? []).map((t) => ({ value: t.id, label: t.name }))}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(next: string | null) => setLibrary(next ?? undefined)}
            />
          )}
        </Field>
        <Field label="说明" hint="可不写。">
          {(id) => <Input id={id} value={note} maxLength={200} onChange={(event) => setNote(event.target.value)} />}
        </Field>
        <SendRow verb="退回这一栏" error={send.error} pending={send.isPending} />
      </form>
    </Modal>
  )
}
