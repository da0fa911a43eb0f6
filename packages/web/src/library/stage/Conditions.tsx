import type { GateState } from '@yipanqi/model/libraries/records-api.ts'
import type { ReactNode } from 'react'
import type { LibraryView, NameOf } from '../fields/view.ts'
import type { Answer, Answers, Target } from './move.ts'
import { OpenCondition, Source } from './OpenCondition.tsx'

interface Props {
  library: LibraryView
  target: Target
  answers: Answers
  wrong: Readonly<Record<string, string>>
  today: string
  nameOf: NameOf
  onChange: (condition: string, answer: Answer) => void
}

/** 进阶条件: what lacks first, since that is what one has to do something about; what is there beneath it. */
export function Conditions({ library, target, answers, wrong, today, nameOf, onChange }: Props): ReactNode {
  const open = target.conditions.filter((c) => !c.holds)
  const met = target.conditions.filter((c) => c.holds)
  if (target.conditions.length === 0) return <p className="mute gate-none">这个阶段没有进阶条件，选好日期即可。</p>
  return (
    <>
      {open.length > 0 && (
        <section aria-label="还缺的">
          <h3 className="gate-head">
            还缺 {open.length} 件
            <span className="mute small">有了的写文号；确实没有的可以容缺，写明依据、承诺人、补齐日期</span>
          </h3>
          <ul className="gate-list">
            {open.map((condition) => (
              <OpenCondition
                key={condition.id}
                library={library}
                condition={condition}
                answer={answers[condition.id] ?? {}}
                error={wrong[condition.id]}
                today={today}
                nameOf={nameOf}
                onChange={(answer) => onChange(condition.id, answer)}
              />
            ))}
          </ul>
        </section>
      )}
      {met.length > 0 && (
        <section aria-label="已具备的">
          <h3 className="gate-head">已具备 {met.length} 件</h3>
          <ul className="gate-met">
            {met.map((condition) => (
              <li key={condition.id}>
                <span className="gate-tick" aria-hidden="true">
                  ✓
                </span>
                <span className="grow">
                  {condition.name}
                  <span className="mute"> {metWords(condition)}</span>
                  <Source condition={condition} />
                </span>
                {condition.paper?.file && (
                  <a href={`/api/v1/files/${condition.paper.file.id}`} target="_blank" rel="noreferrer">
                    {condition.paper.file.name}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function metWords({ needs, paper }: GateState): string {
  if (paper?.state === 'waived') return `不需要：${paper.basis ?? ''}`
  if (needs === 'paper') return paper?.number ?? ''
  return needs === 'field' ? '已填写' : '已符合'
}
