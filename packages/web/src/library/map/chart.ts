import type { MapAnswer, MapBase } from '@yipanqi/model/libraries/records-api.ts'
import { defaults as defaultInteractions } from 'ol/interaction/defaults'
import { fromLonLat, transformExtent } from 'ol/proj'
import { Point, Polygon } from 'ol/geom'
import Feature from 'ol/Feature'
import OlMap from 'ol/Map'
import type Layer from 'ol/layer/Layer'
import TileLayer from 'ol/layer/Tile'
import VectorLayer from 'ol/layer/Vector'
import VectorSource from 'ol/source/Vector'
import XYZ from 'ol/source/XYZ'
import View from 'ol/View'
import Zoom from 'ol/control/Zoom'
import type { Outline } from './queries.ts'
import { placeLabels } from './labels.ts'
import { clusterStyle, groundStyle, nameStyle, nameWidth, plain, pointStyle, shapeStyle } from './styles.ts'
import { type Box, radiusOf } from './window.ts'

const million = 1_000_000
const projection = 'EPSG:3857'
/** The middle of the country, until something is known of the county. */
const middle: [number, number] = [105, 35]
const namesUpTo = 60

/** What lies under a click. */
export type Hit = { kind: 'points'; ids: readonly number[] } | { kind: 'nothing' }

export interface Listener {
  /** The view has come to rest. */
  moved: (box: Box, zoom: number, place: Place) => void
  hit: (hit: Hit) => void
}

/** The map itself, outside React: it is made once and told what to show. */
export interface Chart {
  ground: (outlines: readonly Outline[], base: MapBase | undefined) => void
  show: (answer: MapAnswer, colours: ReadonlyMap<string, string>, chosen: number | null) => void
  /** To the whole of the county. */
  whole: () => void
  go: (x: number, y: number) => void
  end: () => void
}

export interface Place {
  center: number[]
  zoom: number
}

