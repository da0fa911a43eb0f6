// Longitude and latitude as people write them, in CGCS2000 degrees × 1,000,000.
import { toHalfWidth } from '@yipanqi/base'
import { quoted } from '../cells.ts'
import type { Point } from '../field.ts'

export const million = 1_000_000
/** What lies in China, in degrees × 1,000,000. Longitudes and latitudes do not overlap, so their order cannot mislead. */
export const bounds = { west: 73 * million, east: 136 * million, south: 3 * million, north: 54 * million } as const

export const isInChina = ([x, y]: Point): boolean =>
  x >= bounds.west && x <= bounds.east && y >= bounds.south && y <= bounds.north

// E116.39, 116.39°E, 116°23′29″: the side stands before or behind; one behind a blank may belong to the next number.
const coordinate =
  /\s*(?:([EN]):?\s?)?(\d{1,3}(?:\.\d{1,14})?)(?:[°度]\s?(?:(\d{1,2}(?:\.\d{1,12})?)['′’分]\s?(?:(\d{1,2}(?:\.\d{1,12})?)(?:["″”秒]|''|′′))?)?)?(?:([EN])|\s([EN])(?!:?\s?\d))?[\s,]*/y

interface Coordinate {
  readonly value: number
  readonly side: string
}

/** The coordinates that make up the text from end to end; null where anything else stands in it. */
function coordinates(text: string): readonly Coordinate[] | null {
  const found: Coordinate[] = []
  coordinate.lastIndex = 0
  while (coordinate.lastIndex < text.length) {
    const m = coordinate.exec(text)
    if (!m || found.length === 2) return null
    const [, before, degree, minute = '0', second = '0', after, spaced] = m
    if (Number(minute) >= 60 || Number(second) >= 60) return null
    const value = Math.round((Number(degree) + Number(minute) / 60 + Number(second) / 3600) * million)
    found.push({ value, side: before ?? after ?? spaced ?? '' })
  }
  return found
}

/** `[lon, lat]` of a text, or what is wrong with it. */
export function readPoint(text: string): Point | string {
  const shape = '请写经度,纬度，如 116.39,39.9'
  const half = toHalfWidth(text.slice(0, 120))
    .replace(/[()[\]]/g, ' ')
    .replace(/^\s*POINT/i, '')
    .replace(/[、;/]/g, ',')
    .replace(/东经|经度/g, 'E')
    .replace(/北纬|纬度/g, 'N')
    .toUpperCase()
    .trim()
  if (/(?<![.\d])\d{6,}/.test(half)) return '像是投影坐标（米），请换算成 CGCS2000 经纬度（度）'
  const [first, second] = coordinates(half) ?? []
  if (!first || !second) return `不是坐标：${quoted(text, 30)}，${shape}`
  if (first.side !== '' && first.side === second.side)
    return `两个数都写成了${first.side === 'E' ? '经度' : '纬度'}，${shape}`
  const named = first.side !== '' || second.side !== ''
  const latitudeFirst = named ? first.side === 'N' || second.side === 'E' : first.value < second.value
  const point: Point = latitudeFirst ? [second.value, first.value] : [first.value, second.value]
  return isInChina(point) ? point : '坐标不在中国范围内（经度 73—136，纬度 3—54），请核对'
}

/** 116.39 from 116390000. */
export function degrees(value: number): string {
  const digits = String(Math.abs(value)).padStart(7, '0')
  const rest = digits.slice(-6).replace(/0+$/, '')
  return `${value < 0 ? '-' : ''}${digits.slice(0, -6)}${rest === '' ? '' : `.${rest}`}`
}
