import type { MatterDetail } from '@yipanqi/model'
import type { ReactNode } from 'react'
import { actorWords } from '../../api/errors.ts'
import { canWords, matterActions } from '../actions/words.ts'

/** 由谁办: what this person can't do now, why, and who can. */
export function WhoCan({ matter }: { matter: MatterDetail }): ReactNode {
  const shown = new Set<string>(matterActions)
  const refused = matter.can.filter((c) => !c.allowed && c.why && shown.has(c.action))
  const over = ['closed', 'withdrawn', 'merged'].includes(matter.state)
  if (over || refused.length === 0) return null
  return (
    <details className="who-can no-print">
      <summary>由谁办（您现在不能办的 {refused.length} 步）</summary>
      <ul>
        {refused.map((c) => (
          <li key={c.action}>
            <b>{canWords[c.action]}</b>　{c.why}
            {c.who.length > 0 && <span className="mute">。由谁办：{c.who.slice(0, 4).map(actorWords).join('、')}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}
