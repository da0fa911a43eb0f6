import { useMutation } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../../api/client.ts'
import { SendRow } from '../../matters/actions/SendRow.tsx'
import { Field } from '../../ui/Field.tsx'
import { at, type RecordAnswer } from '../api.ts'
import type { FieldView, LibraryView } from '../fields/view.ts'

/** A sealed number behind its mask: who looks says why, and that is kept. */
export function Secret({
  library,
  record,
  field,
  masked,
  mayReveal,
}: {
  library: LibraryView
  record: RecordAnswer
  field: FieldView
  masked: string
  mayReveal: boolean
}): ReactNode {
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const reveal = useMutation({
    mutationFn: () =>
      post<{ value: string }>(`${at(library.shape.id)}/records/${record.id}/reveal`, {
        field: field.name,
        reason: reason.trim(),
      }),
    onSuccess: () => setAsking(false),
    // Seen once, it does not stay in any store of the page.
    gcTime: 0,
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (reason.trim().length >= 2) reveal.mutate()
  }
  return (
    <span className="secret">
      {reveal.data?.value ?? masked}
      {mayReveal && !reveal.data && (
        <button
          type="button"
          className="link no-print"
          aria-label={`查看${field.label}`}
          onClick={() => setAsking(true)}
        >
          查看
        </button>
      )}
      {asking && (
        <Modal open footer={null} width={440} title={`查看${field.label}`} onCancel={() => setAsking(false)}>
          <form onSubmit={submit} noValidate>
            <Field
              label="为什么要看"
              required
              hint="会记下您是谁、何时、为什么看的，审计管理员查得到。"
              error={tried && reason.trim().length < 2 ? '请写明用途' : undefined}
            >
              {(id) => (
                <Input
                  id={id}
                  value={reason}
                  maxLength={200}
                  autoFocus
                  placeholder="如：通知企业参加银企对接会"
                  onChange={(event) => setReason(event.target.value)}
                />
              )}
            </Field>
            <SendRow verb="查看" error={reveal.error} pending={reveal.isPending}>
              <Button size="large" onClick={() => setAsking(false)}>
                取消
              </Button>
            </SendRow>
          </form>
        </Modal>
      )}
    </span>
  )
}
