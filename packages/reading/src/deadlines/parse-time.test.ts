import { chineseCalendar } from '@yipanqi/base'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDeadlines } from './index.ts'
import { parseTime } from './parse-time.ts'

/** from..to with – for what is open, then what recurs or is provisional. */
const line = (text: string, base = '2026-02-09'): string => {
  const t = parseTime(text, base)
  if (t === null) return 'none'
  return `${t.from ?? '–'}..${t.to ?? '–'}${t.recur ? ` ${t.recur}` : ''}${t.provisional ? ' 拟' : ''}`
}

it('prints no more than two days for a plain span', () => {
  expect(JSON.stringify(parseTime('上半年', '2023-02-01'))).toBe('{"from":"2023-01-01","to":"2023-06-30"}')
})

describe('parseTime: terms as documents set them, against 2026-02-09', () => {
  it.each([
    ['年底前', '–..2026-12-31'],
    ['今年', '2026-01-01..2026-12-31'],
    ['全年', '2026-01-01..2026-12-31'],
    ['上半年', '2026-01-01..2026-06-30'],
    ['后半年', '2026-07-01..2026-12-31'],
    ['一季度', '2026-01-01..2026-03-31'],
    ['首季度', '2026-01-01..2026-03-31'],
    ['Q3', '2026-07-01..2026-09-30'],
    ['三季度末', '2026-09-30..2026-09-30'],
    ['前三季度', '2026-01-01..2026-09-30'],
    ['9月底前', '–..2026-09-30'],
    ['月底前', '–..2026-02-28'],
    ['下个月', '2026-03-01..2026-03-31'],
    ['2027年', '2027-01-01..2027-12-31'],
    ['到2028年', '–..2028-12-31'],
    ['2026—2030年', '2026-01-01..2030-12-31'],
    ['“十五五”期间', '2026-01-01..2030-12-31'],
    ['半年内', '2026-02-09..2026-08-09'],
    ['三年内', '2026-02-09..2029-02-09'],
    ['一年半内', '2026-02-09..2027-08-09'],
    ['两个半月内', '2026-02-09..2026-04-24'],
    ['48小时内', '2026-02-09..2026-02-11'],
    ['15个工作日内', '2026-02-09..2026-03-06'],
    ['每月28日前', '–..– monthly:28'],
    ['每周五前', '–..– weekly:5'],
    ['每年12月底前', '–..– yearly:12-31'],
    ['春节前', '–..2026-02-16'],
    ['“七一”前', '–..2026-06-30'],
    ['开门红', '2026-01-01..2026-03-31'],
    ['6月上半月', '2026-06-01..2026-06-15'],
    ['6月下半月前', '–..2026-06-30'],
    ['9月第二周', '2026-09-14..2026-09-20'],
    ['本月第二周', '2026-02-09..2026-02-15'],
    ['2026年第20周', '2026-05-18..2026-05-24'],
    ['2026年3月至2027年6月', '2026-03-01..2027-06-30'],
    ['从一季度到三季度', '2026-01-01..2026-09-30'],
    ['三月和九月之间', '2026-03-01..2026-09-30'],
    ['10月和5月间', '2026-10-01..2027-05-31'],
    ['7月1日至9月30日', '2026-07-01..2026-09-30'],
    ['即日起至年底', '2026-02-09..2026-12-31'],
    ['即日起', '2026-02-09..–'],
    ['5月1日起', '2026-05-01..–'],
    ['一至三季度', '2026-01-01..2026-09-30'],
    ['2027年1—3季度', '2027-01-01..2027-09-30'],
    ['三季度初', '2026-07-01..2026-07-31'],
    ['下个月底前', '–..2026-03-31'],
    ['二0二七年五月', '2027-05-01..2027-05-31'],
    ['汛期前', '–..–'],
    ['两会前', '–..–'],
    ['×月底前', '–..–'],
  ])('%s', (text, expected) => {
    expect(line(text)).toBe(expected)
  })
})

