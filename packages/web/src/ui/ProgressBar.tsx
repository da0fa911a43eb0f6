import type { Progress } from '@yipanqi/model'
import type { Light } from '@yipanqi/model/words.ts'
import type { ReactNode } from 'react'
import { progressWords } from '../format/targets.ts'
import { grouped } from '../format/numbers.ts'

const clamp = (percent: number): number => Math.max(0, Math.min(100, percent))

/** 进度条: its length is the figure, the tick is where the plan stands today. */
export function ProgressBar({ progress, light }: { progress: Progress; light: Light | null }): ReactNode {
  const plan = progress.planPercent
  const words = progressWords(progress)
  return (
    <div className="progress">
      <div
        className="progress-track"
        role="img"
        aria-label={`完成 ${grouped(progress.percent, 1)}%${plan === null ? '' : `，计划 ${grouped(plan, 1)}%`}`}
      >
        <i className={`fill-${light ?? 'none'}`} style={{ width: `${clamp(progress.percent)}%` }} />
        {plan !== null && <u style={{ left: `${clamp(plan)}%` }} title={`计划进度 ${grouped(plan, 1)}%`} />}
      </div>
      <div className="progress-words">{words}</div>
    </div>
  )
}
