import { type Light as LightName, lightWords } from '@yipanqi/model/words.ts'
import type { ReactNode } from 'react'

// Drawn, not typed: ● and ◆ have different widths in every font, and a drawing prints the same everywhere.
const shapes: Record<LightName, ReactNode> = {
  green: <circle cx="8" cy="8" r="5.6" fill="currentColor" />,
  yellow: <path d="M8 1.6 14.4 8 8 14.4 1.6 8Z" fill="currentColor" />,
  red: <path d="M8 1.8 15 14H1Z" fill="currentColor" />,
  grey: <circle cx="8" cy="8" r="5.4" fill="none" stroke="currentColor" strokeWidth="1.8" strokeDasharray="2.6 1.6" />,
  done: <path d="m2.6 8.6 3.6 3.8 7.2-8.6" fill="none" stroke="currentColor" strokeWidth="2.2" />,
}

interface Props {
  light: LightName | null
  size?: number
  /** Decoration beside words that already say the colour. */
  silent?: boolean
}

/** 灯: a shape and a colour, so that it reads in greyscale and in print. Nothing is drawn before issue. */
export function Light({ light, size = 14, silent = false }: Props): ReactNode {
  if (!light) return <span className="light light-none" aria-hidden="true" />
  return (
    <span
      className={`light light-${light}`}
      {...(silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': lightWords[light] })}
    >
      <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
        {shapes[light]}
      </svg>
    </span>
  )
}
