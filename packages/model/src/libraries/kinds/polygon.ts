import { cleanText, isNothing, quoted, refusedCell } from '../cells.ts'
import type { Field, FieldOptions, Point, Polygon } from '../field.ts'
import { degrees, million } from './coordinates.ts'
import { isPoint } from './point.ts'
import { centre, mostPoints, tidyRing, wrongRings } from './rings.ts'

const help = '地块边界（CGCS2000 经纬度），WKT（POLYGON((…))）或 GeoJSON 文本'
const shape = '请写 POLYGON((经度 纬度, 经度 纬度, …)) 或 GeoJSON'

/** An area on the map: rings kept as jsonb, its centre beside it as two integers for the map's window. */
export function polygon(options: FieldOptions): Field<{ readonly polygon: Polygon }> {
  return {
    help,
    ...options,
    kind: 'polygon',
    columns: [
      { suffix: '', type: 'jsonb' },
      { suffix: '_x', type: 'integer' },
      { suffix: '_y', type: 'integer' },
    ],
    operators: ['within', 'empty', 'filled'],
    sortable: false,
    widget: 'polygon',
    schema: {
      type: 'object',
      required: ['polygon'],
      properties: {
        polygon: {
          type: 'array',
          items: { type: 'array', items: { type: 'array', items: { type: 'integer' }, minItems: 2, maxItems: 2 } },
          description: `首尾相接的环，外环在先，[经度, 纬度] × 1000000，至多 ${mostPoints} 点`,
        },
      },
    },
    // As JSON text: a driver would take a bare array for an SQL array.
    store: (value) => [JSON.stringify(value.polygon), ...centre(value.polygon)],
    load: ([rings]) => ({ polygon: (typeof rings === 'string' ? JSON.parse(rings) : rings) as Polygon }),
    parse(cell) {
      const refused = refusedCell(cell)
      if (refused) return refused
      const text = cleanText(cell.text)
      if (isNothing(text)) return { ok: true, value: null }
      const read = /^[{[]/.test(text) ? readGeoJson(text) : readWkt(text)
      if (typeof read === 'string') return { ok: false, message: read }
      const tidy = read.map(tidyRing)
      const rings = tidy.map((t) => t.ring)
      const wrong = wrongRings(rings)
      if (wrong !== null) return { ok: false, message: wrong }
      const open = tidy.some((t) => !t.closed)
      return { ok: true, value: { polygon: rings }, ...(open ? { warning: '边界首尾没有相接，已自动闭合' } : {}) }
    },
    format: (value) => `${(value.polygon[0]?.length ?? 1) - 1} 个点围成的地块`,
    toCell: (value) => toWkt(value.polygon),
    check(value) {
      if (value === null || value === '') return { ok: true, value: null }
      const rings = typeof value === 'object' && 'polygon' in value ? value.polygon : null
      if (!isPolygon(rings)) return { ok: false, message: `不是地块边界，${shape}` }
      const wrong = wrongRings(rings)
      return wrong === null ? { ok: true, value: { polygon: rings } } : { ok: false, message: wrong }
    },
  }
}

function isPolygon(value: unknown): value is Polygon {
  return Array.isArray(value) && value.length <= mostPoints && value.every((r) => Array.isArray(r) && r.every(isPoint))
}

export const toWkt = (rings: Polygon): string =>
  `POLYGON(${rings.map((r) => `(${r.map(([x, y]) => `${degrees(x)} ${degrees(y)}`).join(',')})`).join(',')})`

function readWkt(text: string): Polygon | string {
  if (/^(?:SRID=\d{1,6};)? ?MULTIPOLYGON/i.test(text)) return '有几块地块，请每块单独登记一条'
  const m = /^(?:SRID=\d{1,6};)? ?POLYGON ?(?:Z ?)?\((.*)\)$/i.exec(text)
  if (!m) return `不是地块边界：${quoted(text)}，${shape}`
  const rings: Point[][] = []
  for (const part of (m[1] ?? '').split(')')) {
    const body = part.replace(/^[\s,]*\(/, '').trim()
    if (body === '') continue
    const points = body.split(',').map((pair) => readPair(pair.trim().split(' ')))
    const valid = points.filter((p) => p !== null)
    if (valid.length !== points.length) return `边界点读不懂，${shape}`
    rings.push(valid)
  }
  return rings
}

function readGeoJson(text: string): Polygon | string {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return `GeoJSON 读不懂，${shape}`
  }
  const object = geometryOf(raw)
  if (object?.['type'] === 'MultiPolygon') return '有几块地块，请每块单独登记一条'
  const rings = object?.['type'] === 'Polygon' ? object['coordinates'] : null
  if (!Array.isArray(rings)) return `GeoJSON 里没有地块（Polygon），${shape}`
  const out: Point[][] = []
  for (const ring of rings) {
    const points = Array.isArray(ring) ? ring.map((p) => (Array.isArray(p) ? readPair(p) : null)) : [null]
    const valid = points.filter((p) => p !== null)
    if (valid.length !== points.length) return `边界点读不懂，${shape}`
    out.push(valid)
  }
  return out
}

/** A Feature's geometry, or the geometry itself. */
function geometryOf(raw: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof raw !== 'object' || raw === null) return null
  const inner = 'geometry' in raw ? raw.geometry : raw
  return typeof inner === 'object' && inner !== null ? { ...inner } : null
}

/** Degrees to the kept integers; a third number is a height and goes. */
function readPair(pair: readonly unknown[]): Point | null {
  if (pair.length < 2 || pair.length > 4) return null
  const [x, y] = pair.map((n) =>
    typeof n === 'number' || (typeof n === 'string' && /^-?\d{1,3}(?:\.\d{1,16})?$/.test(n))
      ? Math.round(Number(n) * million)
      : null,
  )
  return typeof x === 'number' && typeof y === 'number' ? [x, y] : null
}
