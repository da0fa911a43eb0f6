import type { MatterEvent } from '@yipanqi/model'
import { actionWords, stateWords } from '@yipanqi/model/words.ts'
import type { ReactNode } from 'react'
import { day, moment } from '../../format/dates.ts'
import { grouped } from '../../format/numbers.ts'
import { useMe } from '../../session/me.ts'

export const eventWords: Record<MatterEvent['action'], string> = {
  ...actionWords,
  draft: '初拆',
  edit: '修改',
  split: '拆分',
  merge: '合并',
  source: '归并来源',
  adopt: '采纳情况',
  consent: '同意销号',
  reorganise: '机构改革',
  'hand-over': '交接',
  link: '关联台账',
  unlink: '取消关联',
  'give-role': '改句子性质',
  'match-unit': '单位对应',
}

function Step({ event, today }: { event: MatterEvent; today: string }): ReactNode {
  const figures = [
    event.value !== null ? `数 ${grouped(event.value)}` : '',
    event.percent !== null ? `${grouped(event.percent, 1)}%` : '',
    event.asOf ? `截至 ${day(event.asOf, today)}` : '',
  ].filter(Boolean)
  const moved = event.to && event.from !== event.to ? stateWords[event.to] : null
  return (
    <li className="step">
      <div className="row step-head">
        <b>{eventWords[event.action]}</b>
        {moved && <span className="m-state">{moved}</span>}
        <span className="mute small step-when">{moment(event.at, today)}</span>
      </div>
      {event.text && <p>{event.text}</p>}
      <div className="mute small">{[event.by.unit?.short, event.by.name, ...figures].filter(Boolean).join(' · ')}</div>
      {event.onPaper && (
        <div className="small">
          线下签批：{event.onPaper.by}，{day(event.onPaper.date, today)}
          {event.onPaper.number && `，${event.onPaper.number}`}
        </div>
      )}
      {event.evidence.length > 0 && (
        <ul className="step-files">
          {event.evidence.map((file) => (
            <li key={file.id}>
              <a href={`/api/v1/files/${file.id}`} download>
                佐证：{file.name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

/** 办理过程: the newest first; nothing is ever taken out of it. */
export function History({ events }: { events: readonly MatterEvent[] }): ReactNode {
  const { today } = useMe()
  if (events.length === 0) return <p className="mute small">还没有办理记录，交办后从签收记起。</p>
  const ordered = [...events].sort((a, b) => b.at.localeCompare(a.at) || b.id - a.id)
  return (
    <ol className="history">
      {ordered.map((event) => (
        <Step key={event.id} event={event} today={today} />
      ))}
    </ol>
  )
}
