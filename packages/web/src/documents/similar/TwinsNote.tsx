import type { DocumentTwins } from '@yipanqi/model'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { stateWords } from '@yipanqi/model/words.ts'
import type { ReactNode } from 'react'
import { get } from '../../api/client.ts'
import './twins.css'

const twinsQuery = (id: number) =>
  queryOptions({
    queryKey: ['similar', 'document', id],
    queryFn: ({ signal }) => get<DocumentTwins>(`/documents/${id}/similar`, {}, signal),
    staleTime: 60_000,
  })

/** Which drafts of a document are likely in force already; each is opened over the page. Joining is done at the draft. */
export function TwinsNote({ document }: { document: number }): ReactNode {
  const query = useQuery(twinsQuery(document))
  const items = query.data?.items ?? []
  if (items.length === 0) return null
  return (
    <details className="twins no-print">
      <summary>有 {items.length} 项拟稿可能已经交办过</summary>
      <ul>
        {items.map(({ draft, title, twins }) => (
          <li key={draft}>
            <b>{title}</b>
            {twins.map((twin) => (
              <span key={twin.id} className="twin">
                <Link to="." search={(search: Record<string, unknown>) => ({ ...search, matter: twin.id })}>
                  {twin.number} {twin.title}
                </Link>
                <span className="mute small">
                  {stateWords[twin.state]} · {twin.lead ?? '待认领'} · 像 {Math.round(twin.score * 100)} 分
                  {twin.words.length > 0 && ` · 相同的词：${twin.words.slice(0, 4).join('、')}`}
                </span>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}
