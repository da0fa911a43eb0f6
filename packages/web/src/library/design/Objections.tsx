import type { Objection, OwnDetail } from '@yipanqi/model/libraries/own/api.ts'
import { objectionStateWords } from '@yipanqi/model/libraries/own/words.ts'
import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/send.ts'
import { ErrorNote } from '../../ui/Notes.tsx'
import { fullDay } from '../../format/dates.ts'
import { at } from './api.ts'

/** 退表: fields that townships and units sent back, for whoever answers for the ledger. */
export function Objections({ own }: { own: OwnDetail }): ReactNode {
  if (own.objectionList.length === 0) return null
  return (
    <section className="card own-card" aria-labelledby="own-objections">
      <h2 className="section-title" id="own-objections">
        退回的栏目（此数已有）
      </h2>
      <ul className="own-fields">
        {own.objectionList.map((one) => (
          <li key={one.id} className="own-objection">
            <div>
              <b>{one.label}</b>：{one.unit?.short ?? '某单位'} {fullDay(one.at.slice(0, 10))}退回
              {one.libraryName && `，${one.libraryName}已有${one.holderLabel ? `“${one.holderLabel}”` : ''}`}
              {one.note && `；${one.note}`}
              <span className="m-state">{objectionStateWords[one.state]}</span>
              {one.answer && <span className="mute"> 答复：{one.answer}</span>}
            </div>
            {one.state === 'open' && own.can.includes('answer') && <Answer own={own} one={one} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Answer({ own, one }: { own: OwnDetail; one: Objection }): ReactNode {
  const [note, setNote] = useState('')
  const send = useSend((accept: boolean) => post(`${at(own.id)}/objections/${one.id}/answer`, { accept, note }), {
    done: '已答复',
  })
  return (
    <div className="own-answer no-print">
      <Input
        aria-label={`答复：${one.label}`}
        placeholder="答复，如：下一版改为引用企业库"
        value={note}
        maxLength={200}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button disabled={note.trim().length < 2} loading={send.isPending} onClick={() => send.mutate(true)}>
        采纳
      </Button>
      <Button disabled={note.trim().length < 2} loading={send.isPending} onClick={() => send.mutate(false)}>
        不采纳
      </Button>
      {send.error && <ErrorNote error={send.error} />}
    </div>
  )
}
