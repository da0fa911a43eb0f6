// The firms that the ledgers of the sample county speak of: 1,600, of which 418 四上 (132 + 142 + 68 + 48 + 28). Figures
// are those of the year before the county's documents.
import { addDays, type IsoDate } from '@yipanqi/base'
import { randomOf, type Random } from '../../random.ts'
import { documentYear } from '../../year.ts'
import { placeIn, placeInPark, parkTownships } from '../places.ts'
import type { MapPoint } from '../township-outlines.ts'
import { scaleOf, type Scale } from './firm-scale.ts'
import {
  buildingTrades,
  estateTrades,
  farmingTrades,
  industrialTrades,
  serviceTrades,
  tradingTrades,
  type Trade,
} from './firm-trades.ts'
import { creditCodeOf, mu, shareOut, wan, weighted } from './making.ts'

export type AboveScale = '规上工业' | '限上批零住餐' | '规上服务业' | '资质建筑业' | '房地产开发'

export interface SampleFirm {
  /** 统一社会信用代码: how other ledgers refer to it (`{ref: 'enterprises', key: code}`). */
  readonly code: string
  readonly name: string
  readonly industry: string
  readonly aboveScale: AboveScale | null
  /** 亩均评价: 规上参评 127, 规下参评 316. */
  readonly perMu: '规上参评' | '规下参评' | '暂不参评' | '不参评'
  readonly scale: Scale
  readonly township: string
  readonly inPark: boolean
  readonly place: MapPoint
  readonly chain: string | null
  /** Years before the documents' year, and day of that year. */
  readonly age: number
  readonly founded: string
  readonly operation: '在营' | '半停产' | '停产' | '歇业' | '筹建'
  /** 分 */
  readonly revenue: number
  readonly tax: number
  readonly research: number
  readonly staff: number
  /** Parcels of its own, in 0.000001 亩; together with `rented` the land it is graded by. */
  readonly parcels: readonly number[]
  readonly rented: number
  /** 包联: 287 firms. */
  readonly served: boolean
}

/** 规上工业 of last year: revenue 268.4 亿, taxes 7.62 亿, research 5.31 亿. */
export const industryTotals = { revenue: wan(2_684_000), tax: wan(76_200), research: wan(53_100) } as const

const brandHeads = [...'澄泽禾宏瑞广恒昌嘉同和信鼎盛润丰安泰源永兴华正立汇朗晟沐岚峻']
const brandTails = [...'禾源峰野川原谷田林辰达远成隆裕康宁创合众联益岩溪航坤宸茂']
const townships = [
  ['T01', 14],
  ['T02', 13],
  ['T03', 12],
  ['T04', 8],
  ['T05', 6],
  ['T06', 11],
  ['T07', 5],
  ['T08', 5],
  ['T09', 5],
  ['T10', 9],
  ['T11', 4],
  ['T12', 4],
  ['T13', 4],
  ['T14', 1],
  ['T15', 1],
  ['T16', 1],
] as const
// Least and most revenue in 万元: above the threshold, and below it.
const revenueBands: Readonly<Record<string, readonly [number, number, number, number]>> = {
  F51: [2050, 32_000, 80, 1900],
  F52: [520, 9800, 20, 480],
  H61: [215, 2600, 20, 190],
  H62: [212, 1900, 15, 190],
  L72: [1020, 7600, 30, 900],
  M74: [1020, 6400, 40, 900],
  O80: [510, 2400, 20, 460],
  O81: [510, 2100, 20, 460],
  A01: [0, 0, 40, 900],
  A02: [0, 0, 30, 500],
  A05: [0, 0, 30, 600],
  E47: [1200, 42_000, 60, 900],
  K70: [1200, 38_000, 0, 0],
}

// Five of the 132 are too young to be graded: one in each of these trades.
const tradesWithYoung = new Set(['C14', 'C17', 'C20', 'C33', 'C34'])

type Draft = Omit<SampleFirm, 'revenue' | 'tax' | 'research' | 'staff' | 'scale' | 'served'> & { weight: number }

let made: readonly SampleFirm[] | null = null

/** All firms, in the order of their codes. Made once. */
export function sampleFirms(): readonly SampleFirm[] {
  made ??= makeFirms()
  return made
}

function makeFirms(): readonly SampleFirm[] {
  const random = randomOf('企业')
  const names = new Set<string>()
  const groups: readonly (readonly [AboveScale | null, readonly Trade[]])[] = [
    ['规上工业', industrialTrades],
    ['限上批零住餐', tradingTrades],
    ['规上服务业', serviceTrades],
    ['资质建筑业', buildingTrades],
    ['房地产开发', estateTrades],
    [null, farmingTrades],
  ]
  const drafts: Draft[] = []
  for (const [kind, trades] of groups)
    for (const trade of trades) {
      const count = trade.above + trade.graded + trade.small
      for (let i = 0; i < count; i += 1)
        drafts.push(draftOf(random, names, drafts.length, trade, i < trade.above ? kind : null, i))
    }
  return withServed(drafts.map(withFigures(random, drafts)))
}

