import type { Value } from '@yipanqi/model/libraries/field.ts'
import { useMutation } from '@tanstack/react-query'
import { Button, Input, Modal, Select } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { SendRow } from '../../matters/actions/SendRow.tsx'
import { Field } from '../../ui/Field.tsx'
import { at } from '../api.ts'
import type { FieldView, LibraryView, NameOf } from '../fields/view.ts'
import type { BulkPreview } from '../shapes.ts'
import { FieldWidget } from '../widgets/FieldWidget.tsx'
import { Preview } from './Preview.tsx'

interface Props {
  library: LibraryView
  nameOf: NameOf
  whom: { ids: number[] } | { filter: string | undefined; search: string | undefined }
  onClose: () => void
  onDone: () => void
}

/** Names, keys, secrets and files belong to one record: they are never given to many. */
const single = new Set(['person', 'secret', 'files', 'polygon', 'point', 'code'])
const mayBulk = (field: FieldView, library: LibraryView): boolean =>
  !field.shape.system && !single.has(field.shape.widget) && field.name !== library.title.name

/** 批量修改: choose columns and values, look at what will become of it, then do exactly that. */
export function BulkDialog({ library, nameOf, whom, onClose, onDone }: Props): ReactNode {
  const [values, setValues] = useState<Readonly<Record<string, Value>>>({})
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const root = `${at(library.shape.id)}/bulk`
  const body = { ...whom, values, reason: reason.trim() }
  const preview = useMutation({ mutationFn: () => post<BulkPreview>(`${root}/preview`, body) })
  const carry = useSend((token: string) => post<{ changed: number }>(root, { ...body, token }), {
    done: ({ changed }) => `已批量修改 ${changed} ${library.shape.measure}`,
    onDone,
  })
  const fields = library.fields.filter((f) => mayBulk(f, library))
  const names = Object.keys(values)
  const bad = names.some((name) => problems[name])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (names.length > 0 && !bad && reason.trim() !== '') preview.mutate()
  }
  return (
    <Modal open footer={null} width={680} title="批量修改" onCancel={onClose} mask={{ closable: false }}>
      {preview.data ? (
        <Preview
          library={library}
          nameOf={nameOf}
          preview={preview.data}
          names={names}
          error={carry.error}
          pending={carry.isPending}
          onBack={() => {
            preview.reset()
            carry.reset()
          }}
          onDo={() => carry.mutate(preview.data.token)}
        />
      ) : (
        <form onSubmit={submit} noValidate>
          {names.map((name) => {
            const field = library.find(name)
            if (!field) return null
            return (
              <Field
                key={name}
                label={field.label}
                error={problems[name]}
                hint={values[name] === null ? '不写值，就是把这一栏清空。' : undefined}
              >
                {(id) => (
                  <div className="row">
                    <div className="grow">
                      <FieldWidget
                        id={id}
                        field={field}
                        value={values[name] ?? null}
                        nameOf={nameOf}
                        onChange={(value, problem) => {
                          setValues({ ...values, [name]: value })
                          setProblems({ ...problems, [name]: problem ?? '' })
                        }}
                      />
                    </div>
                    <button
                      type="button"
                      className="link"
                      onClick={() => setValues(Object.fromEntries(Object.entries(values).filter(([n]) => n !== name)))}
                    >
                      不改这栏
                    </button>
                  </div>
                )}
              </Field>
            )
          })}
          <Field label="改哪一栏" error={tried && names.length === 0 ? '请选要改的栏目' : undefined}>
            {(id) => (
              <Select
                id={id}
                className="wide"
                placeholder="选栏目，可以选几个"
                showSearch={{ optionFilterProp: 'label' }}
                value={null}
                options={fields.filter((f) => !names.includes(f.name)).map((f) => ({ value: f.name, label: f.label }))}
                onChange={(name: string | null) => name && setValues({ ...values, [name]: null })}
              />
            )}
          </Field>
          <Field
            label="修改理由"
            required
            hint="写进每条记录的变更记录。"
            error={tried && reason.trim() === '' ? '请写明为什么改' : undefined}
          >
            {(id) => (
              <Input id={id} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
            )}
          </Field>
          <SendRow verb="看看会改成什么样" error={preview.error} pending={preview.isPending}>
            <Button size="large" onClick={onClose}>
              取消
            </Button>
          </SendRow>
        </form>
      )}
    </Modal>
  )
}
