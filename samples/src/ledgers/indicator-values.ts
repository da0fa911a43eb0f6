import { addDays, type IsoDate } from '@yipanqi/base'
import { randomOf, type Random } from '../../random.ts'
import { counties, indicatorList, type SampleIndicator } from './indicators.ts'
import { percentOf } from './making.ts'
import {
  balanceAt,
  dayAfter,
  depositsInDecember,
  lastYearOf,
  loansInDecember,
  monthOf,
  monthsOut,
  type Month,
} from './months.ts'
import type { LedgerSample, RecordRef, SampleRow, SampleValue } from './types.ts'

/** Days on which the four figures come: the forecast in the month itself, the flash and the city's in the next. */
const days = { forecast: 25, flash: 10, city: 20 } as const

interface Truth {
  /** In the indicator's measure; null where only the growth is published. */
  readonly level: number | null
  /** The year before's figure that it is compared with, as revised. */
  readonly base: number | null
  /** Percent, one decimal. */
  readonly growth: number
}

/** 指标数值: sixteen indicators, twenty-four months, four figures with rank and vintages. */
export function indicatorValues(today: IsoDate): LedgerSample {
  const last = lastYearOf(today)
  // The forecast of a month is out in the month itself: one month more than the flash.
  const months = monthsOut(today, 24, days.flash)
  const open = monthOf(Number(today.slice(0, 4)), Number(today.slice(5, 7)))
  const forecastOnly = Number(today.slice(8)) >= days.forecast ? [open] : []
  const rows = indicatorList.flatMap((one) => {
    const random = randomOf(`indicator ${one.code}`)
    return [
      ...targets(one, months, last),
      ...[...months, ...forecastOnly]
        .filter((month) => counted(one, month))
        .flatMap((month) => figures(one, month, last, today, random)),
    ]
  })
  return { library: 'indicator-values', rows }
}

/** Quarterly ones have four months a year; some have no January. */
const counted = (one: SampleIndicator, { month }: Month): boolean =>
  one.period === '季' ? month % 3 === 0 : !(one.january && month === 1)

const indicatorRef = (one: SampleIndicator): RecordRef => ({ ref: 'indicators', key: one.code })

/** Yearly targets stand on the December that they are meant for, set in January. */
function targets(one: SampleIndicator, months: readonly Month[], last: number): SampleRow[] {
  const years = [...new Set(months.map((m) => m.year))].filter((year) => year >= last && year <= last + 1)
  return years.flatMap((year) => {
    const growth = year === last ? one.growth[0] : one.growth[2]
    const target = year === last ? null : one.target
    if (growth === null && target === null) return []
    return {
      values: {
        indicator: indicatorRef(one),
        month: `${year}-12`,
        kind: '年初目标',
        vintage: 1,
        publishedOn: `${year}-01-14`,
        unpublished: false,
        ...(target === null ? {} : { value: scaled(target) }),
        ...(growth === null ? {} : { growth: percentOf(Math.round(growth)) }),
        leadUnit: { unit: one.leadUnit },
        supplier: { unit: 'Z01' },
        basis: '政府工作报告',
      },
    }
  })
}

function figures(one: SampleIndicator, month: Month, last: number, today: IsoDate, random: Random): SampleRow[] {
  const truth = truthOf(one, month, last)
  const before = rankOf(one, earlier(month, one.period === '季' ? 3 : 1))
  const rank = rankOf(one, month)
  const mean = round(truth.growth - (counties / 2 - rank) * 0.22, 1)
  // Noise is drawn for every month alike, so that a figure stays the same when the next month comes.
  const noise = [random.next(), random.next(), random.next(), random.next()] as const
  const forecastOn = `${month.text}-${days.forecast}`
  const flashOn = dayAfter(month, days.flash)
  const cityOn = dayAfter(month, days.city)
  const revisedOn = addDays(cityOn, 61)
  const revised = noise[3] < 0.12
  const cityOut = cityOn <= today
  const base = { indicator: indicatorRef(one), month: month.text, leadUnit: { unit: one.leadUnit } } as const
  const rows: SampleRow[] = []
  const add = (on: IsoDate, values: Readonly<Record<string, SampleValue>>): void => {
    if (on <= today) rows.push({ values: { ...base, publishedOn: on, vintage: 1, ...values } })
  }
  add(forecastOn, {
    kind: '部门预计数',
    unpublished: true,
    ...shown(one, moved(truth, (noise[0] - 0.35) * 0.9)),
    ...(truth.level === null || one.cumulative === '时点'
      ? {}
      : { yearForecast: scaled(yearForecast(one, month, last)) }),
    supplier: { unit: one.leadUnit },
    ...(noise[0] < 0.2 ? { reason: '两户重点企业检修，预计下月恢复，差额可以追上。' } : {}),
  })
  add(flashOn, {
    kind: '快报数',
    unpublished: !cityOut,
    ...shown(one, moved(truth, (noise[1] - 0.5) * 0.3)),
    supplier: { unit: one.source },
  })
  const standing = {
    kind: '市反馈数',
    unpublished: false,
    rank,
    rankBefore: before,
    counties,
    cityMean: percentOf(mean),
    leaderGap: percentOf(round((rank - 1) * 0.24, 1)),
    chaserGap: percentOf(rank === counties ? 0 : 0.2),
    supplier: { unit: 'Z23' },
  } as const
  add(cityOn, { ...standing, ...shown(one, revised ? moved(truth, (noise[2] - 0.5) * 0.4) : truth) })
  if (revised) add(revisedOn, { ...standing, ...shown(one, truth), vintage: 2, reason: '市统计局核定上年基数后修订。' })
  return rows
}

