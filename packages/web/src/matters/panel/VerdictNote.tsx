import type { MatterDetail } from '@yipanqi/model'
import { beforeIssue, type Light, lightWords, type State } from '@yipanqi/model/words.ts'
import { type ReactNode, useState } from 'react'
import { day } from '../../format/dates.ts'
import { useMe } from '../../session/me.ts'
import './verdict.css'

interface Props {
  verdict: MatterDetail['verdict']
  light: Light | null
  since: string | null
  state: State
  doneWhen: string | null
}

const name = (light: Light): string => (light === 'done' ? '为什么算办结' : `为什么是${lightWords[light]}`)

/** 为什么是黄灯: the arithmetic in one sentence, the rule with its number, and the steps one click away. */
export function VerdictNote({ verdict, light, since, state, doneWhen }: Props): ReactNode {
  const { today } = useMe()
  const [open, setOpen] = useState(false)
  if (!verdict) {
    return (
      <div>
        <b>{beforeIssue.includes(state) ? '印发前不亮灯' : '尚未亮灯'}</b>
        <span className="verdict-sentence">{doneWhen ? `完成标志：${doneWhen}` : '完成标志尚未写明'}</span>
      </div>
    )
  }
  const { rule } = verdict
  const basis = [
    `依据：${rule.documentNumber ?? ''}${rule.article ?? ''}`,
    rule.name,
    since ? `${day(since, today)}起` : '',
    verdict.lastEvidence ? `最近佐证 ${day(verdict.lastEvidence, today)}` : '尚无佐证',
  ]
  return (
    <div className="verdict">
      <b>{light ? name(light) : '为什么不亮灯'}</b>
      <span className="verdict-sentence">{verdict.sentence}</span>
      {verdict.pace && <span className="verdict-pace">{verdict.pace}</span>}
      <div className="mute">{basis.filter(Boolean).join(' · ')}</div>
      {verdict.steps.length > 0 && (
        <button type="button" className="link small no-print" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? '收起算式' : '看算式'}
        </button>
      )}
      {open && (
        <table className="verdict-steps">
          <tbody>
            {verdict.steps.map((step) => (
              <tr key={step.label}>
                <th scope="row">{step.label}</th>
                <td>{step.formula}</td>
                <td className="nowrap">{step.value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
