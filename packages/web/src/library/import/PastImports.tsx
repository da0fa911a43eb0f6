import { useQuery } from '@tanstack/react-query'
import type { ImportItem } from '@yipanqi/model/libraries/import-api.ts'
import type { ReactNode } from 'react'
import { moment } from '../../format/dates.ts'
import { grouped } from '../../format/numbers.ts'
import { useMe } from '../../session/me.ts'
import { ErrorNote } from '../../ui/Notes.tsx'
import type { LibraryView } from '../fields/view.ts'
import { importsQuery } from './queries.ts'

/** What was brought in before, by whom, and what came of it; one that waits can be gone on with. */
export function PastImports({ library, onRun }: { library: LibraryView; onRun: (run: number) => void }): ReactNode {
  const { today } = useMe()
  const past = useQuery(importsQuery(library.shape.id))
  if (past.error) return <ErrorNote error={past.error} retry={() => void past.refetch()} />
  if (!past.data || past.data.length === 0) return null
  return (
    <section className="card past" aria-label="导入过的表格">
      <h2 className="section-title">
        导入过的表格<span className="count">最近 {past.data.length} 次</span>
      </h2>
      <ul>
        {past.data.map((one) => (
          <li key={one.id}>
            <button type="button" className="plain past-line" onClick={() => onRun(one.id)}>
              <span className="grow past-name" translate="no">
                {one.fileName}
              </span>
              <span className="past-state">{one.stateWord}</span>
              <span className="mute past-what">{outcome(one, library.shape.measure)}</span>
              <span className="mute small nowrap">
                {one.who} {moment(one.createdAt, today)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function outcome({ state, counts, problem }: ImportItem, measure: string): string {
  if (state === 'failed') return problem?.message ?? ''
  if (!counts || state === 'cancelled') return ''
  const parts = [
    counts.new > 0 ? `新增 ${grouped(counts.new)} ${measure}` : '',
    counts.change > 0 ? `修改 ${grouped(counts.change)} ${measure}` : '',
    counts.invalid > 0 ? `有问题 ${grouped(counts.invalid)} 行` : '',
  ].filter(Boolean)
  return parts.length > 0 ? parts.join('，') : '没有变化'
}
