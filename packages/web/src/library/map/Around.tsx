import type { MapAnswer } from '@yipanqi/model/libraries/records-api.ts'
import type { ReactNode } from 'react'
import { grouped } from '../../format/numbers.ts'
import type { LibraryView } from '../fields/view.ts'

type MapPoint = MapAnswer['points'][number]
interface Props {
  library: LibraryView
  answer: MapAnswer
  chosen: number | null
  onChoose: (point: MapPoint) => void
}

const shown = 100

/** The same places as words: for the keyboard, for those who do not see the map, and to find a name. */
export function Around({ library, answer, chosen, onChoose }: Props): ReactNode {
  const { measure, noun } = library.shape
  const names = new Map(library.shape.stages.map((s) => [s.id, s.name]))
  return (
    <section className="card around" aria-label="这一片有哪些">
      <h2 className="section-title">
        这一片
        <span className="count" role="status">
          {grouped(answer.total)} {measure}
        </span>
      </h2>
      {answer.total === 0 && (
        <p className="mute around-none">这一片没有符合条件、填了坐标的{noun}。挪一挪地图，或点“全县”。</p>
      )}
      {answer.clusters.length > 0 && (
        <p className="mute around-none">
          圆里的数是那一带有几{measure}；点圆或放大，到四百{measure}以内逐个列出。
        </p>
      )}
      <ul className="around-list">
        {answer.points.slice(0, shown).map((point) => (
          <li key={point.id}>
            <button
              type="button"
              className={point.id === chosen ? 'plain around-line around-on' : 'plain around-line'}
              aria-pressed={point.id === chosen}
              onClick={() => onChoose(point)}
            >
              <span className="grow">{point.title}</span>
              {point.stage !== null && <span className="mute small nowrap">{names.get(point.stage)}</span>}
            </button>
          </li>
        ))}
      </ul>
      {answer.points.length > shown && (
        <p className="mute around-none small">
          先列 {shown} {measure}，再放大些看全。
        </p>
      )}
    </section>
  )
}
