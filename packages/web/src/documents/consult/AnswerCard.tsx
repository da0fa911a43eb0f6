import type { DocumentDetail, MatterItem } from '@yipanqi/model'
import { type Opinion, opinions, opinionWords } from '@yipanqi/model/words.ts'
import { Input } from 'antd'
import { type FormEvent, lazy, type ReactNode, Suspense, useState } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { day } from '../../format/dates.ts'
import { targetWords } from '../../format/targets.ts'
import { SendRow } from '../../matters/actions/SendRow.tsx'
import { whoWords } from '../../matters/MatterRow.tsx'
import { useMe } from '../../session/me.ts'
import { Field } from '../../ui/Field.tsx'
import { ErrorNote } from '../../ui/Notes.tsx'
import { Proposed } from '../review/Proposed.tsx'
import type { Row } from './rows.ts'

const UnitSelect = lazy(() => import('../../ui/UnitSelect.tsx').then((m) => ({ default: m.UnitSelect })))

interface Props {
  document: DocumentDetail
  row: Row
  matter: MatterItem | undefined
  editable: boolean
}

export function AnswerCard({ document: doc, row, matter, editable }: Props): ReactNode {
  const { today } = useMe()
  const [opinion, setOpinion] = useState<Opinion | null>(row.opinion)
  const [text, setText] = useState(row.text ?? '')
  const [unit, setUnit] = useState<number | null>(row.suggestedUnit?.id ?? null)
  const send = useSend(
    (body: object) => post(`/matters/${row.matter}/actions/answer`, { version: row.matterVersion, ...body }),
    {
      done: '已答复',
    },
  )
  const source = matter?.sources.find((s) => s.document === doc.id)
  const proposed = new Set(matter?.provisional ?? [])
  const part = matter?.supports.find((s) => s.unit.id === row.unit.id)?.part
  const choose = (next: Opinion): void => {
    setOpinion(next)
    if (next === 'agree' && row.opinion !== 'agree') send.mutate({ opinion: 'agree' })
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    send.mutate({ opinion, text: text.trim(), suggestedUnit: opinion === 'reassign' ? unit : null })
  }
  const changed = opinion !== row.opinion || text !== (row.text ?? '') || unit !== (row.suggestedUnit?.id ?? null)
  return (
    <li className={row.opinion ? 'card answer answer-done' : 'card answer'}>
      <div className="row">
        <span className="m-state">{row.role === 'lead' ? '牵头' : '配合'}</span>
        <h2 className="answer-title">{row.matterTitle}</h2>
        {row.opinion && <span className="ink-green small">已答复：{opinionWords[row.opinion]}</span>}
      </div>
      {source && <blockquote>{doc.text.slice(source.start, source.end)}</blockquote>}
      {matter && (
        <div className="answer-facts">
          <span>{whoWords(matter)}</span>
          <span>
            时限 <Proposed on={proposed.has('deadline')}>{day(matter.deadline, today)}</Proposed>
          </span>
          {matter.target && (
            <span>
              目标 <Proposed on={proposed.has('target')}>{targetWords(matter.target)}</Proposed>
            </span>
          )}
          {matter.doneWhen && (
            <span>
              完成标志 <Proposed on={proposed.has('doneWhen')}>{matter.doneWhen}</Proposed>
            </span>
          )}
          {part && <span>我单位分工：{part}</span>}
        </div>
      )}
      {editable && (
        <>
          <div className="answer-choices" role="group" aria-label={`对“${row.matterTitle}”的意见`}>
            {opinions.map((value) => (
              <button
                key={value}
                type="button"
                className={opinion === value ? 'chip chip-on' : 'chip'}
                aria-pressed={opinion === value}
                disabled={send.isPending}
                onClick={() => choose(value)}
              >
                {opinionWords[value]}
              </button>
            ))}
          </div>
          {opinion !== null && opinion !== 'agree' && changed && (
            <form onSubmit={submit} className="answer-form">
              {opinion === 'reassign' && (
                <Field label="建议改由谁牵头" hint="写明依据（三定规定或职责清单）更容易被采纳。">
                  {(id) => (
                    <Suspense fallback={null}>
                      <UnitSelect id={id} value={unit} onChange={setUnit} leadersOnly />
                    </Suspense>
                  )}
                </Field>
              )}
              <Field label={opinion === 'reassign' ? '依据' : '怎么改'} required>
                {(id) => (
                  <Input.TextArea
                    id={id}
                    rows={2}
                    maxLength={1000}
                    value={text}
                    onChange={(event) => setText(event.target.value)}
                    autoFocus
                  />
                )}
              </Field>
              <SendRow
                verb={opinionWords[opinion]}
                error={send.error}
                pending={send.isPending}
                disabled={!text.trim() || (opinion === 'reassign' && unit === null)}
              />
            </form>
          )}
          {opinion === 'agree' && send.error && <ErrorNote error={send.error} />}
        </>
      )}
      {row.text && !changed && <p className="small">意见：{row.text}</p>}
      {row.adopted !== null && (
        <p className="small">
          {row.adopted ? '已采纳' : '未采纳'}：{row.adoptionNote}
        </p>
      )}
    </li>
  )
}
