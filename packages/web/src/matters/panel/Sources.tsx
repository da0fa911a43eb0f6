import type { MatterDetail } from '@yipanqi/model'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** 来源: the sentences that ask for this, each leading back to its place in its document. */
export function Sources({ matter }: { matter: MatterDetail }): ReactNode {
  return (
    <ul className="sources">
      {matter.fullSources.map((source) => (
        <li key={`${source.document}-${source.start}`}>
          <blockquote>{source.quote}</blockquote>
          <Link
            to="/documents/$id"
            params={{ id: String(source.document) }}
            hash={`s${source.start}`}
            className="small"
          >
            {source.documentTitle}
            {source.documentNumber && `（${source.documentNumber}）`}
          </Link>
        </li>
      ))}
    </ul>
  )
}
