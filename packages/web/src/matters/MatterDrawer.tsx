import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import type { ReactNode } from 'react'
import { usePhone } from '../ui/phone.ts'
import { MatterPanel } from './MatterPanel.tsx'

/** The matter over whatever page is open; Esc goes back to the same row. */
export function MatterDrawer({ id, onClose }: { id: number; onClose: () => void }): ReactNode {
  const phone = usePhone()
  return (
    <Drawer
      open
      onClose={onClose}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '92vh' : 720}
      title="事项"
      extra={
        <Link to="/matters/$id" params={{ id: String(id) }}>
          整页看
        </Link>
      }
    >
      <MatterPanel id={id} />
    </Drawer>
  )
}
