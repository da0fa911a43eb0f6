import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTitle } from '../ui/title.ts'
import { MatterPanel } from './MatterPanel.tsx'

export function MatterPage(): ReactNode {
  const { id } = useParams({ from: '/shell/matters/$id' })
  useTitle('事项')
  return (
    <div className="page">
      <div className="card matter-card">
        <MatterPanel id={Number(id)} heading="h1" />
      </div>
    </div>
  )
}
