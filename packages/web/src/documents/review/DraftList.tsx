import type { DocumentDetail } from '@yipanqi/model'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { reasonsQuery } from '../../api/queries.ts'
import { useMe } from '../../session/me.ts'
import { useGradually } from '../../ui/gradually.ts'
import { Empty } from '../../ui/Notes.tsx'
import type { Group } from '../living/groups.ts'
import { undated } from './DeadlineDialog.tsx'
import { DraftRow, type RowActs } from './DraftRow.tsx'
import { missingWords } from './missing.ts'
import { UnknownUnits } from './UnknownUnits.tsx'

interface Props {
  document: DocumentDetail
  groups: Group[]
  at: number | null
  chosen: ReadonlySet<number>
  why: boolean
  acts: RowActs
  onMerge: () => void
  onDeadline: () => void
  onRefused: (start: number) => void
}

export function DraftList(props: Props): ReactNode {
  const { document: doc, groups, chosen, acts } = props
  const { today } = useMe()
  const upTo = useGradually(doc.matters.length, 14)
  const drawn = useMemo(() => new Set(groups.flatMap((g) => g.matters.map((m) => m.id)).slice(0, upTo)), [groups, upTo])
  const unknown = useQuery(reasonsQuery(doc.id)).data?.unknownUnits ?? []
  const lacking = doc.matters.filter((m) => missingWords(m).length > 0).length
  const undatedCount = undated(doc).length
  return (
    <div className="card drafts">
      <div className="drafts-head">
        <span>{lacking > 0 ? `还有 ${lacking} 项缺要件，印发前须补齐` : '各项要件已齐'}</span>
        {chosen.size === 0 && undatedCount > 0 && (
          <Button size="small" onClick={props.onDeadline}>
            给未写时限的 {undatedCount} 项统一拟定…
          </Button>
        )}
        {chosen.size > 0 && (
          <Button size="small" onClick={props.onMerge} disabled={chosen.size < 2}>
            合并选中的 {chosen.size} 项
          </Button>
        )}
      </div>
      <UnknownUnits document={doc} unknown={unknown} onGo={acts.onGo} />
      {groups.map((group) => (
        <section key={group.key} aria-label={group.title}>
          <h2 className="list-group">{group.title}</h2>
          <ul>
            {group.matters
              .filter((m) => drawn.has(m.id) || m.id === props.at)
              .map((matter) => (
                <DraftRow
                  key={matter.id}
                  document={matter.id === props.at ? doc : null}
                  matter={matter}
                  today={today}
                  chosen={chosen.has(matter.id)}
                  why={matter.id === props.at && props.why}
                  acts={acts}
                />
              ))}
          </ul>
        </section>
      ))}
      {doc.matters.length === 0 && (
        <Empty title="没有读出任务句">
          这份文件里没有找到让谁办什么的话。左边点任何一句“未列入”的，可以手工列为事项。
        </Empty>
      )}
      {doc.refused.length > 0 && (
        <section aria-label="未列入">
          <h2 className="list-group">未列入 {doc.refused.length} 句（附理由）</h2>
          <ul>
            {doc.refused.map((r) => (
              <li key={r.start} className="draft-refused">
                <button type="button" className="plain refused-quote" onClick={() => props.onRefused(r.start)}>
                  “{doc.text.slice(r.start, r.end)}”
                </button>
                <span className="mute small">{r.why}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
