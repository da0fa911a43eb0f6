import type { Tally } from '@yipanqi/model'
import type { ReactNode } from 'react'
import { day } from '../format/dates.ts'
import { useMe } from '../session/me.ts'
import { TallyBar } from '../ui/TallyBar.tsx'

export function TallyHead({ tally, title }: { tally: Tally; title: string }): ReactNode {
  const { today } = useMe()
  return (
    <section className="card tally-head">
      <h1>
        {title} <span className="mute">截至 {day(today, today)}</span>
      </h1>
      <TallyBar tally={tally} />
    </section>
  )
}
