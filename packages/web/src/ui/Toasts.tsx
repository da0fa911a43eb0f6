import { type ReactNode, useSyncExternalStore } from 'react'
import { toasts } from './toast.ts'

export function Toasts(): ReactNode {
  const list = useSyncExternalStore(toasts.subscribe, toasts.get)
  return (
    <div className="toasts" role="status" aria-live="polite">
      {list.map((t) => (
        <div key={t.id} className={`toast toast-${t.tone}`}>
          {t.text}
        </div>
      ))}
    </div>
  )
}
