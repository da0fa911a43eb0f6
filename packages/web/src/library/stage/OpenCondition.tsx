import type { GateState } from '@yipanqi/model/libraries/records-api.ts'
import { Input } from 'antd'
import { type ReactNode, useId } from 'react'
import { day } from '../../format/dates.ts'
import { DateField } from '../../ui/DateField.tsx'
import type { LibraryView, NameOf } from '../fields/view.ts'
import { FieldWidget } from '../widgets/FieldWidget.tsx'
import { type Answer, isCarried } from './move.ts'
import { OneFile } from './OneFile.tsx'

interface Props {
  library: LibraryView
  condition: GateState
  answer: Answer
  error: string | undefined
  today: string
  nameOf: NameOf
  onChange: (answer: Answer) => void
}

type Way = NonNullable<Answer['way']>
const words: Readonly<Record<Way, string>> = { present: '有了', fill: '现在填', missing: '先容缺', waived: '不需要' }

/** A condition that does not hold: it has come after all, it is carried along as 缺件, or it is not needed here. */
export function OpenCondition({ library, condition, answer, error, today, nameOf, onChange }: Props): ReactNode {
  const name = useId()
  const field = condition.field === null ? undefined : library.find(condition.field)
  const ways: readonly Way[] = [
    ...(condition.needs === 'paper' ? (['present'] as const) : []),
    ...(field ? (['fill'] as const) : []),
    'missing',
    'waived',
  ]
  const set = (more: Partial<Answer>): void => onChange({ ...answer, ...more })
  return (
    <li className={error ? 'gate-open gate-wrong' : 'gate-open'} data-condition={condition.id}>
      <div className="gate-line">
        <div className="grow">
          <b>{condition.name}</b>
          <Source condition={condition} />
          <Promise condition={condition} today={today} />
          {condition.needs === 'test' && <p className="mute small">按台账里填的内容自动判断，请先在“修改”里填好。</p>}
        </div>
        <div className="gate-ways" role="radiogroup" aria-label={condition.name}>
          {ways.map((way) => (
            <label key={way} className={answer.way === way ? 'gate-way gate-way-on' : 'gate-way'}>
              <input
                type="radio"
                name={name}
                className="sr"
                checked={answer.way === way}
                onChange={() => set({ way })}
              />
              {words[way]}
            </label>
          ))}
        </div>
      </div>
      {answer.way && (
        <div className="gate-say">
          {answer.way === 'present' && (
            <>
              <Input
                aria-label={`${condition.name}的文号`}
                placeholder="文号或证号"
                className="gate-number"
                value={answer.number ?? ''}
                maxLength={120}
                onChange={(event) => set({ number: event.target.value })}
              />
              <OneFile
                label={`${condition.name}的扫描件`}
                file={answer.file}
                onChange={(file) => {
                  const { file: _old, ...rest } = answer
                  onChange(file ? { ...rest, file } : rest)
                }}
              />
            </>
          )}
          {answer.way === 'fill' && field && (
            <div className="grow">
              <FieldWidget
                label={field.label}
                field={field}
                value={answer.value ?? null}
                nameOf={nameOf}
                onChange={(value, problem) => {
                  const { problem: _old, ...rest } = answer
                  onChange(problem ? { ...rest, problem } : { ...rest, value })
                }}
              />
            </div>
          )}
          {(answer.way === 'missing' || answer.way === 'waived') && (
            <Input
              aria-label={`${condition.name}的${answer.way === 'missing' ? '容缺依据' : '不需要的依据'}`}
              placeholder={answer.way === 'missing' ? '依据，如 县政府专题会议纪要第 3 期' : '为什么不需要'}
              className="gate-basis"
              value={answer.basis ?? ''}
              maxLength={300}
              onChange={(event) => set({ basis: event.target.value })}
            />
          )}
          {answer.way === 'missing' && (
            <>
              <Input
                aria-label={`${condition.name}的承诺人`}
                placeholder="承诺人"
                className="gate-who"
                value={answer.promisedBy ?? ''}
                maxLength={60}
                onChange={(event) => set({ promisedBy: event.target.value })}
              />
              <DateField
                label={`${condition.name}的补齐日期`}
                placeholder="补齐日期"
                value={answer.due ?? null}
                min={today}
                onChange={(due) => {
                  const { due: _old, ...rest } = answer
                  onChange(due ? { ...rest, due } : rest)
                }}
              />
            </>
          )}
        </div>
      )}
      {error && (
        <div className="field-error" role="alert">
          {error}
        </div>
      )}
    </li>
  )
}

export function Source({ condition }: { condition: GateState }): ReactNode {
  return condition.source ? <span className="gate-source">{condition.source}</span> : null
}

/** What was promised about it before. */
function Promise({ condition, today }: { condition: GateState; today: string }): ReactNode {
  const { paper } = condition
  if (!paper || !isCarried(condition)) return null
  return (
    <p className="small">
      已容缺：{paper.promisedBy} 承诺 {day(paper.due, today)}前补齐{paper.basis && `（${paper.basis}）`}
      {paper.overdue && <b className="ink-red">，已过期</b>}
      {paper.matter !== null && '，已成为事项'}
    </p>
  )
}
