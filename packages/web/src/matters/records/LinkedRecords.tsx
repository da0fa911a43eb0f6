import type { MatterDetail } from '@yipanqi/model'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { change } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { ErrorNote } from '../../ui/Notes.tsx'
import { useMe } from '../../session/me.ts'
import { mayLink } from './may-link.ts'
import { linkedQuery } from './queries.ts'
import './records.css'

const LinkDialog = lazy(() => import('./LinkDialog.tsx').then((m) => ({ default: m.LinkDialog })))

/** 关联台账: the projects, firms, parcels… that this matter is about. */
export function LinkedRecords({ matter }: { matter: MatterDetail }): ReactNode {
  const me = useMe()
  const linked = useQuery(linkedQuery(matter.id))
  const [adding, setAdding] = useState(false)
  const unlink = useSend(
    ({ library, record }: { library: string; record: number }) =>
      change<void>('DELETE', `/matters/${matter.id}/records/${library}/${record}`),
    { done: '已取消关联' },
  )
  if (linked.error) return <ErrorNote error={linked.error} />
  const may = mayLink(me)
  const items = linked.data ?? []
  return (
    <>
      {items.length > 0 && (
        <ul className="linked">
          {items.map((one) => (
            <li key={`${one.library} ${one.record}`}>
              <span className="mute small">{one.libraryName}</span>
              <Link
                to="/libraries/$library/$id"
                params={{ library: one.library, id: String(one.record) }}
                className="grow"
              >
                {one.title}
              </Link>
              {one.stageName && <span className="m-state">{one.stageName}</span>}
              {may && (
                <button
                  type="button"
                  className="link small no-print"
                  aria-label={`取消关联 ${one.title}`}
                  disabled={unlink.isPending}
                  onClick={() => unlink.mutate(one)}
                >
                  取消关联
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {unlink.error && <ErrorNote error={unlink.error} />}
      {linked.isSuccess && items.length === 0 && (
        <p className="mute small">
          还没有关联台账里的记录。{may && '办的是哪个项目、哪户企业，连上以后两边都看得到。'}
        </p>
      )}
      {may && (
        <button type="button" className="link no-print" onClick={() => setAdding(true)}>
          关联台账
        </button>
      )}
      <Suspense fallback={null}>{adding && <LinkDialog matter={matter} onClose={() => setAdding(false)} />}</Suspense>
    </>
  )
}