// What of a year is done by the end of a month, for figures that add up over the year.
const done = [0.07, 0.14, 0.24, 0.32, 0.4, 0.5, 0.575, 0.655, 0.745, 0.825, 0.91, 1] as const

function truthOf(one: SampleIndicator, month: Month, last: number): Truth {
  if (one.code === 'DKYE' || one.code === 'CKYE') {
    const decembers = one.code === 'DKYE' ? loansInDecember : depositsInDecember
    const [now, then] = [month, monthOf(month.year - 1, month.month)].map((m) => balanceAt(decembers, last, m) / 10_000)
    return { level: now ?? 0, base: then ?? 0, growth: round(((now ?? 0) / (then ?? 1) - 1) * 100, 1) }
  }
  const growth = growthOf(one, month, last)
  if (one.level === null) return { level: null, base: null, growth }
  const level = levelOf(one, month, last)
  const base = levelOf(one, monthOf(month.year - 1, month.month), last)
  return { level, base, growth: one.comparable ? growth : round((level / base - 1) * 100, 1) }
}

/** The growth of a month: December's is the year's own, the months before swing around it. */
function growthOf(one: SampleIndicator, { year, month }: Month, last: number): number {
  const yearly = year > last ? one.growth[1] : year === last ? one.growth[0] : one.growth[0] - 0.4
  const swing = randomOf(`${one.code} ${year}-${month}`).next() - 0.5
  return round(yearly + (month === 12 ? 0 : swing * 1.2), 1)
}

function levelOf(one: SampleIndicator, { year, month }: Month, last: number): number {
  const annual = annualOf(one, year, last)
  const swing = month === 12 ? 0 : (randomOf(`${one.code} ${month} ${year} 数`).next() - 0.5) * 0.008
  const places = one.measure === '亿元' || one.measure === '亿千瓦时' ? 2 : 0
  return round(annual * (done[month - 1] ?? 1) * (1 + swing), places)
}

/** The whole year's figure: last year's is what the documents say. */
function annualOf(one: SampleIndicator, year: number, last: number): number {
  let level = one.level ?? 0
  for (let y = last; y > year; y -= 1) level /= 1 + one.growth[0] / 100
  for (let y = last; y < year; y += 1) level *= 1 + one.growth[1] / 100
  return level
}

const yearForecast = (one: SampleIndicator, { year }: Month, last: number): number =>
  round(annualOf(one, year, last), one.measure === '亿元' || one.measure === '亿千瓦时' ? 2 : 0)

const earlier = ({ year, month }: Month, by: number): Month =>
  month > by ? monthOf(year, month - by) : monthOf(year - 1, month + 12 - by)

/** 青禾 stands in the upper half and moves by a place or two. */
function rankOf(one: SampleIndicator, { text }: Month): number {
  const usual = 2 + Math.floor(randomOf(`${one.code} 位次`).next() * 5)
  const step = Math.floor(randomOf(`${one.code} ${text} 位次`).next() * 3) - 1
  return Math.min(counties, Math.max(1, usual + step))
}

/** A figure that is off by so many points of growth; its level is off by as much. */
function moved(truth: Truth, points: number): Truth {
  const growth = round(truth.growth + points, 1)
  if (truth.level === null || truth.base === null) return { ...truth, growth }
  return { ...truth, level: truth.level * (1 + points / 100), growth }
}

function shown(one: SampleIndicator, truth: Truth): Record<string, SampleValue> {
  const places = one.measure === '亿元' || one.measure === '亿千瓦时' ? 2 : 0
  return {
    ...(truth.level === null ? {} : { value: scaled(round(truth.level, places)) }),
    ...(truth.base === null ? {} : { base: scaled(round(truth.base, places)) }),
    growth: percentOf(truth.growth),
  }
}

/** A decimal of four places as its field keeps it. */
const scaled = (n: number): number => Math.round(n * 10_000)
const round = (n: number, places: number): number => Math.round(n * 10 ** places) / 10 ** places
