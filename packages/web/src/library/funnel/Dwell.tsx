import type { ReactNode } from 'react'
import { days, type FunnelStage } from './findings.ts'

const width = 220
const height = 22

/** Days of the stays that ended: the middle half as a bar, the middle as a stroke; the limit of 停滞 as a broken line. */
export function Dwell({ stage, end }: { stage: FunnelStage; end: number }): ReactNode {
  const { dwell, stalledAfter } = stage
  const x = (value: number): number => Math.round((value / end) * width * 10) / 10
  if (!dwell && stalledAfter === null) return <span className="mute small">还没有走完的</span>
  return (
    <span className="dwell">
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
        <line x1={0} y1={height / 2} x2={width} y2={height / 2} className="dwell-axis" />
        {stalledAfter !== null && (
          <line x1={x(stalledAfter)} y1={1} x2={x(stalledAfter)} y2={height - 1} className="dwell-limit" />
        )}
        {dwell && (
          <>
            <rect
              x={x(dwell.q1)}
              y={5}
              width={Math.max(2, x(dwell.q3) - x(dwell.q1))}
              height={height - 10}
              rx={2}
              className="dwell-half"
            />
            <line x1={x(dwell.median)} y1={2} x2={x(dwell.median)} y2={height - 2} className="dwell-middle" />
          </>
        )}
      </svg>
      <span className="small">
        {dwell ? (
          <>
            中位 <b>{days(dwell.median)}</b> 天
            <span className="mute">
              ，一半在 {days(dwell.q1)}–{days(dwell.q3)} 天
            </span>
          </>
        ) : (
          <span className="mute">还没有走完的</span>
        )}
        {stalledAfter !== null && <span className="mute">；超过 {stalledAfter} 天算停滞</span>}
      </span>
    </span>
  )
}
