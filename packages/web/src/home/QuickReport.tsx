import type { MatterDetail, MatterItem } from '@yipanqi/model'
import { Button, Input } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { post } from '../api/client.ts'
import { useSend } from '../api/send.ts'
import { day } from '../format/dates.ts'
import { grouped } from '../format/numbers.ts'
import { figureOf, sameAsBefore } from '../matters/actions/report.ts'
import { useMe } from '../session/me.ts'
import { Light } from '../ui/Light.tsx'
import { ErrorNote } from '../ui/Notes.tsx'

/** One line to report one matter: the last figure stands there; 无变化 is one tap. */
export function QuickReport({ matter, due }: { matter: MatterItem; due: string | null }): ReactNode {
  const { today } = useMe()
  const figure = figureOf(matter)
  const last = figure?.last ?? null
  const [number, setNumber] = useState(last === null ? '' : String(last))
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const send = useSend((body: object) => post<MatterDetail>(`/matters/${matter.id}/actions/report`, body), {
    done: '已报进展',
  })
  const parsed = number.trim() === '' ? null : Number(number)
  const wrong = parsed !== null && !Number.isFinite(parsed)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!text.trim() || wrong) return
    const value = figure && parsed !== null ? { [figure.field]: parsed } : {}
    send.mutate({ version: matter.version, text: text.trim(), asOf: today, evidence: [], ...value })
  }
  return (
    <li className="quick">
      <div className="quick-head">
        <Light light={matter.light} />
        <span className="grow">
          <b>{matter.title}</b>
          <span className="mute small quick-about">
            {figure && last !== null && `上次 ${grouped(last)} ${figure.unit}　`}
            {due && due !== matter.deadline ? `${day(due, today)} 前报` : `时限 ${day(matter.deadline, today)}`}
          </span>
        </span>
        <Button onClick={() => send.mutate(sameAsBefore(matter, today))} loading={send.isPending && !open}>
          无变化
        </Button>
        <Button type={open ? 'default' : 'primary'} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? '收起' : '报进展'}
        </Button>
      </div>
      {open && (
        <form className="quick-form" onSubmit={submit}>
          {figure && (
            <Input
              className="quick-number"
              inputMode="decimal"
              aria-label={figure.label}
              suffix={figure.unit}
              status={wrong ? 'error' : ''}
              value={number}
              onChange={(event) => setNumber(event.target.value)}
            />
          )}
          <Input
            className="quick-text"
            aria-label="进展"
            placeholder="一句话：做了什么、卡在哪里"
            maxLength={2000}
            autoFocus
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Button type="primary" htmlType="submit" loading={send.isPending} disabled={!text.trim() || wrong}>
            报
          </Button>
        </form>
      )}
      {send.error && <ErrorNote error={send.error} />}
    </li>
  )
}
