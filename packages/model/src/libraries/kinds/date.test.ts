import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@yipanqi/base'
import { numeric, read, warningOf } from '../testing/read.ts'
import { date } from './date.ts'
import { serialDate } from './read-calendar.ts'

const opened = date({ label: '开工日期' })

describe('date', () => {
  it.each([
    '2023-01-05',
    '2023.1.5',
    '2023/1/5',
    '20230105',
    '2023年1月5日',
    '2023 年 1 月 5 日',
    '2023年1月5号',
    '二〇二三年一月五日',
    '二○二三年一月五日',
    '２０２３．１．５',
    '2023。1。5',
    '2023-01-05 00:00:00',
    '2023-01-05T08:30:00+08:00',
    '2023/1/5 0:00',
    '44931',
  ])('%s', (cell) => {
    expect(read(opened, cell)).toBe('2023-01-05')
  })

  it('reads serials', () => {
    expect(read(opened, numeric(45000))).toBe('2023-03-15')
    expect(read(opened, { text: '2023/3/15', number: 45000.5, date: true })).toBe('2023-03-15')
    expect(read(opened, numeric(20230105))).toBe('2023-01-05')
    expect([1, 59, 61, 2_958_465].map(serialDate)).toEqual(['1900-01-01', '1900-02-28', '1900-03-01', '9999-12-31'])
    expect([0, 60, 2_958_466, -1, Number.NaN].map(serialDate)).toEqual([null, null, null, null, null])
  })

  it('every serial after the made-up day is a day after the one before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 62, max: 2_958_465 }), (n) => {
        expect(serialDate(n)).toBe(addDays(serialDate(n - 1) ?? '', 1))
      }),
    )
  })

  it.each([
    ['1900-02-29', '1900 年 2 月没有 29 日（Excel'],
    ['2023-02-30', '2023 年 2 月没有 30 日'],
    ['2023年13月1日', '没有 13 月'],
    ['20231301', '没有 13 月'],
    ['2023年', '只写了年份 2023'],
    ['2023年1月', '只写到 2023 年 1 月'],
    ['202301', '只写到 2023 年 1 月'],
    ['23.1.5', '年份要写四位'],
    ['1/5/2023', '分不清日和月'],
    ['年底前', '不是日期'],
    ['2023-01-', '不是日期'],
    ['2023年1月5日前', '不是日期'],
  ])('refuses %s', (cell, message) => {
    expect(read(opened, cell)).toMatch(`refused: ${message}`)
  })

  it('refuses the day that Excel made up, and numbers that are no day', () => {
    expect(read(opened, { text: '1900/2/29', number: 60, date: true })).toMatch('1900 年 2 月没有 29 日')
    expect(read(opened, numeric(60))).toMatch('1900 年 2 月没有 29 日')
    for (const n of [0, -5, 3_000_000, Number.POSITIVE_INFINITY])
      expect(read(opened, numeric(n))).toMatch('refused: 不是日期')
    expect(read(opened, numeric(2023))).toMatch('只写了年份 2023')
    expect(read(opened, numeric(202301))).toMatch('只写到 2023 年 1 月')
  })

  it('warns of a year that is rarely meant', () => {
    expect(warningOf(opened, '2203-01-05')).toBe('年份 2203 少见，请核对')
    expect(warningOf(opened, '2023-01-05')).toBeUndefined()
  })

  it('checks JSON', () => {
    for (const bad of ['2023-1-5', '2023-02-30', 20230105, '2023'])
      expect(opened.check(bad)).toMatchObject({ ok: false })
  })
})