function draftOf(
  random: Random,
  names: Set<string>,
  index: number,
  trade: Trade,
  aboveScale: AboveScale | null,
  at: number,
): Draft {
  const industrial = /^[BCD]/.test(trade.industry)
  const graded = at >= trade.above && at < trade.above + trade.graded
  const inPark = industrial && random.next() < (aboveScale ? 0.62 : graded ? 0.3 : 0.1)
  const township = inPark ? random.pick(parkTownships) : weighted(random, townships)
  const young = aboveScale === '规上工业' && at === 0 && tradesWithYoung.has(trade.industry)
  const owns = industrial && (aboveScale ? random.next() < 0.8 : graded || random.next() < 0.56)
  const large = aboveScale !== null
  const parcels = owns
    ? Array.from({ length: large && random.next() < 0.3 ? 2 : 1 }, () =>
        mu(large ? random.int(1200, 8600) / 100 : random.int(300, 1750) / 100),
      )
    : []
  return {
    code: creditCodeOf('91', 10_000_001 + index),
    name: nameOf(random, names, trade),
    industry: trade.industry,
    aboveScale,
    perMu: perMuOf(aboveScale, young, graded, industrial),
    township,
    inPark,
    place: inPark ? placeInPark(township, random) : placeIn(township, random),
    chain: trade.chain,
    age: young ? 1 : random.int(2, 21),
    founded: `${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`,
    operation: operationOf(random, large),
    parcels,
    rented: industrial && !owns ? mu(random.int(150, 1400) / 100) : 0,
    weight: Math.exp((random.next() + random.next() + random.next() - 1.5) * 1.7),
  }
}

function nameOf(random: Random, names: Set<string>, trade: Trade): string {
  for (;;) {
    const brand = random.pick(brandHeads) + random.pick(brandTails)
    const name = `青禾县${brand}${random.pick(trade.words)}${random.next() < 0.04 ? '股份' : ''}有限公司`
    if (names.has(brand + trade.industry) || brand[0] === brand[1]) continue
    names.add(brand + trade.industry)
    if (!names.has(name)) {
      names.add(name)
      return name
    }
  }
}

function perMuOf(above: AboveScale | null, young: boolean, graded: boolean, industrial: boolean): SampleFirm['perMu'] {
  if (above === '规上工业') return young ? '暂不参评' : '规上参评'
  if (graded) return '规下参评'
  return industrial ? '暂不参评' : '不参评'
}

function operationOf(random: Random, large: boolean): SampleFirm['operation'] {
  const at = random.next()
  if (large) return at < 0.985 ? '在营' : '半停产'
  if (at < 0.9) return '在营'
  if (at < 0.93) return '半停产'
  if (at < 0.97) return '停产'
  return at < 0.982 ? '歇业' : '筹建'
}

/** A firm that is being set up was registered this year: one of those that came by a lead (招商). */
export const foundedOn = (firm: SampleFirm, today: IsoDate): IsoDate =>
  firm.operation === '筹建'
    ? addDays(today, -40 - (Number(firm.code.slice(8, 16)) % 110))
    : `${documentYear(today) - firm.age}-${firm.founded}`

/** Revenue, taxes, research and staff: 规上工业 adds up to the county's totals, the others stand within their bands. */
function withFigures(random: Random, drafts: readonly Draft[]): (draft: Draft) => Omit<SampleFirm, 'served'> {
  const large = drafts.filter((d) => d.aboveScale === '规上工业')
  const least = wan(2010)
  const shares = shareOut(
    industryTotals.revenue - least * large.length,
    large.map((d) => d.weight),
    wan(1),
  )
  const revenues = new Map(large.map((d, i) => [d.code, least + (shares[i] ?? 0)]))
  const taxWeight = (d: Draft): number => (revenues.get(d.code) ?? 0) * (0.6 + random.next())
  const spread = (total: number, weightOf: (d: Draft) => number): ReadonlyMap<string, number> => {
    const parts = shareOut(total, large.map(weightOf), wan(0.01))
    return new Map(large.map((d, i) => [d.code, parts[i] ?? 0]))
  }
  const taxes = spread(industryTotals.tax, taxWeight)
  const research = spread(industryTotals.research, taxWeight)
  return ({ weight, ...draft }) => {
    const revenue = revenues.get(draft.code) ?? wan(banded(draft, weight))
    const perHead =
      revenue > wan(72_000) ? random.int(55, 68) : random.int(/^[BCD]/.test(draft.industry) ? 55 : 30, 130)
    const staff = Math.max(2, Math.round(revenue / wan(1) / perHead))
    return {
      ...draft,
      revenue,
      tax: taxes.get(draft.code) ?? Math.round((revenue * (0.9 + random.next() * 2.6)) / 100 / wan(0.01)) * wan(0.01),
      research: research.get(draft.code) ?? 0,
      staff,
      scale: scaleOf(draft.industry, staff, revenue / wan(1)),
    }
  }
}

/** 万元, within the trade's band; most firms of a band are small. */
function banded({ industry, aboveScale }: Omit<Draft, 'weight'>, weight: number): number {
  const usual = [2030, 21_000, 40, 1850] as const
  const [least, most, low, high] =
    revenueBands[industry] ?? (industry.startsWith('E') ? revenueBands['E47'] : null) ?? usual
  const at = Math.min(1, Math.max(0, weight / 6))
  return Math.round(aboveScale ? least + (most - least) * at : low + (high - low) * at)
}

/** 287 firms have their own officer: all of 规上工业 and those that pay most among the rest. */
function withServed(firms: readonly Omit<SampleFirm, 'served'>[]): readonly SampleFirm[] {
  const rest = firms.filter((f) => f.aboveScale !== '规上工业').toSorted((a, b) => b.tax - a.tax)
  const more = new Set(rest.slice(0, 287 - 132).map((f) => f.code))
  return firms.map((f) => ({ ...f, served: f.aboveScale === '规上工业' || more.has(f.code) }))
}
