import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import type { ReactNode } from 'react'
import { usePhone } from '../../ui/phone.ts'
import type { LibraryView } from '../fields/view.ts'
import { RecordPanel } from './RecordPanel.tsx'

/** A record over the list; Esc goes back to the same row. */
export function RecordDrawer({
  library,
  id,
  onClose,
}: {
  library: LibraryView
  id: number
  onClose: () => void
}): ReactNode {
  const phone = usePhone()
  return (
    <Drawer
      open
      onClose={onClose}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '92vh' : 760}
      title={library.shape.noun}
      extra={
        <Link to="/libraries/$library/$id" params={{ library: library.shape.id, id: String(id) }}>
          整页看
        </Link>
      }
    >
      <RecordPanel key={id} library={library} id={id} onRemoved={onClose} />
    </Drawer>
  )
}
