import type { Finding } from '@yipanqi/model/libraries/own/review.ts'
import { ownKindWords } from '@yipanqi/model/libraries/own/kinds.ts'
import type { OwnDetail } from '@yipanqi/model/libraries/own/api.ts'
import { type ReactNode, useState } from 'react'
import type { OwnField } from './content.ts'
import { FindingList } from './FindingList.tsx'
import { ObjectDialog } from './ObjectDialog.tsx'

interface Props {
  own: OwnDetail
  fields: readonly OwnField[]
  findings: readonly Finding[]
  mayObject?: boolean
}

/** What is asked, with what the review found beside each field. */
export function FieldTable({ own, fields, findings, mayObject = false }: Props): ReactNode {
  const [objecting, setObjecting] = useState<OwnField | null>(null)
  const may = mayObject && own.can.includes('object')
  return (
    <>
      <ul className="own-fields">
        {fields.map((field) => (
          <li key={field.name} className={field.retired ? 'own-field own-field-retired' : 'own-field'}>
            <span className="own-field-name">
              {field.label}
              {field.required && <span className="field-must"> 必填</span>}
              {field.retired && <span className="mute">（停用）</span>}
            </span>
            <span className="mute small">{kindText(field)}</span>
            <span className="own-field-notes small">
              {field.help && <span className="mute">{field.help}</span>}
              <FindingList findings={findings.filter((f) => f.field === field.name)} because={field.because} />
            </span>
            {may && !field.retired && (
              <button type="button" className="link own-field-act no-print" onClick={() => setObjecting(field)}>
                此数已有<span className="sr">：{field.label}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {objecting && <ObjectDialog own={own} field={objecting} onClose={() => setObjecting(null)} />}
    </>
  )
}

export function kindText(field: OwnField): string {
  const choices = field.choices ?? []
  const more =
    choices.length > 0
      ? `：${choices.slice(0, 4).join('、')}${choices.length > 4 ? ` 等 ${choices.length} 项` : ''}`
      : field.measure
        ? `（${field.measure}）`
        : ''
  return `${ownKindWords[field.kind]}${more}`
}
