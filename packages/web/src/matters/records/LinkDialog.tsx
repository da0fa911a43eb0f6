import type { MatterDetail } from '@yipanqi/model'
import { useQuery } from '@tanstack/react-query'
import { Button, Modal, Select } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { librariesQuery } from '../../library/api.ts'
import { RecordSelect } from '../../library/widgets/Reference.tsx'
import { Field } from '../../ui/Field.tsx'
import { SendRow } from '../actions/SendRow.tsx'
import '../../library/widgets/widgets.css'

/** Finds a record in a ledger by a few characters and connects it. */
export function LinkDialog({ matter, onClose }: { matter: MatterDetail; onClose: () => void }): ReactNode {
  const libraries = useQuery(librariesQuery)
  const [library, setLibrary] = useState<string | null>(null)
  const [record, setRecord] = useState<number | null>(null)
  const [tried, setTried] = useState(false)
  const link = useSend(() => post<unknown>(`/matters/${matter.id}/records`, { library, record }), {
    done: '已关联，台账里也看得到这一项',
    onDone: onClose,
  })
  // Matters, units and accounts are not what a matter is about.
  const list = (libraries.data ?? []).filter((l) => !['matters', 'units', 'accounts'].includes(l.id))
  const groups = [...new Set(list.map((l) => l.group))]
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (library !== null && record !== null) link.mutate()
  }
  return (
    <Modal open footer={null} width={520} title="关联台账" onCancel={onClose}>
      <form onSubmit={submit} noValidate>
        <p className="form-about">{matter.title}</p>
        <Field label="哪本台账" required error={tried && library === null ? '请选台账' : undefined}>
          {(id) => (
            <Select
              id={id}
              className="wide"
              placeholder="选台账"
              showSearch={{ optionFilterProp: 'label' }}
              value={library}
              options={groups.map((group) => ({
                label: group,
                options: list.filter((l) => l.group === group).map((l) => ({ value: l.id, label: l.name })),
              }))}
              onChange={(next: string) => {
                setLibrary(next)
                setRecord(null)
              }}
            />
          )}
        </Field>
        {library !== null && (
          <Field label="哪一条" required error={tried && record === null ? '请选记录' : undefined}>
            {(id) => <RecordSelect key={library} id={id} library={library} value={record} onChange={setRecord} />}
          </Field>
        )}
        <SendRow verb="关联" error={link.error} pending={link.isPending}>
          <Button size="large" onClick={onClose}>
            取消
          </Button>
        </SendRow>
      </form>
    </Modal>
  )
}
