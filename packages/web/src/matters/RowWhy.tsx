import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { matterQuery } from '../api/queries.ts'
import { ErrorNote } from '../ui/Notes.tsx'
import { ActionBar } from './actions/ActionBar.tsx'
import { VerdictNote } from './panel/VerdictNote.tsx'

/** Under an opened row: why this light, by which rule, and what the reader may do about it. */
export function RowWhy({ id }: { id: number }): ReactNode {
  const matter = useQuery(matterQuery(id))
  if (matter.error) return <ErrorNote error={matter.error} />
  if (!matter.data) return <div className="why why-wait" aria-hidden="true" />
  return (
    <div className="why">
      <VerdictNote
        verdict={matter.data.verdict}
        light={matter.data.light}
        since={matter.data.lightSince}
        state={matter.data.state}
        doneWhen={matter.data.doneWhen}
      />
      <div className="row why-acts no-print">
        <ActionBar matter={matter.data} />
        <Link to="." search={(old: Record<string, unknown>) => ({ ...old, matter: id })} className="why-more">
          办理过程
        </Link>
      </div>
    </div>
  )
}
