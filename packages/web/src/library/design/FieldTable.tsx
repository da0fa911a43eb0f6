import type { Finding } from '@yipanqi/model/libraries/own/review.ts'
import { ownKindWords } from '@yipanqi/model/libraries/own/kinds.ts'
import type { OwnDetail, OwnList } from '@yipanqi/model/libraries/own/api.ts'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ownListQuery } from './api.ts'
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
  const list = useQuery(ownListQuery)
  const targets = list.data?.targets ?? []
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
            <span className="mute small">{kindText(field, targets)}</span>
            <span className="own-field-notes small">
              {field.help && <span className="mute">{field.help}</span>}
              <FindingList findings={findings.filter((f) => f.field === field.name)} because={field.because} />
            </span>
            {may && !field.retired && (
              <button
                type="button"
                className="link own-field-act no-print"
                aria-label={`此数已有：${field.label}`}
                onClick={() => setObjecting(field)}
              >
                此数已有
              </button>
            )}
          </li>
        ))}
      </ul>
      {objecting && <ObjectDialog own={own} field={objecting} onClose={() => setObjecting(null)} />}
    </>
  )
}

/** 单选：甲、乙 · 金额（万元） · 引用企业库. */
function kindText(field: OwnField, targets: OwnList['targets']): string {
  const target = targets.find((t) => t.id === field.target)
  if (field.kind === 'reference' && target) return `引用${target.name}`
  const choices = field.choices ?? []
  const more =
    choices.length > 0
      ? `：${choices.slice(0, 4).join('、')}${choices.length > 4 ? ` 等 ${choices.length} 项` : ''}`
      : field.measure
        ? `（${field.measure}）`
        : ''
  return `${ownKindWords[field.kind]}${more}`
}
