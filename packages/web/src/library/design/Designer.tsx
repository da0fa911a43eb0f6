import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { OwnDetail, OwnList } from '@yipanqi/model/libraries/own/api.ts'
import { Button, Input } from 'antd'
import { type FormEvent, type ReactNode, useDeferredValue, useState } from 'react'
import { patch, post } from '../../api/client.ts'
import { ApiError } from '../../api/errors.ts'
import { useSend } from '../../api/send.ts'
import { SendRow } from '../../matters/actions/SendRow.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Field } from '../../ui/Field.tsx'
import { at, reviewQuery } from './api.ts'
import { type Content, isWhole, moved, withField, withNewField, withoutField } from './content.ts'
import { FieldEditor } from './FieldEditor.tsx'
import { LedgerFields } from './LedgerFields.tsx'
import { Preview } from './Preview.tsx'
import { useSettled } from './use-settled.ts'

interface Props {
  list: OwnList
  start: Content
  /** Fields that are in force: retired instead of taken away. */
  inForce: readonly string[]
  own?: OwnDetail
  base?: string
}

/** The definition at the left, field by field with what the review found; at the right the form as it would be asked. */
export function Designer({ list, start, inForce, own, base }: Props): ReactNode {
  const navigate = useNavigate()
  const [content, setContent] = useState<Content>(start)
  const [endsOn, setEndsOn] = useState<string | null>(own?.open?.endsOn ?? null)
  const [reason, setReason] = useState(own?.open?.reason ?? '')
  const settled = useDeferredValue(useSettled(content, 500))
  const subject = own ? { id: own.id } : base === undefined ? {} : { base }
  const review = useQuery(reviewQuery(settled, subject))
  const send = useSend(
    (body: object) => (own ? patch<OwnDetail>(`${at(own.id)}/draft`, body) : post<OwnDetail>('/own-libraries', body)),
    {
      done: '方案已保存，还没有报批',
      onDone: (saved) => void navigate({ to: '/own-libraries/$id', params: { id: saved.id } }),
    },
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    send.mutate({
      definition: content,
      endsOn: endsOn ?? '',
      reason,
      ...(own ? { version: own.version } : {}),
      ...(base === undefined ? {} : { base }),
    })
  }
  const told = faultsOf(send.error, review.data?.faults ?? [])
  const open = new Set((review.data?.findings ?? []).filter((f) => f.answer === 'open').map((f) => f.field)).size
  return (
    <form onSubmit={submit} noValidate className="own-designer">
      <div className="own-left">
        {isWhole(content) && (
          <LedgerFields
            content={content}
            groups={list.groups}
            fixed={inForce.length > 0}
            told={told}
            onChange={setContent}
          />
        )}
        <section className="card own-card" aria-labelledby="own-edit-fields">
          <h2 className="section-title" id="own-edit-fields">
            栏目 <span className="count">{content.fields.filter((f) => !f.retired).length} 栏</span>
          </h2>
          {content.fields.map((field, i) => (
            <FieldEditor
              key={field.name}
              field={field}
              inForce={inForce.includes(field.name)}
              isTitle={isWhole(content) && content.title === field.name}
              list={list}
              extra={!isWhole(content)}
              findings={(review.data?.findings ?? []).filter((f) => f.field === field.name)}
              problems={problemsOf(told, i)}
              onChange={(next) => setContent((old) => withField(old, next))}
              onMove={(by) => setContent((old) => moved(old, field.name, by))}
              onRemove={() => setContent((old) => withoutField(old, field.name, inForce.includes(field.name)))}
            />
          ))}
          <div className="own-pad">
            <Button onClick={() => setContent(withNewField)}>加一栏</Button>
          </div>
        </section>
        <section className="card own-card own-pad" aria-labelledby="own-why">
          <h2 className="own-h" id="own-why">
            为什么建、用到哪天
          </h2>
          <Field
            label="为什么要建"
            required
            error={told['reason']}
            hint="审批人看这一句；写清是哪项工作、原来靠什么统计。"
          >
            {(id) => (
              <Input id={id} value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />
            )}
          </Field>
          <Field
            label="用到哪天"
            required
            error={told['endsOn']}
            hint={`到期自动停用，一次最多 ${list.longestDays} 天；要续用再报批。`}
          >
            {(id) => <DateField id={id} value={endsOn} onChange={setEndsOn} />}
          </Field>
          <SendRow
            verb="保存方案"
            error={send.error}
            pending={send.isPending}
            hint={open > 0 ? `有 ${open} 栏别的台账已有，改为引用或写明理由后才能报批` : '保存后再报批'}
          />
        </section>
      </div>
      <Preview content={content} review={review.data} />
    </form>
  )
}

/** What the server refused and what the review found wrong, by path without the body's own word. */
function faultsOf(error: unknown, faults: readonly { path: string; message: string }[]): Record<string, string> {
  const out: Record<string, string> = {}
  for (const { path, message } of [...faults, ...(error instanceof ApiError ? error.fields : [])])
    out[path.replace(/^definition\./, '')] = message
  return out
}

const problemsOf = (told: Readonly<Record<string, string>>, at: number): string[] =>
  Object.entries(told).flatMap(([path, message]) => (path.startsWith(`fields.${at}.`) ? [message] : []))
