import { type ReactNode, useEffect, useState } from 'react'
import { ApiError } from '../api/errors.ts'

/** What happened, why, who can act. */
export function ErrorNote({ error, retry }: { error: unknown; retry?: () => void }): ReactNode {
  const known = error instanceof ApiError ? error : null
  return (
    <div className="note note-error" role="alert">
      <b>{known ? known.message : '页面出了问题'}</b>
      <div>{known ? known.why : '请刷新页面再试；总是这样请联系系统管理员。'}</div>
      {known && known.who.length > 0 && <div>可以办理：{known.who.slice(0, 6).join('、')}</div>}
      {known?.fields.map((field) => (
        <div key={field.path}>· {field.message}</div>
      ))}
      {known && known.items.length > 0 && (
        <ul className="note-items">
          {known.items.slice(0, 12).map((item) => (
            <li key={item.id}>
              {item.title}：{item.why}
            </li>
          ))}
          {known.items.length > 12 && <li>……共 {known.items.length} 项</li>}
        </ul>
      )}
      {retry && (
        <button type="button" className="link" onClick={retry}>
          再试一次
        </button>
      )}
    </div>
  )
}

/** Says nothing for half a second, then that it is coming, and after five seconds that it is slow. */
export function Waiting({ what = '内容' }: { what?: string }): ReactNode {
  const [stage, setStage] = useState(0)
  useEffect(() => {
    const timers = [setTimeout(() => setStage(1), 500), setTimeout(() => setStage(2), 5_000)]
    return () => timers.forEach(clearTimeout)
  }, [])
  return (
    <div className="waiting" role="status">
      {stage > 0 && <span className="waiting-bar" aria-hidden="true" />}
      {stage === 1 && `正在取${what}…`}
      {stage === 2 && `取${what}比平时慢，请稍候；也可以先去别的页面。`}
    </div>
  )
}

/** An empty place says what to do next. */
export function Empty({ title, children }: { title: string; children?: ReactNode }): ReactNode {
  return (
    <div className="empty">
      <div className="empty-title">{title}</div>
      {children && <div className="mute">{children}</div>}
    </div>
  )
}
