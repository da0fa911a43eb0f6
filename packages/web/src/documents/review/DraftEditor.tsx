import type { DocumentDetail, GivenRole } from '@yipanqi/model'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { matterQuery, reasonsQuery } from '../../api/queries.ts'
import { ErrorNote } from '../../ui/Notes.tsx'
import { usePhone } from '../../ui/phone.ts'
import { allowed } from '../../matters/actions/words.ts'
import { sentencesOf } from '../living/selection.ts'
import { DraftFields } from './DraftFields.tsx'
import { type Change, useEdit } from './edit.ts'
import { SimilarList } from './SimilarList.tsx'

export interface EditorProps {
  document: DocumentDetail
  id: number
  /** All reasons stand open under their fields. */
  why: boolean
  onWhy: () => void
  onGive: (start: number, role: GivenRole) => void
  onConfirm: (id: number) => void
  onSplit: () => void
  onWithdraw: () => void
  /** On the phone: to the sentence on the paper, which stands under the list. */
  onLook: (id: number) => void
}

export function DraftEditor(props: EditorProps): ReactNode {
  const { document: doc, id, why } = props
  const query = useQuery(matterQuery(id))
  const reasons = useQuery(reasonsQuery(doc.id)).data?.matters.find((m) => m.matter === id)
  const edit = useEdit(doc.id)
  const phone = usePhone()
  const sentences = useMemo(() => sentencesOf(doc, id), [doc, id])
  if (query.error) return <ErrorNote error={query.error} />
  if (!query.data) return <div className="editor editor-wait" aria-hidden="true" />
  const matter = query.data
  const save = (change: Change): void => edit.mutate({ id, change })
  return (
    <div className="editor">
      {matter.state === 'signed-off' && (
        <p className="mute small editor-locked">已审定：只能补齐缺的要件，其余要改请印发后走“调整”。</p>
      )}
      {phone && sentences.length > 0 && (
        <Button className="editor-look" onClick={() => props.onLook(id)}>
          看原文
        </Button>
      )}
      <DraftFields
        document={doc}
        matter={matter}
        reasons={reasons}
        sentences={sentences}
        allWhy={why}
        save={save}
        onGive={props.onGive}
      />
      {edit.error && <ErrorNote error={edit.error} />}
      <SimilarList matter={matter} />
      <div className="row editor-foot">
        <Button size="small" onClick={() => props.onConfirm(id)}>
          确认，下一项 <kbd>V</kbd>
        </Button>
        <Button size="small" aria-pressed={why} onClick={props.onWhy}>
          {why ? '收起依据' : '全部依据'} <kbd>W</kbd>
        </Button>
        {allowed(matter, 'split') && (
          <Button size="small" onClick={props.onSplit}>
            拆分… <kbd>S</kbd>
          </Button>
        )}
        {allowed(matter, 'withdraw') && (
          <Button size="small" danger onClick={props.onWithdraw}>
            撤销…
          </Button>
        )}
        <span className="mute small editor-saved" role="status">
          {edit.isPending ? '正在存…' : edit.isSuccess ? '已存' : '改完离开即存'}
        </span>
      </div>
    </div>
  )
}
