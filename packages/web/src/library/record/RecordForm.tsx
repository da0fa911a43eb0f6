import type { Value } from '@yipanqi/model/libraries/field.ts'
import { Button, Input } from 'antd'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { patch, post } from '../../api/client.ts'
import { ApiError } from '../../api/errors.ts'
import { useSend } from '../../api/send.ts'
import { SendRow } from '../../matters/actions/SendRow.tsx'
import { Field } from '../../ui/Field.tsx'
import { at, type RecordAnswer } from '../api.ts'
import type { FieldView, LibraryView, NameOf } from '../fields/view.ts'
import { FieldWidget } from '../widgets/FieldWidget.tsx'
import { asked, blank, lacking, withValue } from './draft.ts'
import { sectionsOf } from './sections.ts'
import { useSeenVersion } from './use-seen-version.ts'

interface Props {
  library: LibraryView
  /** Absent: a new one. */
  record?: RecordAnswer
  nameOf: NameOf
  onDone: (saved: RecordAnswer) => void
  onCancel: () => void
}

/** One column, section by section, filled in with what is known; each question has its reason beneath. */
export function RecordForm({ library, record, nameOf, onDone, onCancel }: Props): ReactNode {
  const stored = record?.values ?? {}
  const [draft, setDraft] = useState(blank)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const root = `${at(library.shape.id)}/records`
  const send = useSend(
    (body: object) => (record ? patch<RecordAnswer>(`${root}/${record.id}`, body) : post<RecordAnswer>(root, body)),
    { done: record ? '已保存' : `已登记`, onDone },
  )
  const version = useSeenVersion(record?.version ?? 0, send.error)
  const told = { ...(tried ? lacking(library, draft, stored) : draft.problems), ...refused(send.error) }
  const nothing = Object.keys(draft.values).length === 0
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    const wrong = lacking(library, draft, stored)
    if (Object.keys(wrong).length > 0) return toFirst(form.current, library, wrong)
    if (nothing) return
    const why = reason.trim() === '' ? {} : { reason: reason.trim() }
    send.mutate(record ? { version, values: draft.values, ...why } : { values: draft.values, ...why })
  }
  const set = (field: FieldView, value: Value, problem?: string): void =>
    setDraft((old) => withValue(old, stored, field.name, value, problem))
  const wrong = Object.keys(told).length
  return (
    <form ref={form} onSubmit={submit} noValidate className="record-form">
      {sectionsOf(library, asked(library)).map((section) => (
        <fieldset key={section.name}>
          <legend>{section.name}</legend>
          {section.fields.map((field) => (
            <div key={field.name} data-field={field.name}>
              <Field
                label={field.label}
                required={field.shape.required}
                hint={field.shape.help}
                error={told[field.name]}
              >
                {(id) => (
                  <FieldWidget
                    id={id}
                    field={field}
                    value={(stored[field.name] ?? null) as Value}
                    {...(Object.hasOwn(draft.values, field.name) ? { value: draft.values[field.name] ?? null } : {})}
                    nameOf={nameOf}
                    onChange={(value, problem) => set(field, value, problem)}
                  />
                )}
              </Field>
            </div>
          ))}
        </fieldset>
      ))}
      <div className="record-foot">
        <SendRow
          verb={record ? '保存' : '登记'}
          error={send.error}
          pending={send.isPending}
          hint={tried && wrong > 0 ? `还有 ${wrong} 栏要改` : tried && nothing ? '还没有改动任何一栏' : undefined}
        >
          <Button size="large" onClick={onCancel}>
            取消
          </Button>
          {record && (
            <Input
              className="record-reason"
              size="large"
              aria-label="修改理由"
              placeholder="修改理由，可不写；写了会留在变更记录里"
              value={reason}
              maxLength={500}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </SendRow>
      </div>
    </form>
  )
}

/** What the server refused, beside the fields it names (`values.name` or `name`). */
function refused(error: unknown): Record<string, string> {
  if (!(error instanceof ApiError)) return {}
  return Object.fromEntries(error.fields.map((f) => [f.path.split('.').at(-1) ?? f.path, f.message]))
}

/** The first mistake comes into sight with the cursor in it. */
function toFirst(form: HTMLFormElement | null, library: LibraryView, wrong: Readonly<Record<string, string>>): void {
  const first = library.fields.find((f) => wrong[f.name])
  const box = form?.querySelector<HTMLElement>(`[data-field="${first?.name}"]`)
  box?.scrollIntoView({ block: 'center' })
  box?.querySelector<HTMLElement>('input,textarea,button')?.focus({ preventScroll: true })
}
