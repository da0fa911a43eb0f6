import type { ReactNode } from 'react'
import { moment } from '../../format/dates.ts'
import type { Change } from '../shapes.ts'
import './changes.css'

const opWords: Record<Change['op'], string> = { I: '登记', U: '修改', D: '删除', L: '事项' }

/** Differences field by field; the same list shows a matter's. */
export function ChangeList({
  items,
  today,
  onBack,
}: {
  items: readonly Change[]
  today: string
  /** Back to how it stood after this change; the newest is how it stands. */
  onBack?: (change: Change) => void
}): ReactNode {
  // A tie to a matter is no state of the record.
  const newest = items.findIndex((change) => change.op !== 'L')
  return (
    <ol className="changes">
      {items.map((change, index) => (
        <li key={`${change.op} ${change.id}`}>
          <div className="row">
            <b>{opWords[change.op]}</b>
            <span className="mute small">{[change.who, change.post].filter(Boolean).join(' · ') || '系统'}</span>
            <span className="mute small changes-when">{moment(change.at, today)}</span>
            {onBack && change.op !== 'L' && index > newest && (
              <button type="button" className="link small no-print" onClick={() => onBack(change)}>
                恢复到此
              </button>
            )}
          </div>
          {change.reason && <p className="small">理由：{change.reason}</p>}
          {change.fields.length > 0 && change.op !== 'I' && (
            <dl className="changes-fields">
              {change.fields.map((field) => (
                <div key={field.name}>
                  <dt>{field.label}</dt>
                  <dd>
                    <del>{field.before || '空'}</del>
                    <span aria-hidden="true"> → </span>
                    <ins>{field.after || '空'}</ins>
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ol>
  )
}
