import { useQuery } from '@tanstack/react-query'
import type { MapAnswer } from '@yipanqi/model/libraries/records-api.ts'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { day } from '../../format/dates.ts'
import { useMe } from '../../session/me.ts'
import { recordQuery } from '../api.ts'
import { factsOf } from '../board/facts.ts'
import type { LibraryView } from '../fields/view.ts'
import { useNames } from '../use-library.ts'

type MapPoint = MapAnswer['points'][number]
interface Props {
  library: LibraryView
  points: readonly MapPoint[]
  onOpen: (record: number) => void
  onChoose: (point: MapPoint) => void
  onClose: () => void
}

/** The card of what was touched: one record with its facts, or those that lie upon each other, to choose from. */
export function Popup({ library, points, onOpen, onChoose, onClose }: Props): ReactNode {
  const [only] = points
  return (
    <div className="map-card card" role="dialog" aria-label="地图上选中的">
      <button type="button" className="map-close" aria-label="关上" onClick={onClose}>
        ×
      </button>
      {only && points.length === 1 ? (
        <One library={library} point={only} onOpen={onOpen} />
      ) : (
        <>
          <p className="mute small">
            这里有 {points.length} {library.shape.measure}，看哪一{library.shape.measure}？
          </p>
          <ul className="map-same">
            {points.slice(0, 20).map((point) => (
              <li key={point.id}>
                <button type="button" className="link" onClick={() => onChoose(point)}>
                  {point.title}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function One({
  library,
  point,
  onOpen,
}: {
  library: LibraryView
  point: MapPoint
  onOpen: (record: number) => void
}): ReactNode {
  const { today } = useMe()
  const { data: record } = useQuery(recordQuery(library.shape.id, point.id))
  const nameOf = useNames(record?.names)
  const facts = record ? factsOf(library, record.values, nameOf, today, 4) : []
  return (
    <>
      <b className="map-title">{point.title}</b>
      {record?.stageName && (
        <p className="small">
          {record.stageName}
          {record.stageSince && <span className="mute">，{day(record.stageSince, today)}起</span>}
        </p>
      )}
      <ul className="map-facts small">
        {facts.map((fact) => (
          <li key={fact.name}>{fact.text}</li>
        ))}
      </ul>
      <Button type="primary" size="small" className="map-open" onClick={() => onOpen(point.id)}>
        打开
      </Button>
    </>
  )
}