describe('parseTime: times as people write them, against 2026-02-09', () => {
  it.each([
    ['20260307', '2026-03-07..2026-03-07'],
    ['2026/4/19', '2026-04-19..2026-04-19'],
    ['1999.08-2002.02', '1999-08-01..2002-02-28'],
    ['2018', '2018-01-01..2018-12-31'],
    ['07年第三季度', '2007-07-01..2007-09-30'],
    ['九零年9月十号', '1990-09-10..1990-09-10'],
    ['十月31', '2026-10-31..2026-10-31'],
    ['1月3至2月10', '2026-01-03..2026-02-10'],
    ['1日至15日', '2026-02-01..2026-02-15'],
    ['2026-05', '2026-05-01..2026-05-31'],
    ['2027上半年', '2027-01-01..2027-06-30'],
    ['下下个月', '2026-04-01..2026-04-30'],
    ['“五一”', '2026-05-01..2026-05-01'],
    ['30日', '2026-03-30..2026-03-30'],
    ['去年', '2025-01-01..2025-12-31'],
    ['前年11月到去年3月', '2024-11-01..2025-03-31'],
    ['上个月23号', '2026-01-23..2026-01-23'],
    ['下月九号', '2026-03-09..2026-03-09'],
    ['上季度', '2025-10-01..2025-12-31'],
    ['上上周', '2026-01-26..2026-02-01'],
    ['下周五', '2026-02-20..2026-02-20'],
    ['周三', '2026-02-11..2026-02-11'],
    ['禮拜一', '2026-02-09..2026-02-09'],
    ['八月份的第一个周二', '2026-08-04..2026-08-04'],
    ['今天', '2026-02-09..2026-02-09'],
    ['大后天', '2026-02-12..2026-02-12'],
    ['20天后', '2026-03-01..2026-03-01'],
    ['三年前', '2023-01-01..2023-12-31'],
    ['近30天', '2026-01-10..2026-02-09'],
    ['教师节', '2026-09-10..2026-09-10'],
    ['2027年中秋节', '2027-09-15..2027-09-15'],
    ['自2018年以来', '2018-01-01..–'],
    ['2019年9月9日之后', '2019-09-10..–'],
    ['2010年1月10日或之前', '–..2010-01-10'],
    ['从2001年起至今', '2001-01-01..2026-02-09'],
    ['明年第九个月', '2027-09-01..2027-09-30'],
  ])('%s', (text, expected) => {
    expect(line(text)).toBe(expected)
  })

  it.each([
    '',
    '一盘棋',
    '最后一公里',
    '零点一',
    '黎明主演的电影',
    '身份证号140302197706220124。',
    '我的电话号码是888-000-9999。',
    '12号',
  ])('%s is none', (text) => {
    expect(line(text)).toBe('none')
  })
})

describe('parseTime: the working-day calendar', () => {
  it('says 拟 where no arrangement is published, and not where the county gave one', () => {
    expect(line('15个工作日内', '2026-11-24')).toBe('2026-11-24..2026-12-15 拟')
    const calendar = chineseCalendar({ holidays: ['2027-01-01'] })
    expect(parseTime('5个工作日内', '2026-12-28', { calendar })).toEqual({
      from: '2026-12-28',
      to: '2027-01-05',
      provisional: true,
    })
    const known = chineseCalendar({ holidays: ['2027-01-01', '2027-02-06'] })
    expect(parseTime('5个工作日内', '2026-12-28', { calendar: known })).toEqual({
      from: '2026-12-28',
      to: '2027-01-05',
    })
    const [deadline] = findDeadlines('5个工作日内', 0, 7, { date: '2026-12-28' })
    expect(deadline).toMatchObject({ to: '2027-01-04', provisional: true })
  })

  it('steps over the Spring Festival and its make-up days', () => {
    expect(line('5个工作日内', '2026-02-12')).toBe('2026-02-12..2026-02-26')
  })

  it('refuses a base that is no day', () => {
    expect(() => parseTime('年底', '2026-02-30')).toThrow(RangeError)
  })
})