export function makeChart(target: HTMLElement, at: Place | undefined, listener: Listener): Chart {
  const townships = new VectorSource()
  const marks = new VectorSource()
  const shapes = new VectorSource()
  const names = new VectorSource()
  const townshipLayer = new VectorLayer({ source: townships, style: groundStyle(false) })
  const map = new OlMap({
    target,
    controls: [new Zoom({ zoomInTipLabel: '放大', zoomOutTipLabel: '缩小' })],
    interactions: defaultInteractions({ altShiftDragRotate: false, pinchRotate: false }),
    layers: [
      townshipLayer,
      new VectorLayer({ source: names }),
      new VectorLayer({ source: shapes, className: 'ol-layer map-records' }),
      new VectorLayer({ source: marks, className: 'ol-layer map-records' }),
    ],
    view: new View({
      projection,
      center: at?.center ?? fromLonLat(middle),
      zoom: at?.zoom ?? 4,
      minZoom: 3,
      maxZoom: 18,
      enableRotation: false,
      smoothExtentConstraint: false,
    }),
  })
  const view = map.getView()
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const duration = calm ? 0 : 220
  let tiled = false

  const whole = (): void => {
    const extent = townships.isEmpty() ? null : townships.getExtent()
    if (extent) view.fit(extent, { padding: [24, 24, 24, 24], maxZoom: 14 })
  }
  /** The names again, beside the circles as they now lie. */
  const nameTownships = (): void => {
    const scale = 1 / (view.getResolution() ?? 1)
    const px = (c: readonly number[]): [number, number] => [(c[0] ?? 0) * scale, -(c[1] ?? 0) * scale]
    const circles = marks.getFeatures().map((f) => {
      const [x, y] = px((f.getGeometry() as Point).getCoordinates())
      return { x, y, r: f.get('n') === undefined ? 7 : radiusOf(Number(f.get('n'))) }
    })
    const features = names.getFeatures()
    const labels = features.map((f) => {
      const [x, y] = px((f.getGeometry() as Point).getCoordinates())
      return { x, y, width: nameWidth(String(f.get('name'))) }
    })
    placeLabels(labels, circles).forEach((move, index) => {
      const feature = features[index]
      feature?.setStyle(move === null ? [] : nameStyle(String(feature.get('name')), move))
    })
  }
  map.on('moveend', () => {
    if (!map.getSize()) return
    nameTownships()
    const [west, south, east, north] = transformExtent(view.calculateExtent(), projection, 'EPSG:4326')
    const zoom = view.getZoom() ?? 4
    const place = { center: view.getCenter() ?? [0, 0], zoom }
    listener.moved([west ?? 0, south ?? 0, east ?? 0, north ?? 0], zoom, place)
  })
  map.on('singleclick', (event) => {
    const found = map.getFeaturesAtPixel(event.pixel, { hitTolerance: 6, layerFilter: ofRecords })
    const cluster = found.find((f) => f.get('n') !== undefined)
    const geometry = cluster?.getGeometry()
    if (cluster && geometry instanceof Point) {
      view.animate({ center: geometry.getCoordinates(), zoom: (view.getZoom() ?? 8) + 2, duration })
      listener.hit({ kind: 'nothing' })
      return
    }
    const ids = [...new Set(found.map((f) => f.get('record') as number | undefined).filter((n) => n !== undefined))]
    listener.hit(ids.length > 0 ? { kind: 'points', ids } : { kind: 'nothing' })
  })
  map.on('pointermove', (event) => {
    if (event.dragging) return
    const hit = map.hasFeatureAtPixel(event.pixel, { hitTolerance: 4, layerFilter: ofRecords })
    target.style.cursor = hit ? 'pointer' : ''
  })

  return {
    ground: (outlines, base) => {
      if (base?.tianditu && !tiled) {
        tiled = true
        // The drawing first, then the words over it.
        const layers = ['vec', 'cva'].map((layer) => tianditu(layer, base.tianditu?.key ?? ''))
        layers.forEach((layer, index) => map.getLayers().insertAt(index, layer))
        townshipLayer.setStyle(groundStyle(true))
      }
      const first = townships.isEmpty()
      townships.clear(true)
      townships.addFeatures(outlines.map(({ rings }) => new Feature({ geometry: polygon(rings) })))
      names.clear(true)
      names.addFeatures(
        outlines.map(({ name, rings }) => {
          const [x = 0, y = 0] = polygon(rings).getInteriorPoint().getCoordinates()
          return new Feature({ geometry: new Point([x, y]), name })
        }),
      )
      nameTownships()
      if (first && !at) whole()
    },
    show: (answer, colours, chosen) => {
      const named = answer.points.length <= namesUpTo
      const colour = (stage: string | null): string => (stage === null ? plain : (colours.get(stage) ?? plain))
      marks.clear(true)
      marks.addFeatures([
        ...answer.clusters.map(({ x, y, n }) => {
          const feature = new Feature({ geometry: point(x, y), n })
          feature.setStyle(clusterStyle(n))
          return feature
        }),
        ...answer.points.map(({ id, title, x, y, stage }) => {
          const feature = new Feature({ geometry: point(x, y), record: id })
          feature.setStyle(pointStyle(colour(stage), named || id === chosen ? title : null, id === chosen))
          return feature
        }),
      ])
      const stages = new Map(answer.points.map((p) => [p.id, p.stage]))
      shapes.clear(true)
      shapes.addFeatures(
        answer.outlines.map(({ id, rings }) => {
          const feature = new Feature({ geometry: polygon(rings), record: id })
          feature.setStyle(shapeStyle(colour(stages.get(id) ?? null)))
          return feature
        }),
      )
      nameTownships()
    },
    whole,
    go: (x, y) => view.animate({ center: coordinate(x, y), zoom: Math.max(view.getZoom() ?? 0, 13), duration }),
    end: () => map.setTarget(undefined),
  }
}

/** Only records can be hit; the ground and its names cannot. */
const ofRecords = (layer: Layer): boolean => layer.getClassName().includes('map-records')

const coordinate = (x: number, y: number): number[] => fromLonLat([x / million, y / million])
const point = (x: number, y: number): Point => new Point(coordinate(x, y))
const polygon = (rings: readonly (readonly [number, number][])[]): Polygon =>
  new Polygon(rings.map((ring) => ring.map(([x, y]) => coordinate(x, y))))

/**
 * 天地图 in Web Mercator. A browser key is bound to the site, so the tiles' requests say where they come from, which
 * the page's own policy would leave out.
 */
function tianditu(layer: string, key: string): TileLayer<XYZ> {
  const query = `SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${layer}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles`
  return new TileLayer({
    source: new XYZ({
      url: `https://t0.tianditu.gov.cn/${layer}_w/wmts?${query}&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${encodeURIComponent(key)}`,
      maxZoom: 18,
      referrerPolicy: 'origin',
    }),
  })
}
