import type { DocumentItem } from '@yipanqi/model'
import { documentStateWords } from '@yipanqi/model/words.ts'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { day } from '../format/dates.ts'
import { useMe } from '../session/me.ts'
import { TallyBar } from '../ui/TallyBar.tsx'
import './document-row.css'

export function DocumentRow({ document: doc }: { document: DocumentItem }): ReactNode {
  const { today } = useMe()
  const about = [doc.number, doc.kind, doc.date ? day(doc.date, today) : null].filter(Boolean).join(' · ')
  return (
    <li className="doc-row">
      <Link to="/documents/$id" params={{ id: String(doc.id) }} className="doc-link">
        <span className="doc-what">
          <span className="doc-title">{doc.title}</span>
          <span className="mute small">{about}</span>
        </span>
        <span className="doc-tally">
          {doc.state === 'issued' ? (
            <TallyBar tally={doc.tally} size="small" />
          ) : (
            <>
              <span className="m-state">{doc.private ? '本人草稿' : documentStateWords[doc.state]}</span>
              <span className="mute small">
                {' '}
                {doc.tally.total} 项{doc.state === 'consulting' && doc.awaiting > 0 && `，${doc.awaiting} 份答复没到`}
              </span>
            </>
          )}
        </span>
      </Link>
    </li>
  )
}
