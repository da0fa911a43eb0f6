import { cleanText, isNothing, refusedCell } from '../cells.ts'
import type { Field, FieldOptions, Point } from '../field.ts'
import { degrees, isInChina, readPoint } from './coordinates.ts'

const help = '经纬度（CGCS2000 国家 2000 坐标系），写成 116.39,39.9；百度、高德地图上的坐标有偏移，不能直接用'

export const isPoint = (value: unknown): value is Point =>
  Array.isArray(value) && value.length === 2 && value.every((n) => Number.isSafeInteger(n))

/** A place: longitude and latitude in CGCS2000, kept as two integers of a millionth of a degree (some 10 cm). */
export function point(options: FieldOptions): Field<{ readonly point: Point }> {
  return {
    help,
    ...options,
    kind: 'point',
    columns: [
      { suffix: '_x', type: 'integer' },
      { suffix: '_y', type: 'integer' },
    ],
    operators: ['within', 'empty', 'filled'],
    sortable: false,
    widget: 'point',
    schema: {
      type: 'object',
      required: ['point'],
      properties: {
        point: {
          type: 'array',
          items: { type: 'integer' },
          minItems: 2,
          maxItems: 2,
          description: '[经度, 纬度] × 1000000，CGCS2000',
        },
      },
    },
    store: (value) => value.point,
    load: ([x, y]) => ({ point: [Number(x), Number(y)] }),
    parse(cell) {
      const refused = refusedCell(cell)
      if (refused) return refused
      const text = cleanText(cell.text)
      if (isNothing(text)) return { ok: true, value: null }
      const read = readPoint(text)
      return typeof read === 'string' ? { ok: false, message: read } : { ok: true, value: { point: read } }
    },
    format: (value) => value.point.map(degrees).join(','),
    check(value) {
      if (value === null || value === '') return { ok: true, value: null }
      const inner = typeof value === 'object' && 'point' in value ? value.point : null
      if (!isPoint(inner)) return { ok: false, message: '要写坐标，如 116.39,39.9' }
      if (!isInChina(inner)) return { ok: false, message: '坐标不在中国范围内，请核对' }
      return { ok: true, value: { point: [inner[0], inner[1]] } }
    },
  }
}
