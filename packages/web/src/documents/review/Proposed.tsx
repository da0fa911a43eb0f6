import type { ReactNode } from 'react'

/** 拟: what the text does not say stands in another colour until the consultation has settled it. */
export function Proposed({ on, children }: { on: boolean; children: ReactNode }): ReactNode {
  if (!on) return <span>{children}</span>
  return (
    <span className="proposed" title="原文没有写明，系统或拟稿人填的建议">
      {children}
      <span className="propose">拟</span>
    </span>
  )
}
