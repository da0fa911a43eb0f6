import { Input, Modal } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { SendRow } from '../../matters/actions/SendRow.tsx'
import { Field } from '../../ui/Field.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'

/** 单位别名: what documents write, and which unit it is. */
export function AliasDialog({ onClose }: { onClose: () => void }): ReactNode {
  const [name, setName] = useState('')
  const [unit, setUnit] = useState<number | null>(null)
  const send = useSend(() => post('/lexicon/aliases', { name: name.trim(), unit }), {
    done: '已登记，下一份文件起用',
    onDone: onClose,
  })
  const ready = name.trim().length >= 2 && unit !== null
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (ready) send.mutate()
  }
  return (
    <Modal open footer={null} onCancel={onClose} width={520} title="登记单位别名">
      <form onSubmit={submit}>
        <Field label="文件里的叫法" required hint="照文件上的字，如：县数智专班。">
          {(id) => (
            <Input id={id} value={name} onChange={(event) => setName(event.target.value)} maxLength={30} autoFocus />
          )}
        </Field>
        <Field label="指哪个单位" required>
          {(id) => <UnitSelect id={id} label="指哪个单位" value={unit} onChange={setUnit} />}
        </Field>
        <SendRow verb="登记" error={send.error} pending={send.isPending} disabled={!ready} />
      </form>
    </Modal>
  )
}
