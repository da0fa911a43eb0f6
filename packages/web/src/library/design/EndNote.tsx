import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ownQuery } from './api.ts'
import { endNote } from './end-note.ts'

/** Over an own ledger's list: how long it may still be filled in, and that what is in it stays. */
export function EndNote({ id }: { id: string }): ReactNode {
  const { data: own } = useQuery(ownQuery(id))
  const words = own ? endNote(own) : null
  if (!own || words === null) return null
  return (
    <p className={own.state === 'ended' ? 'note note-warn' : 'note note-info'} role="status">
      {words}
      {own.can.includes('renew') && (
        <>
          {' '}
          <Link to="/own-libraries/$id" params={{ id }} className="no-print">
            报请续用
          </Link>
        </>
      )}
    </p>
  )
}
