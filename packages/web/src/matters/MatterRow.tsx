import type { MatterItem } from '@yipanqi/model'
import { stateWords } from '@yipanqi/model/words.ts'
import { type ReactNode, useMemo } from 'react'
import { day } from '../format/dates.ts'
import { timeWords } from '../format/deadline.ts'
import { useMe } from '../session/me.ts'
import { Light } from '../ui/Light.tsx'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import './row.css'

interface Props {
  matter: MatterItem
  selected?: boolean
  expanded?: boolean
  /** Under the row when it is expanded. */
  children?: ReactNode
  onPick: (matter: MatterItem) => void
}

/** 发改局 牵头 · 开发区 配合 · 常务副县长 周衡 */
export function whoWords(matter: Pick<MatterItem, 'lead' | 'supports' | 'leader'>): string {
  const supports = matter.supports.map((s) => s.unit.short)
  const named = supports.slice(0, 3).join('、') + (supports.length > 3 ? `等 ${supports.length} 个单位` : '')
  return [
    matter.lead ? `${matter.lead.short} 牵头` : '待认领',
    named ? `${named} 配合` : '',
    matter.leader ? `${matter.leader.post} ${matter.leader.name}` : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

/** One matter in a list: light, what and who, how far, by when. */
export function MatterRow({ matter, selected = false, expanded, children, onPick }: Props): ReactNode {
  const { today } = useMe()
  const time = useMemo(() => timeWords(matter, today), [matter, today])
  const quiet = matter.state === 'under-way' || matter.state === 'closed'
  return (
    <li className={selected ? 'm m-on' : 'm'} id={`matter-${matter.id}`}>
      <button
        type="button"
        className="m-main plain"
        {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
        onClick={() => onPick(matter)}
      >
        <span className="m-light">
          <Light light={matter.light} />
        </span>
        <span className="m-what">
          <span className="m-title">
            {matter.title}
            {!quiet && <span className={`m-state m-state-${matter.state}`}>{stateWords[matter.state]}</span>}
            {matter.key && <span className="m-state">重点</span>}
          </span>
          <span className="m-who">{whoWords(matter)}</span>
        </span>
        <span className="m-progress">
          {matter.progress ? (
            <ProgressBar progress={matter.progress} light={matter.light} />
          ) : (
            <span className="m-kind">{matter.kind}</span>
          )}
        </span>
        <span className="m-time">
          <b>{day(matter.deadline, today)}</b>
          <span className={`m-left m-left-${time.tone}`}>{time.text}</span>
        </span>
      </button>
      {children}
    </li>
  )
}
