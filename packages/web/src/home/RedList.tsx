import type { MatterItem } from '@yipanqi/model'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { MatterRow } from '../matters/MatterRow.tsx'
import { Empty } from '../ui/Notes.tsx'

interface Props {
  title: string
  matters: MatterItem[]
  total: number
  empty: string
  /** The whole list behind these few. */
  search: { light?: string; leader?: number; unit?: number }
}

/** What is red, with the reason in one line under each. */
export function RedList({ title, matters, total, empty, search }: Props): ReactNode {
  const navigate = useNavigate()
  return (
    <section className="card" aria-label={title}>
      <h2 className="section-title">
        {title} <span className="count">{total} 项</span>
        {total > 0 && (
          <Link to="/matters" search={search} className="end">
            看全部
          </Link>
        )}
      </h2>
      <ul>
        {matters.slice(0, 8).map((matter) => (
          <MatterRow
            key={matter.id}
            matter={matter}
            onPick={() => void navigate({ to: '.', search: { matter: matter.id } })}
          >
            {matter.why && <p className="red-why">{matter.why}</p>}
          </MatterRow>
        ))}
      </ul>
      {matters.length === 0 && <Empty title={empty} />}
    </section>
  )
}
