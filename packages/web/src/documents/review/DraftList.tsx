import type { DocumentDetail } from '@yipanqi/model'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Empty } from '../../ui/Notes.tsx'
import type { Group } from '../living/groups.ts'
import { undated } from './DeadlineDialog.tsx'
import { DraftRow } from './DraftRow.tsx'
import { missingWords } from './missing.ts'

interface Props {
  document: DocumentDetail
  groups: Group[]
  at: number | null
  chosen: ReadonlySet<number>
  onGo: (id: number) => void
  onToggle: (id: number) => void
  onSplit: () => void
  onMerge: () => void
  onDeadline: () => void
  onWithdraw: () => void
  onRefused: (start: number) => void
}

export function DraftList(props: Props): ReactNode {
  const { document: doc, groups, chosen } = props
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
      {groups.map((group) => (
        <section key={group.key} aria-label={group.title}>
          <h2 className="list-group">{group.title}</h2>
          <ul>
            {group.matters.map((matter) => (
              <DraftRow
                key={matter.id}
                document={doc.id}
                matter={matter}
                current={matter.id === props.at}
                chosen={chosen.has(matter.id)}
                onGo={() => props.onGo(matter.id)}
                onToggle={() => props.onToggle(matter.id)}
                onSplit={props.onSplit}
                onWithdraw={props.onWithdraw}
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
