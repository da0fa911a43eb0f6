import type { MatterDetail } from '@yipanqi/model'
import type { ReactNode } from 'react'
import { day } from '../../format/dates.ts'
import { grouped } from '../../format/numbers.ts'
import { useMe } from '../../session/me.ts'

/** 制度成果 goes by steps, 指标 by its filed curve. */
export function Steps({ matter }: { matter: MatterDetail }): ReactNode {
  const { today } = useMe()
  return (
    <>
      {matter.steps.length > 0 && (
        <ol className="plan-steps" aria-label="步骤">
          {matter.steps.map((step) => (
            <li key={step.name} className={step.doneOn ? 'done' : step.due && step.due < today ? 'late' : ''}>
              <b>{step.name}</b>
              <span className="small">
                {step.doneOn ? `${day(step.doneOn, today)} 完成` : step.due ? `应于 ${day(step.due, today)}` : '未定'}
              </span>
            </li>
          ))}
        </ol>
      )}
      {matter.curve.length > 0 && (
        <p className="small mute">
          计划曲线（已报备）：
          {matter.curve.map((point) => `${day(point.date, today)} ${grouped(point.value)}`).join('，')}
        </p>
      )}
    </>
  )
}
