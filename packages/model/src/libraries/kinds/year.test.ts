import { expect, it } from 'vitest'
import { numeric, read, warningOf } from '../testing/read.ts'
import { year } from './year.ts'

const field = year({ label: '年度' })

it.each(['2023', '2023年', '2023年度', '二〇二三年', '二〇二三', '２０２３'])('%s', (cell) => {
  expect(read(field, cell)).toBe(2023)
})

it('reads numbers and dates', () => {
  expect(read(field, numeric(2023))).toBe(2023)
  expect(read(field, { text: '2023/3/15', number: 45000, date: true })).toBe(2023)
  expect(warningOf(field, '2023-01-05')).toBe('只取年份 2023')
})

it('refuses what is no year', () => {
  expect(read(field, '45000')).toMatch('不是年份')
  expect(read(field, numeric(45000))).toMatch('不是年份')
  expect(read(field, numeric(1850))).toBe('refused: 年份要在 1900—2199 之间，这里是 1850')
  expect(read(field, '23年')).toMatch('不是年份')
  for (const bad of ['2023', 2023.5, 99]) expect(field.check(bad)).toMatchObject({ ok: false })
})
