import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, Suspense } from 'react'
import { ErrorNote, Waiting } from '../ui/Notes.tsx'
import { useTitle } from '../ui/title.ts'
import { ImportWizard } from './slots.ts'
import { useLibrary } from './use-library.ts'

export function ImportPage(): ReactNode {
  const { library: name } = useParams({ from: '/shell/libraries/$library/import' })
  const library = useLibrary(name)
  useTitle(library.data ? `导入${library.data.shape.name}` : '导入')
  if (library.error) {
    return (
      <div className="page">
        <ErrorNote error={library.error} retry={() => void library.refetch()} />
      </div>
    )
  }
  if (!library.data) return <Waiting what="台账" />
  return (
    <div className="page">
      <p className="record-back">
        <Link to="/libraries/$library" params={{ library: name }}>
          {library.data.shape.name}
        </Link>
      </p>
      <Suspense fallback={<Waiting what="导入" />}>
        <ImportWizard library={library.data} />
      </Suspense>
    </div>
  )
}