describe('findDeadlines: spans, lists and hours', () => {
  it.each([
    ['从一季度到三季度逐步推开', ['一季度到三季度|2026-01-01|2026-09-30|null']],
    ['2026年3月至2027年6月分批实施', ['2026年3月至2027年6月|2026-03-01|2027-06-30|null']],
    ['每月5日和20日前报送', ['每月5日|null|null|monthly:5', '20日前|null|null|monthly:20']],
    ['每年6月和12月各开展一次', ['每年6月|null|null|yearly:06-30', '12月|null|null|yearly:12-31']],
    ['年底前和明年6月底前分两批', ['年底前|null|2026-12-31|null', '明年6月底前|null|2027-06-30|null']],
    ['48小时内报送', ['48小时内|2026-02-09|2026-02-11|null']],
    ['即日起至年底开展', ['即日起至年底|2026-02-09|2026-12-31|null']],
    ['明天会更好', []],
    ['创造更加美好的明天', []],
    ['去年第四季度', []],
    ['2025年第三周', []],
    ['前天', []],
    ['会后24小时供水', []],
  ] as [string, string[]][])('%s', (text, expected) => {
    const found = findDeadlines(text, 0, text.length, { date: '2026-02-09' })
    expect(found.map((d) => `${d.text}|${d.from}|${d.to}|${d.recur}`)).toEqual(expected)
  })
})

describe('parseTime: laws', () => {
  it('every day of two centuries reads back, in digits and in characters', () => {
    const digits = [...'〇一二三四五六七八九']
    const small = (n: number): string =>
      n < 11
        ? ['', ...digits.slice(1), '十'][n]!
        : `${n < 20 ? '' : digits[Math.floor(n / 10)]}十${n % 10 === 0 ? '' : digits[n % 10]}`
    const day = fc.date({ min: new Date('1910-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10)
        const [y, m, d] = iso.split('-').map(Number) as [number, number, number]
        const year = [...String(y)].map((c) => digits[Number(c)]).join('')
        for (const text of [`${y}年${m}月${d}日`, `${year}年${small(m)}月${small(d)}日`, iso, `${y}.${m}.${d}`])
          expect([text, parseTime(text, '2026-02-09')]).toEqual([text, { from: iso, to: iso }])
      }),
    )
  })

  it('any text: from is never after to, and nothing throws', () => {
    const unit = fc.constantFrom(
      ...'0123456789一二三四五六七八九十两半年月日号底末初上下旬前后内季度周天个工作到至和—－每近去昨今明起间“”七国庆春节×*.，。',
    )
    fc.assert(
      fc.property(
        fc.string({ unit, maxLength: 40 }),
        fc.constantFrom('2026-02-09', '2025-12-31', '2024-02-29'),
        (s, base) => {
          const t = parseTime(s, base)
          expect([s, t === null || t.from === null || t.to === null || t.from <= t.to]).toEqual([s, true])
        },
      ),
      { numRuns: 5000 },
    )
  })

  // Ten times the text may take ten times as long, with room for a busy machine; a square would take a hundred.
  it.each(['一', '1', '年', '2026年', '每', '至', '1月', '第', '（', '的', '2026年至', '每月1日和', '从'])(
    'linear on 1 MB of %s',
    (unit) => {
      const time = (length: number): number => {
        const s = unit.repeat(Math.ceil(length / unit.length))
        const from = performance.now()
        findDeadlines(s, 0, s.length, { date: '2026-02-09' })
        return performance.now() - from
      }
      time(20_000)
      const small = Math.max(time(100_000), 20)
      expect(time(1_000_000)).toBeLessThan(small * 60)
    },
  )
})
