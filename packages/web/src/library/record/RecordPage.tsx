import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ErrorNote, Waiting } from '../../ui/Notes.tsx'
import { useTitle } from '../../ui/title.ts'
import { useLibrary } from '../use-library.ts'
import { RecordPanel } from './RecordPanel.tsx'

export function RecordPage(): ReactNode {
  const { library: name, id } = useParams({ from: '/shell/libraries/$library/$id' })
  const navigate = useNavigate()
  const library = useLibrary(name)
  useTitle(library.data ? library.data.shape.noun : '台账')
  const back = { to: '/libraries/$library', params: { library: name } } as const
  if (library.error) {
    return (
      <div className="page">
        <ErrorNote error={library.error} retry={() => void library.refetch()} />
      </div>
    )
  }
  if (!library.data) return <Waiting what="台账" />
  return (
    <div className="page record-page">
      <p className="record-back no-print">
        <Link {...back}>{library.data.shape.name}</Link>
      </p>
      <div className="card record-card">
        <RecordPanel
          key={id}
          library={library.data}
          id={Number(id)}
          heading="h1"
          onRemoved={() => void navigate(back)}
        />
      </div>
    </div>
  )
}
