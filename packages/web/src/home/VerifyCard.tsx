import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { matterQuery } from '../api/queries.ts'
import { day } from '../format/dates.ts'
import { ActionBar } from '../matters/actions/ActionBar.tsx'
import { whoWords } from '../matters/MatterRow.tsx'
import { useMe } from '../session/me.ts'
import { Light } from '../ui/Light.tsx'
import { ErrorNote } from '../ui/Notes.tsx'

/** 完成标志 on the left, what the unit says and shows on the right, the decision beneath. */
export function VerifyCard({ id, due }: { id: number; due: string | null }): ReactNode {
  const { today } = useMe()
  const query = useQuery(matterQuery(id))
  if (query.error) return <ErrorNote error={query.error} />
  const matter = query.data
  if (!matter) return <li className="verify verify-wait" aria-hidden="true" />
  const asked = [...matter.events].reverse().find((e) => e.action === 'request-close')
  const evidence = matter.events.flatMap((e) =>
    e.evidence.map((file) => ({ ...file, at: e.asOf ?? e.at.slice(0, 10) })),
  )
  const pieces = [...evidence].reverse()
  return (
    <li className="verify">
      <div className="row">
        <Light light={matter.light} />
        <h2 className="grow verify-title">
          <Link to="/matters/$id" params={{ id: String(id) }}>
            {matter.title}
          </Link>
        </h2>
        {due && <span className={due < today ? 'small ink-red' : 'small mute'}>{day(due, today)} 前核查</span>}
      </div>
      <p className="mute small">{whoWords(matter)}</p>
      <div className="verify-sides">
        <div>
          <h3>完成标志</h3>
          <p>{matter.doneWhen ?? '未写明'}</p>
        </div>
        <div>
          <h3>单位说明与佐证</h3>
          <p>{asked?.text ?? '没有写说明'}</p>
          <ul>
            {pieces.slice(0, 6).map((file) => (
              <li key={file.id}>
                <a href={`/api/v1/files/${file.id}`} download>
                  {file.name}
                </a>{' '}
                <span className="mute small">{day(file.at, today)}</span>
              </li>
            ))}
          </ul>
          {pieces.length === 0 && <p className="ink-yellow">没有附佐证</p>}
        </div>
      </div>
      <div className="row verify-acts">
        <ActionBar matter={matter} />
      </div>
    </li>
  )
}
