import type { ErrorComponentProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ErrorNote } from '../ui/Notes.tsx'

/** A page that broke: most often an update was installed while it stood open, so a fresh load mends it. */
export function PageFault({ error }: ErrorComponentProps): ReactNode {
  return (
    <main className="page">
      <ErrorNote error={error} retry={() => location.reload()} />
    </main>
  )
}
