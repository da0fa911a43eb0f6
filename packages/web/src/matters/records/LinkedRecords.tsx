import type { MatterDetail } from '@yipanqi/model'
import type { CamePaper } from '@yipanqi/model/libraries/records-api.ts'
import { inForce } from '@yipanqi/model/words.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { change } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { day } from '../../format/dates.ts'
import { ErrorNote } from '../../ui/Notes.tsx'
import { useMe } from '../../session/me.ts'
import { mayLink } from './may-link.ts'
import { linkedQuery } from './queries.ts'
import './records.css'

const LinkDialog = lazy(() => import('./LinkDialog.tsx').then((m) => ({ default: m.LinkDialog })))

/** The paper that this matter was to bring is there: nobody is asked for it again, and nothing closes by itself. */
function Came({ paper, today }: { paper: CamePaper; today: string }): ReactNode {
  const when = paper.on === null ? '' : `已于${day(paper.on, today)}`
  if (paper.state === 'waived')
    return (
      <p className="note note-info linked-came">
        缺件“{paper.condition}”{when}登记为不需要。
      </p>
    )
  return (
    <p className="note note-info linked-came">
      缺件“{paper.condition}”{when || '已'}补齐{paper.number !== null && `（${paper.number}）`}，反馈时可作佐证
      {paper.file && (
        <>
          ：
          <a href={`/api/v1/files/${paper.file.id}`} download>
            {paper.file.name}
          </a>
        </>
      )}
      。核查通过才算办结。
    </p>
  )
}

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
  // A paper that came is evidence while there is still something to report.
  const open = inForce.includes(matter.state)
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
              {open && one.papers.map((paper) => <Came key={paper.condition} paper={paper} today={me.today} />)}
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
