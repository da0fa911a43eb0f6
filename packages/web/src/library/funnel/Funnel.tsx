import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { fullDay } from '../../format/dates.ts'
import { grouped } from '../../format/numbers.ts'
import { Empty, ErrorNote, Waiting } from '../../ui/Notes.tsx'
import type { SightProps } from '../slots.ts'
import { Dwell } from './Dwell.tsx'
import { axisEnd, findings, type FunnelStage, mostStuck, share } from './findings.ts'
import { funnelQuery } from './queries.ts'
import { StuckList } from './StuckList.tsx'
import './funnel.css'

/** 漏斗: how many came to each stage, how many went on, how long they stayed and who is stuck. */
export function Funnel({ library, asked, onOpen }: SightProps): ReactNode {
  const query = useQuery(funnelQuery(library.shape.id, asked))
  const [chosen, setChosen] = useState<string | null>(null)
  if (query.error) return <ErrorNote error={query.error} retry={() => void query.refetch()} />
  const funnel = query.data
  if (!funnel) return <Waiting what="漏斗" />
  const { measure } = library.shape
  const { stages, exits } = funnel
  const most = Math.max(1, ...stages.map((s) => s.entered))
  if (stages.every((s) => s.entered === 0)) {
    return <Empty title={`还没有${library.shape.noun}进过这些阶段`}>换个条件看看，或先登记{library.shape.noun}。</Empty>
  }
  const shown = stages.find((s) => s.stage === chosen) ?? mostStuck(stages) ?? stages[0]
  const end = axisEnd(stages)
  return (
    <div className="funnel">
      <div className="card funnel-main">
        <ul className="funnel-said">
          {findings(funnel, measure).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <table className="funnel-table">
          <caption className="sr">各阶段到过多少、现在多少、往后走了多少、停留多久、停滞多少</caption>
          <thead>
            <tr>
              <th scope="col">阶段</th>
              <th scope="col">
                到过<span className="funnel-key funnel-key-now">其中现在还在</span>
              </th>
              <th scope="col">往后走</th>
              <th scope="col">停留</th>
              <th scope="col">停滞</th>
            </tr>
          </thead>
          <tbody>
            {stages.map((stage) => (
              <Row
                key={stage.stage}
                stage={stage}
                most={most}
                end={end}
                on={stage === shown}
                measure={measure}
                onPick={() => setChosen(stage.stage)}
              />
            ))}
          </tbody>
        </table>
        <p className="mute small funnel-foot">
          截至 {fullDay(funnel.asOf)}，按您看得到的{library.shape.noun}计算；停留按走完这个阶段的算。
          {exits.some((e) => e.now > 0) &&
            `主线以外：${exits
              .filter((e) => e.now > 0)
              .map((e) => `${e.name} ${e.now} ${measure}`)
              .join('、')}。`}
        </p>
      </div>
      {shown && <StuckList library={library} stage={shown} onOpen={onOpen} />}
    </div>
  )
}

interface RowProps {
  stage: FunnelStage
  most: number
  end: number
  on: boolean
  measure: string
  onPick: () => void
}

function Row({ stage, most, end, on, measure, onPick }: RowProps): ReactNode {
  const wide = (n: number): string => `${Math.round((n / most) * 1000) / 10}%`
  return (
    <tr className={on ? 'funnel-on' : undefined}>
      <th scope="row">
        <button type="button" className="plain" aria-pressed={on} onClick={onPick}>
          {stage.name}
        </button>
      </th>
      <td className="funnel-bar">
        <span className="funnel-track" aria-hidden="true">
          <i style={{ width: wide(stage.entered) }} />
          <u style={{ width: wide(stage.now) }} />
        </span>
        <span className="small">
          <b>{grouped(stage.entered)}</b> {measure}
          <span className="mute">，现在 {grouped(stage.now)}</span>
        </span>
      </td>
      <td className="funnel-on-ward">
        <b>{share(stage.conversion)}</b>
        {stage.entered > 0 && (
          <span className="mute small">
            {' '}
            {grouped(stage.wentOn)} {measure}
            {stage.left > 0 && `，退出 ${grouped(stage.left)}`}
          </span>
        )}
      </td>
      <td>
        <Dwell stage={stage} end={end} />
      </td>
      <td className="funnel-stuck">
        {stage.stalled > 0 ? (
          <button type="button" className="link ink-yellow" onClick={onPick}>
            {grouped(stage.stalled)} {measure}
          </button>
        ) : (
          <span className="mute">{stage.stalledAfter === null ? '不计' : '0'}</span>
        )}
      </td>
    </tr>
  )
}
