import type { MatterReasons } from '@yipanqi/model'
import type { ReactNode } from 'react'
import { useSpotlight } from '../paper/spotlight.ts'

export type Reason = MatterReasons['reasons'][number]

export const unread = '没有读文依据：这一项是手工列入、拆分出来的，或原文已改由您填写。'

export const reasonAbout = (reasons: MatterReasons | undefined, about: Reason['about']): Reason | undefined =>
  reasons?.reasons.find((r) => r.about === about)

/** One decision in a line, with its words lit up on the paper. `now` is what the field holds, where that is a word. */
export function Because({ reason, now, of }: { reason: Reason; now?: string | null; of?: string }): ReactNode {
  useSpotlight(reason.words)
  const moved = now !== undefined && reason.value !== now
  return (
    <div>
      {of && `${of}：`}
      {reason.why}
      {moved && <span className="mute">{reason.value ? `（原读作“${reason.value}”）` : '（原文没有读出）'}</span>}
    </div>
  )
}

interface Props {
  reasons: MatterReasons | undefined
  about: 'kind' | 'attitude' | 'doneWhen'
  now: string | null
}

/** Why this 事项类别, 力争方向 or 完成标志. */
export function WhyDecision({ reasons, about, now }: Props): ReactNode {
  const reason = reasonAbout(reasons, about)
  return (
    <div className="reason reason-block">{reason ? <Because reason={reason} now={now} /> : <div>{unread}</div>}</div>
  )
}
