import { expect, it } from 'vitest'
import { fromColumns, toColumns } from '../columns.ts'
import { columnNames } from '../field.ts'
import { read } from '../testing/read.ts'
import { point } from './point.ts'

const place = point({ label: '坐标' })

it.each([
  '116.39,39.9',
  '116.39，39.9',
  '116.39 39.9',
  '39.9,116.39',
  '(116.39, 39.9)',
  'POINT(116.39 39.9)',
  'E116.39 N39.9',
  'E116.39N39.9',
  'N39.9 E116.39',
  '39.9N 116.39E',
  '116.39°E, 39.9°N',
  '东经116.39°，北纬39.9°',
  '经度：116.39 纬度：39.9',
  '１１６．３９，３９．９',
  '116°23′24″E 39°54′00″N',
  '116°23\'24",39°54\'0"',
  '116度23分24秒、39度54分',
])('%s', (cell) => {
  expect(read(place, cell)).toEqual({ point: [116_390_000, 39_900_000] })
})

it.each([
  ['10,20', '不在中国范围内'],
  ['116.39', '不是坐标'],
  ['116.39,39.9,5', '不是坐标'],
  ['116.39E 117E', '两个数都写成了经度'],
  ['4412345.67,512345.1', '投影坐标'],
  ['39512345.1 4412345.67', '投影坐标'],
  ['116°70′,39°', '不是坐标'],
  ['县政府东侧', '不是坐标'],
])('refuses %s', (cell, message) => {
  expect(read(place, cell)).toMatch(message)
})

it('keeps two integers', () => {
  const value = { point: [116_390_000, 39_900_000] } as const
  expect(columnNames('place', place)).toEqual(['place_x', 'place_y'])
  expect(toColumns(place, value)).toEqual([116_390_000, 39_900_000])
  expect(fromColumns(place, [116_390_000, 39_900_000])).toEqual(value)
  expect(place.format(value)).toBe('116.39,39.9')
})

it('says which system it wants, unless the definition says more', () => {
  expect(place.help).toMatch('CGCS2000')
  expect(point({ label: '坐标', help: '厂区大门' }).help).toBe('厂区大门')
})

it('checks JSON', () => {
  for (const bad of [[116, 39], { point: [1] }, { point: [116.39, 39.9] }, { point: [0, 0] }, { point: ['1', '2'] }])
    expect(place.check(bad)).toMatchObject({ ok: false })
})
