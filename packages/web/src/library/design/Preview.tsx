import type { OwnReview } from '@yipanqi/model/libraries/own/api.ts'
import type { Value } from '@yipanqi/model/libraries/field.ts'
import { type ReactNode, useState } from 'react'
import { Field } from '../../ui/Field.tsx'
import { fieldOf } from '../fields/field-of.ts'
import type { FieldView } from '../fields/view.ts'
import { useNames } from '../use-library.ts'
import { FieldWidget } from '../widgets/FieldWidget.tsx'
import { type Content, isWhole } from './content.ts'

/** The form as it would be asked: what is typed here is kept nowhere. */
export function Preview({ content, review }: { content: Content; review: OwnReview | undefined }): ReactNode {
  const nameOf = useNames()
  const [values, setValues] = useState<Readonly<Record<string, Value>>>({})
  const fields: FieldView[] = (review?.fields ?? [])
    .filter((f) => !f.system)
    .map((shape) => ({ name: shape.name, label: shape.label, shape, field: fieldOf(shape) }))
  const wrong = review?.faults ?? []
  return (
    <aside className="card own-card own-preview" aria-labelledby="own-preview">
      <h2 className="section-title" id="own-preview">
        填表的样子
      </h2>
      <div className="own-pad">
        <p className="mute small">可以试着填，不会保存。{isWhole(content) ? '' : '这些栏接在原来的栏目后面。'}</p>
        {fields.length === 0 && (
          <p className="mute">
            {wrong.length > 0 ? `还有 ${wrong.length} 处要改，改好后显示。` : '写好栏目名后显示。'}
          </p>
        )}
        {fields.map((field) => (
          <Field
            key={`${field.name}/${field.shape.kind}`}
            label={field.label}
            required={field.shape.required}
            hint={field.shape.help}
          >
            {(id) => (
              <FieldWidget
                id={id}
                field={field}
                value={values[field.name] ?? null}
                nameOf={nameOf}
                onChange={(value) => setValues((old) => ({ ...old, [field.name]: value }))}
              />
            )}
          </Field>
        ))}
      </div>
    </aside>
  )
}
