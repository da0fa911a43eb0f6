import type { Consultation } from '@yipanqi/model'
import { opinionWords } from '@yipanqi/model/words.ts'
import { Input, Modal, Radio } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { SendRow } from '../../matters/actions/SendRow.tsx'
import { Field } from '../../ui/Field.tsx'
import type { Row } from './rows.ts'
import '../../matters/actions/forms.css'

/** Adopted or not, the reason is written either way. */
export function AdoptDialog({ row, onClose }: { row: Row; onClose: () => void }): ReactNode {
  const [adopted, setAdopted] = useState(row.adopted ?? true)
  const [note, setNote] = useState(row.adoptionNote ?? '')
  const send = useSend((body: object) => post<Consultation>(`/answers/${row.id}/adopt`, body), {
    done: '已记入采纳情况表',
    onDone: onClose,
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (note.trim()) send.mutate({ version: row.matterVersion, adopted, note: note.trim() })
  }
  const hint =
    adopted && row.opinion === 'reassign'
      ? '采纳后请在拟稿里改牵头单位。'
      : adopted
        ? '采纳后请在拟稿里照改。'
        : '写明不采纳的理由，单位看得到。'
  return (
    <Modal open footer={null} onCancel={onClose} width={520} title="处理意见">
      <p className="form-about">{row.matterTitle}</p>
      <p className="note form-consequence">
        {row.unit.name}：<b>{row.opinion && opinionWords[row.opinion]}</b>
        {row.suggestedUnit && `（${row.suggestedUnit.name}）`}　{row.text}
      </p>
      <form onSubmit={submit}>
        <div className="field">
          <span id="adopt-choice">采纳情况</span>
          <Radio.Group
            aria-labelledby="adopt-choice"
            value={adopted ? 'yes' : 'no'}
            onChange={(event) => setAdopted(event.target.value === 'yes')}
            options={[
              { value: 'yes', label: '采纳' },
              { value: 'no', label: '不采纳' },
            ]}
          />
        </div>
        <Field label="理由" required hint={hint}>
          {(id) => (
            <Input.TextArea
              id={id}
              rows={2}
              maxLength={400}
              value={note}
              onChange={(event) => setNote(event.target.value)}
              autoFocus
            />
          )}
        </Field>
        <SendRow
          verb={adopted ? '采纳' : '不采纳'}
          error={send.error}
          pending={send.isPending}
          disabled={!note.trim()}
        />
      </form>
    </Modal>
  )
}
