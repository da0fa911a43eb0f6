import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { day } from '../../format/dates.ts'
import { useMe } from '../../session/me.ts'
import type { LibraryView } from '../fields/view.ts'
import type { LibrarySearch } from '../question/search.ts'
import type { FunnelStage } from './findings.ts'

interface Props {
  library: LibraryView
  stage: FunnelStage
  onOpen: (record: number) => void
}

/** Who is stuck in a stage, the longest first; the rest stands in the list. */
export function StuckList({ library, stage, onOpen }: Props): ReactNode {
  const { today } = useMe()
  const { measure } = library.shape
  return (
    <section className="card stuck" aria-label={`停滞在${stage.name}的`}>
      <h2 className="section-title">
        停滞在“{stage.name}”
        <span className="count">
          {stage.stalled} {measure}
        </span>
      </h2>
      {stage.examples.length === 0 ? (
        <p className="mute stuck-none">
          {stage.stalledAfter === null ? '这个阶段不计停滞。' : `没有超过 ${stage.stalledAfter} 天的。`}
        </p>
      ) : (
        <ul>
          {stage.examples.map((one) => (
            <li key={one.id}>
              <button type="button" className="plain stuck-line" onClick={() => onOpen(one.id)}>
                <span className="grow">{one.title}</span>
                <span className="nowrap">
                  <b className="ink-yellow">{one.days} 天</b>
                  <span className="mute small"> {day(one.since, today)}起</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {stage.now > 0 && (
        <p className="stuck-all no-print">
          <Link to="." search={(old: LibrarySearch) => inList(old, stage.stage)}>
            在列表里看“{stage.name}”的 {stage.now} {measure}
          </Link>
        </p>
      )}
    </section>
  )
}

/** The list with what was asked, and this stage alone. */
function inList({ tab: _tab, by: _by, step: _step, ...search }: LibrarySearch, stage: string): LibrarySearch {
  const here = { field: 'stage', is: 'in' as const, value: [stage] }
  return { ...search, filter: search.filter ? { all: [search.filter, here] } : here }
}
