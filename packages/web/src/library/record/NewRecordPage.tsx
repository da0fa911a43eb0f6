import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ErrorNote, Waiting } from '../../ui/Notes.tsx'
import { useTitle } from '../../ui/title.ts'
import { useLibrary, useNames } from '../use-library.ts'
import { RecordForm } from './RecordForm.tsx'
import './record.css'

export function NewRecordPage(): ReactNode {
  const { library: name } = useParams({ from: '/shell/libraries/$library/new' })
  const navigate = useNavigate()
  const library = useLibrary(name)
  const nameOf = useNames()
  useTitle(library.data ? `新增${library.data.shape.noun}` : '新增')
  if (library.error) {
    return (
      <div className="page">
        <ErrorNote error={library.error} retry={() => void library.refetch()} />
      </div>
    )
  }
  if (!library.data) return <Waiting what="台账" />
  const { shape } = library.data
  return (
    <div className="page record-page">
      <p className="record-back">
        <Link to="/libraries/$library" params={{ library: name }}>
          {shape.name}
        </Link>
      </p>
      <div className="card record-card">
        <h1 className="record-title">新增{shape.noun}</h1>
        <p className="mute small record-about">只有标“必填”的要当场填，其余知道多少填多少，以后随时补。</p>
        <RecordForm
          library={library.data}
          nameOf={nameOf}
          onDone={(saved) =>
            void navigate({ to: '/libraries/$library/$id', params: { library: name, id: String(saved.id) } })
          }
          onCancel={() => void navigate({ to: '/libraries/$library', params: { library: name } })}
        />
      </div>
    </div>
  )
}
