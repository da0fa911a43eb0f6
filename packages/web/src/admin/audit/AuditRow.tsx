import type { AuditItem } from '@yipanqi/model'
import { type ReactNode, useState } from 'react'
import { moment } from '../../format/dates.ts'
import { useMe } from '../../session/me.ts'

const verbs = { I: '新增', U: '修改', D: '删除' } as const
const few = 4

/** One change: who, what, and each field's value before and after. */
export function AuditRow({ item }: { item: AuditItem }): ReactNode {
  const { today } = useMe()
  const [all, setAll] = useState(false)
  const fields = all ? item.fields : item.fields.slice(0, few)
  return (
    <li className="audit-row">
      <div className="audit-head">
        <span className={`audit-verb audit-${item.op}`}>{verbs[item.op]}</span>
        <b>{item.table.name}</b>
        <span className="grow" translate="no">
          {item.key}
        </span>
        <span className="mute small" translate="no">
          {item.who.display}
          {item.who.account && item.who.account !== item.who.display ? `（${item.who.account}）` : ''} · {item.who.post}{' '}
          · {moment(item.at, today)}
        </span>
      </div>
      {item.fields.length > 0 && (
        <dl className="audit-fields">
          {fields.map((field) => (
            <div key={field.label + (field.from ?? '') + (field.to ?? '')}>
              <dt>{field.label}</dt>
              <dd translate="no">
                {field.from !== null && <del>{field.from}</del>}
                {field.from !== null && field.to !== null && <span aria-hidden="true"> → </span>}
                {field.to !== null && <ins>{field.to}</ins>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {item.fields.length > few && (
        <button type="button" className="link small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? '收起' : `还有 ${item.fields.length - few} 栏`}
        </button>
      )}
    </li>
  )
}
