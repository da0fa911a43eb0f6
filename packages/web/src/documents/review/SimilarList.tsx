import type { MatterDetail } from '@yipanqi/model'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { stateWords } from '@yipanqi/model/words.ts'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { post } from '../../api/client.ts'
import { similarQuery } from '../../api/queries.ts'
import { useSend } from '../../api/send.ts'
import { ErrorNote } from '../../ui/Notes.tsx'

/** 归并: a matter in force that says the same takes this sentence as one more source, and no new one is made. */
export function SimilarList({ matter }: { matter: MatterDetail }): ReactNode {
  const similar = useQuery(similarQuery(matter.id))
  const join = useSend(
    (into: { id: number; version: number }) =>
      post<MatterDetail>(`/matters/${into.id}/sources`, {
        version: into.version,
        draft: { id: matter.id, version: matter.version },
      }),
    { done: '已归并：来源加到在办事项上，不新立' },
  )
  const items = similar.data?.items ?? []
  if (items.length === 0) return null
  return (
    <div className="similar">
      <b>可能已经交办过</b>
      <ul>
        {items.slice(0, 3).map(({ matter: old, why }) => (
          <li key={old.id} className="row">
            <span className="grow">
              <Link to="." search={(search: Record<string, unknown>) => ({ ...search, matter: old.id })}>
                {old.title}
              </Link>
              <span className="mute small">
                　{stateWords[old.state]} · {old.lead?.short ?? '待认领'}
                {why.length > 0 && ` · 相同的词：${why.slice(0, 4).join('、')}`}
              </span>
            </span>
            <Button size="small" loading={join.isPending} onClick={() => join.mutate(old)}>
              归并到这项
            </Button>
          </li>
        ))}
      </ul>
      {join.error && <ErrorNote error={join.error} />}
    </div>
  )
}
