import { describe, expect, it } from 'vitest'
import { toColumns } from '../columns.ts'
import type { Point } from '../field.ts'
import { read, warningOf } from '../testing/read.ts'
import { polygon } from './polygon.ts'
import { centre, wrongRings } from './rings.ts'

const field = polygon({ label: '地块边界' })
const triangle: readonly Point[] = [
  [116_100_000, 39_100_000],
  [116_200_000, 39_100_000],
  [116_200_000, 39_200_000],
  [116_100_000, 39_100_000],
]
const wkt = 'POLYGON((116.1 39.1,116.2 39.1,116.2 39.2,116.1 39.1))'

describe('polygon', () => {
  it.each([
    wkt,
    'polygon ((116.1 39.1, 116.2 39.1, 116.2 39.2, 116.1 39.1))',
    'SRID=4490;POLYGON Z((116.1 39.1 5,116.2 39.1 5,116.2 39.2 5,116.1 39.1 5))',
    'POLYGON((116.1 39.1,116.1 39.1,116.2 39.1,116.2 39.2,116.1 39.1))',
    '{"type":"Polygon","coordinates":[[[116.1,39.1],[116.2,39.1],[116.2,39.2],[116.1,39.1]]]}',
    '{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[116.1,39.1],[116.2,39.1],[116.2,39.2],[116.1,39.1]]]}}',
  ])('%s', (cell) => {
    expect(read(field, cell)).toEqual({ polygon: [triangle] })
  })

  it('closes an open ring and says so', () => {
    const open = 'POLYGON((116.1 39.1,116.2 39.1,116.2 39.2))'
    expect(read(field, open)).toEqual({ polygon: [triangle] })
    expect(warningOf(field, open)).toBe('边界首尾没有相接，已自动闭合')
  })

  it('reads holes', () => {
    const hole = '(116.15 39.11,116.16 39.11,116.16 39.12,116.15 39.11)'
    expect(read(field, `POLYGON((116.1 39.1,116.2 39.1,116.2 39.2,116.1 39.1),${hole})`)).toMatchObject({
      polygon: { length: 2 },
    })
  })

  it.each([
    ['POLYGON((116.1 39.1,116.2 39.1))', '至少要三个不同的点'],
    ['POLYGON((116.1 39.1,116.2 39.1,116.3 39.1,116.1 39.1))', '围不成面积'],
    ['POLYGON((116.1 39.1,116.3 39.2,116.3 39.1,116.1 39.3,116.1 39.1))', '自己相交'],
    ['POLYGON((16.1 39.1,16.2 39.1,16.2 39.2,16.1 39.1))', '不在中国范围内'],
    ['POLYGON((甲 乙,116.2 39.1,116.2 39.2))', '边界点读不懂'],
    ['POLYGON(())', '没有边界点'],
    ['POLYGON((', '不是地块边界'],
    ['MULTIPOLYGON(((1 2,3 4)))', '有几块地块'],
    ['{"type":"MultiPolygon","coordinates":[]}', '有几块地块'],
    ['{"type":"Point","coordinates":[1,2]}', '没有地块'],
    ['{"type":', 'GeoJSON 读不懂'],
    ['[1,2]', '没有地块'],
    ['东至大路', '不是地块边界'],
  ])('refuses %s', (cell, message) => {
    expect(read(field, cell)).toMatch(message)
  })

  it('is bounded, and the bound is quick', () => {
    const many = Array.from({ length: 5000 }, (_, i): Point => {
      const angle = (2 * Math.PI * i) / 5000
      return [Math.round(116_000_000 + 400_000 * Math.cos(angle)), Math.round(39_000_000 + 400_000 * Math.sin(angle))]
    })
    const ring = [...many, many[0] ?? ([0, 0] as Point)]
    expect(wrongRings([ring])).toBe('边界点太多，最多 5000 个，请先抽稀')
    const less = [...ring.slice(0, 4999), ring[0] as Point]
    expect(wrongRings([less])).toBeNull()
    expect(field.check({ polygon: Array.from({ length: 6000 }, () => []) })).toMatchObject({ ok: false })
  })

  it('keeps its rings as JSON and its centre beside them', () => {
    expect(toColumns(field, { polygon: [triangle] })).toEqual([JSON.stringify([triangle]), 116_166_667, 39_133_333])
    expect(
      centre([
        [
          [0, 0],
          [4, 0],
          [4, 2],
          [0, 2],
          [0, 0],
        ],
      ]),
    ).toEqual([2, 1])
  })

  it('is written as its size for people, as WKT for a cell', () => {
    expect(field.format({ polygon: [triangle] })).toBe('3 个点围成的地块')
    expect(field.toCell?.({ polygon: [triangle] })).toBe(wkt)
  })

  it('checks JSON', () => {
    for (const bad of [{ polygon: [] }, { polygon: [triangle.slice(1)] }, { polygon: triangle }, { polygon: 'x' }, []])
      expect(field.check(bad)).toMatchObject({ ok: false })
  })
})
