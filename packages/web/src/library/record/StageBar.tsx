import type { ReactNode } from 'react'
import { day } from '../../format/dates.ts'
import { useMe } from '../../session/me.ts'
import type { LibraryView } from '../fields/view.ts'

/** The ladder with the step on which the record stands; a side exit stands apart. */
export function StageBar({
  library,
  stage,
  since,
}: {
  library: LibraryView
  stage: string | null
  since: string | null
}): ReactNode {
  const { today } = useMe()
  const { stages } = library.shape
  const steps = stages.filter((s) => !s.exit)
  const at = steps.findIndex((s) => s.id === stage)
  const out = stages.find((s) => s.exit && s.id === stage)
  const words = out?.name ?? steps[at]?.name ?? '尚未定阶段'
  return (
    <div className="stage-bar">
      <ol aria-label={`${library.shape.ladder ?? '阶段'}，现在是${words}`}>
        {steps.map((step, index) => (
          <li
            key={step.id}
            className={index < at ? 'stage-past' : index === at ? 'stage-now' : undefined}
            {...(index === at ? { 'aria-current': 'step' as const } : {})}
          >
            {step.name}
          </li>
        ))}
        {out && (
          <li className="stage-out" aria-current="step">
            {out.name}
          </li>
        )}
      </ol>
      {since && (
        <span className="mute small">
          {day(since, today)}起{words}
        </span>
      )}
    </div>
  )
}
