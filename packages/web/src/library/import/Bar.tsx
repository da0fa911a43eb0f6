import type { ReactNode } from 'react'

/** How far it has come; without a number, that it is going on. */
export function Bar({ percent, words }: { percent: number | null; words: string }): ReactNode {
  return (
    <div className="import-bar">
      <div
        className={percent === null ? 'import-track import-going' : 'import-track'}
        role="progressbar"
        aria-label="进度"
        aria-valuemin={0}
        aria-valuemax={100}
        {...(percent === null ? {} : { 'aria-valuenow': percent })}
      >
        <i style={{ width: `${percent ?? 30}%` }} />
      </div>
      <span className="small" role="status">
        {words}
      </span>
    </div>
  )
}
