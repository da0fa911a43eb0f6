import type { ReactNode } from 'react'
import type { Target } from './move.ts'

const words: Readonly<Record<Target['way'], string>> = { on: '往前', back: '退回', exit: '退出', papers: '补件' }

/** Where to: onward, back, out; each says how much lacks before it is chosen. */
export function Targets({
  targets,
  target,
  onTarget,
}: {
  targets: readonly Target[]
  target: Target
  onTarget: (to: string) => void
}): ReactNode {
  return (
    <div className="stage-targets" role="radiogroup" aria-label="转到哪个阶段">
      {(['on', 'papers', 'back', 'exit'] as const).map((way) => {
        const here = targets.filter((t) => t.way === way)
        if (here.length === 0) return null
        return (
          <div key={way} className="stage-way">
            <span className="mute small">{words[way]}</span>
            {here.map((one) => (
              <label key={one.to} className={one.to === target.to ? 'chip chip-on' : 'chip'}>
                <input
                  type="radio"
                  name="stage-target"
                  className="sr"
                  checked={one.to === target.to}
                  onChange={() => onTarget(one.to)}
                />
                {way === 'papers' ? `仍在${one.name}` : one.name}
                {one.missing > 0 && <span className="chip-count">缺 {one.missing}</span>}
              </label>
            ))}
          </div>
        )
      })}
    </div>
  )
}
