import { useQuery } from '@tanstack/react-query'
import type { MapAnswer } from '@yipanqi/model/libraries/records-api.ts'
import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import 'ol/ol.css'
import { ErrorNote } from '../../ui/Notes.tsx'
import type { SightProps } from '../slots.ts'
import { Around } from './Around.tsx'
import { type Chart, type Hit, makeChart, type Place } from './chart.ts'
import { Legend } from './Legend.tsx'
import { Popup } from './Popup.tsx'
import { mapBaseQuery, outlinesQuery, windowQuery } from './queries.ts'
import { stageColours } from './styles.ts'
import { type Box, type Window, windowFor, within } from './window.ts'
import './map.css'

type MapPoint = MapAnswer['points'][number]
/** Where each ledger's map was left, for coming back from a record. */
const left = new Map<string, Place>()

const nothing: MapAnswer = { total: 0, clusters: [], points: [], outlines: [] }

/** 地图: what the list finds, where it lies; many are gathered by the server, few stand alone. */
export function MapView({ library, asked, onOpen }: SightProps): ReactNode {
  const { id, stages } = library.shape
  const frame = useRef<HTMLDivElement>(null)
  const [chart, setChart] = useState<Chart | null>(null)
  const [window, setWindow] = useState<Window | null>(null)
  const [box, setBox] = useState<Box | null>(null)
  const [picked, setPicked] = useState<readonly MapPoint[]>([])
  const outlines = useQuery(outlinesQuery)
  const base = useQuery(mapBaseQuery)
  const query = useQuery(windowQuery(id, asked, window))
  const colours = useMemo(() => stageColours(stages), [stages])
  const answer = query.data ?? nothing
  const inSight = useMemo(() => within(answer, box), [answer, box])
  const chosen = picked.length === 1 ? (picked[0]?.id ?? null) : null

  const moved = useEffectEvent((seen: Box, zoom: number, place: Place) => {
    left.set(id, place)
    setBox(seen)
    setWindow((last) => windowFor(seen, zoom, last))
  })
  const hit = useEffectEvent((found: Hit) => {
    const ids = new Set(found.kind === 'points' ? found.ids : [])
    setPicked(answer.points.filter((p) => ids.has(p.id)))
  })
  useEffect(() => {
    if (!frame.current) return
    const made = makeChart(frame.current, left.get(id), {
      moved: (...all) => moved(...all),
      hit: (found) => hit(found),
    })
    setChart(made)
    return () => made.end()
  }, [id])
  useEffect(() => {
    // Outlines first: they say where the county lies. Without tiles there is nothing else to wait for.
    if (chart && outlines.data) chart.ground(outlines.data, base.data)
  }, [chart, outlines.data, base.data])
  useEffect(() => {
    chart?.show(query.data ?? nothing, colours, chosen)
  }, [chart, query.data, colours, chosen])

  const choose = (point: MapPoint): void => {
    setPicked([point])
    chart?.go(point.x, point.y)
  }
  const error = query.error ?? outlines.error
  return (
    <div className="map-page">
      <div className="map-frame card">
        <div
          ref={frame}
          className="map-ground"
          tabIndex={0}
          role="application"
          aria-label="地图，方向键移动，加减号缩放"
        />
        <button type="button" className="map-whole" onClick={() => chart?.whole()}>
          全县
        </button>
        {query.isFetching && <span className="map-wait small">正在取…</span>}
        <Legend library={library} answer={answer} colours={colours} base={base.data} />
        {picked.length > 0 && (
          <Popup library={library} points={picked} onOpen={onOpen} onChoose={choose} onClose={() => setPicked([])} />
        )}
      </div>
      <div className="map-side">
        {error && <ErrorNote error={error} retry={() => void query.refetch()} />}
        {query.data && <Around library={library} answer={inSight} chosen={chosen} onChoose={choose} />}
      </div>
    </div>
  )
}
