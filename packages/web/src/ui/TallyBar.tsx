import type { Tally } from '@yipanqi/model'
import { type Light as LightName, lightWords } from '@yipanqi/model/words.ts'
import type { ReactNode } from 'react'
import { grouped } from '../format/numbers.ts'
import { Light } from './Light.tsx'

const order = ['green', 'yellow', 'red', 'grey', 'done'] as const

/** 36 项 ● 25 ◆ 3 ▲ 1 ○ 2 ✓ 5 with the bar beneath: every part's length is its number. */
export function TallyBar({ tally, size = 'large' }: { tally: Tally; size?: 'large' | 'small' }): ReactNode {
  const words = order.filter((light) => tally[light] > 0).map((light) => `${lightWords[light]} ${tally[light]} 项`)
  return (
    <div className={`tally tally-${size}`}>
      <div className="tally-figures">
        <span className="tally-total">
          <b>{grouped(tally.total)}</b> 项
        </span>
        {order.map((light: LightName & (typeof order)[number]) =>
          tally[light] === 0 && size === 'small' ? null : (
            <span key={light} className={`tally-part ink-${light}`}>
              <Light light={light} size={size === 'large' ? 15 : 12} />
              <b>{grouped(tally[light])}</b>
              {light === 'done' && size === 'large' && <span className="mute"> 已办结</span>}
            </span>
          ),
        )}
      </div>
      <div className="tally-bar" role="img" aria-label={words.join('，') || '尚未亮灯'}>
        {order.map((light) =>
          tally[light] > 0 ? <i key={light} className={`fill-${light}`} style={{ flexGrow: tally[light] }} /> : null,
        )}
        {tally.none > 0 && <i className="fill-none" style={{ flexGrow: tally.none }} />}
      </div>
    </div>
  )
}
