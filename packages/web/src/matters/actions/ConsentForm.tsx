import type { MatterDetail } from '@yipanqi/model'
import { Input } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { useMe } from '../../session/me.ts'
import { Field } from '../../ui/Field.tsx'
import { onPaperBody, OnPaperFields, type PaperDraft } from '../../ui/OnPaperFields.tsx'
import type { FormProps } from './ActionDialog.tsx'
import { SendRow } from './SendRow.tsx'

/** A leader consents here; a secretary or the office records what was signed on paper. */
export function ConsentForm({ matter, onDone }: FormProps): ReactNode {
  const me = useMe()
  const [text, setText] = useState('')
  const [paper, setPaper] = useState<PaperDraft | null>(
    me.account.post === 'leader' ? null : { number: '', by: matter.leader?.name ?? '', date: me.today },
  )
  const send = useSend((body: object) => post<MatterDetail>(`/matters/${matter.id}/actions/consent`, body), {
    done: '已记下同意意见',
    onDone,
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    send.mutate({ version: matter.version, text: text.trim(), ...onPaperBody(paper) })
  }
  return (
    <form onSubmit={submit} noValidate>
      <Field label="意见" hint="可以不写；原话照录。">
        {(id) => (
          <Input.TextArea
            id={id}
            value={text}
            onChange={(event) => setText(event.target.value)}
            rows={3}
            maxLength={1000}
          />
        )}
      </Field>
      <OnPaperFields value={paper} onChange={setPaper} />
      <SendRow
        verb="同意销号"
        error={send.error}
        pending={send.isPending}
        disabled={paper !== null && !paper.by.trim()}
      />
    </form>
  )
}
