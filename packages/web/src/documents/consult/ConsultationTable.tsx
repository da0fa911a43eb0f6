import type { Consultation, DocumentDetail } from '@yipanqi/model'
import { opinionWords } from '@yipanqi/model/words.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { consultationQuery } from '../../api/queries.ts'
import { day, moment } from '../../format/dates.ts'
import { useMe } from '../../session/me.ts'
import { Empty, ErrorNote, Waiting } from '../../ui/Notes.tsx'
import { AdoptDialog } from './AdoptDialog.tsx'
import { orderRows, type Row, undecided } from './rows.ts'
import './consult.css'

/** 征求意见及采纳情况表: prints as it is handed in. */
export function ConsultationTable({
  document: doc,
  onGo,
}: {
  document: DocumentDetail
  onGo: (id: number) => void
}): ReactNode {
  const { today } = useMe()
  const query = useQuery(consultationQuery(doc.id))
  const [deciding, setDeciding] = useState<Row | null>(null)
  if (query.error) return <ErrorNote error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <Waiting what="采纳情况表" />
  const table: Consultation = query.data
  const open = undecided(table.rows)
  if (table.rows.length === 0) {
    return (
      <div className="card">
        <Empty title="还没有征求意见">点上方“征求意见”，牵头和配合单位各自答复后，意见在这里自动汇总。</Empty>
      </div>
    )
  }
  return (
    <section className="card consult" aria-label="征求意见及采纳情况表">
      <h2 className="consult-title">征求意见及采纳情况表</h2>
      <p className="consult-doc">{doc.title}</p>
      <div className="drafts-head no-print">
        <span>
          应答复 {table.asked} 份，已答复 {table.answered} 份
          {open > 0 && <b className="ink-yellow">，待处理意见 {open} 条</b>}
          {table.due && `，${day(table.due, today)} 截止`}
        </span>
        <Button size="small" onClick={() => window.print()}>
          打印
        </Button>
      </div>
      <div className="table-scroll">
        <table className="consult-table">
          <thead>
            <tr>
              <th scope="col">工作任务</th>
              <th scope="col">单位</th>
              <th scope="col">意见</th>
              <th scope="col">采纳情况及理由</th>
            </tr>
          </thead>
          <tbody>
            {orderRows(table.rows).map((row) => (
              <tr key={row.id}>
                <td>
                  <button type="button" className="link consult-matter" onClick={() => onGo(row.matter)}>
                    {row.matterTitle}
                  </button>
                </td>
                <td>
                  <span className="no-print">{row.unit.short}</span>
                  <span className="only-print">{row.unit.name}</span>
                  <span className="mute small"> {row.role === 'lead' ? '牵头' : '配合'}</span>
                </td>
                <td>
                  <Opinion row={row} today={today} />
                </td>
                <td>
                  <Adoption row={row} onDecide={() => setDeciding(row)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {deciding && <AdoptDialog row={deciding} onClose={() => setDeciding(null)} />}
    </section>
  )
}

function Opinion({ row, today }: { row: Row; today: string }): ReactNode {
  if (!row.opinion) return <span className="mute">未答复</span>
  return (
    <>
      <b className={row.opinion === 'agree' ? '' : 'ink-yellow'}>{opinionWords[row.opinion]}</b>
      {row.suggestedUnit && <span>（{row.suggestedUnit.short}）</span>}
      {row.text && <div>{row.text}</div>}
      <div className="mute small">
        {[row.by, row.answeredAt ? moment(row.answeredAt, today) : '', row.onPaper ? '书面' : '']
          .filter(Boolean)
          .join(' · ')}
      </div>
    </>
  )
}

function Adoption({ row, onDecide }: { row: Row; onDecide: () => void }): ReactNode {
  if (row.opinion === null || row.opinion === 'agree') return <span className="mute">—</span>
  if (row.adopted === null) {
    return (
      <Button size="small" type="primary" ghost className="no-print" onClick={onDecide}>
        处理
      </Button>
    )
  }
  return (
    <>
      <b>{row.adopted ? '采纳' : '未采纳'}</b>
      {row.adoptionNote && <div>{row.adoptionNote}</div>}
      <button type="button" className="link small no-print" onClick={onDecide}>
        改
      </button>
    </>
  )
}
