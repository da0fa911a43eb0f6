import type { DocumentDetail, MatterItem } from '@yipanqi/model'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { post } from '../../api/client.ts'
import { consultationQuery } from '../../api/queries.ts'
import { useSend } from '../../api/send.ts'
import { day } from '../../format/dates.ts'
import { isHead, useMe } from '../../session/me.ts'
import { Empty, ErrorNote, Waiting } from '../../ui/Notes.tsx'
import { AnswerCard } from './AnswerCard.tsx'
import { type Row, rowsOf } from './rows.ts'
import './consult.css'

interface Asked {
  row: Row
  matter: MatterItem | undefined
}

/** A unit's one screen: each of its matters, and 全部同意 in one tap. */
export function AnswerPage({ document: doc }: { document: DocumentDetail }): ReactNode {
  const me = useMe()
  const query = useQuery(consultationQuery(doc.id))
  const [done, setDone] = useState(0)
  const agreeAll = useSend(
    async (rows: Row[]) => {
      setDone(0)
      for (const row of rows) {
        await post(`/matters/${row.matter}/actions/answer`, { version: row.matterVersion, opinion: 'agree' })
        setDone((n) => n + 1)
      }
    },
    { done: '已全部答复“同意”' },
  )
  if (query.error) return <ErrorNote error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <Waiting what="征求意见" />
  const asked: Asked[] = rowsOf(query.data.rows, me.unit.id).map((row) => ({
    row,
    matter: doc.matters.find((m) => m.id === row.matter),
  }))
  const open = asked.filter((a) => a.row.opinion === null)
  const head = isHead(me)
  return (
    <div className="page answer-page">
      <div className="page-head">
        <h1>征求意见：{doc.title}</h1>
      </div>
      <div className="card answer-top">
        <p>
          涉及{me.unit.short} <b>{asked.length}</b> 项，{open.length > 0 ? `待答复 ${open.length} 项` : '均已答复'}
          {query.data.due && `，${day(query.data.due, me.today)} 前答复，到期不回按无意见`}。
        </p>
        {open.length > 0 && head && (
          <Button
            type="primary"
            size="large"
            loading={agreeAll.isPending}
            onClick={() => agreeAll.mutate(open.map((a) => a.row))}
          >
            {agreeAll.isPending
              ? `已答复 ${done} / ${open.length} 项`
              : open.length === asked.length
                ? '全部同意'
                : `其余 ${open.length} 项同意`}
          </Button>
        )}
        {!head && open.length > 0 && (
          <p className="mute">答复由主要负责人签发。您可以先看，有意见告诉主要负责人在此填写。</p>
        )}
        {agreeAll.error && <ErrorNote error={agreeAll.error} />}
      </div>
      <ul className="stack">
        {asked.map(({ row, matter }) => (
          <AnswerCard key={row.id} document={doc} row={row} matter={matter} editable={head} />
        ))}
      </ul>
      {asked.length === 0 && <Empty title="这份文件没有征求贵单位意见">如果认为应当涉及本单位，请联系财经办。</Empty>}
    </div>
  )
}
