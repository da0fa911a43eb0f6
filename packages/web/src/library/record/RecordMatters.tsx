import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { stateWords } from '@yipanqi/model/words.ts'
import type { ReactNode } from 'react'
import { day } from '../../format/dates.ts'
import { useMe } from '../../session/me.ts'
import { Light } from '../../ui/Light.tsx'
import { ErrorNote } from '../../ui/Notes.tsx'
import { type RecordAnswer, recordMattersQuery } from '../api.ts'
import type { LibraryView } from '../fields/view.ts'

/** The matters that point to this record, with their lights. */
export function RecordMatters({
  library,
  record,
  mayLink,
}: {
  library: LibraryView
  record: RecordAnswer
  mayLink: boolean
}): ReactNode {
  const { today } = useMe()
  const matters = useQuery(recordMattersQuery(library.shape.id, record.id))
  if (matters.error) return <ErrorNote error={matters.error} />
  if (!matters.data) return <p className="mute small">正在取事项…</p>
  if (matters.data.length === 0) {
    return (
      <p className="mute small">
        还没有事项与这{library.shape.measure}
        {library.shape.noun}关联。{mayLink && '在事项里点“关联台账”就能连上。'}
      </p>
    )
  }
  return (
    <ul className="record-matters">
      {matters.data.map((matter) => (
        <li key={matter.id}>
          <Light light={matter.light} />
          <Link to="." search={(old: Record<string, unknown>) => ({ ...old, matter: matter.id })} className="grow">
            {matter.title}
          </Link>
          <span className="mute small">
            {[matter.lead?.short, stateWords[matter.state], matter.deadline ? day(matter.deadline, today) : '']
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
