import type { IsoDate } from '@yipanqi/base'
import { addDays } from '@yipanqi/base'
import { randomOf } from '../../random.ts'
import { documentYear } from '../../year.ts'
import { plannedChains, type PlannedChain } from './chain-plan.ts'
import { sampleFirms, type SampleFirm } from './firms.ts'
import { percentOf, several, shareOut, wan, weighted } from './making.ts'
import type { LedgerSample, RecordRef, SampleRow } from './types.ts'

export const chainRef = (code: string): RecordRef => ({ ref: 'chains', key: code })
export const segmentRef = (code: string): RecordRef => ({ ref: 'chain-segments', key: code })
const productRef = (code: string): RecordRef => ({ ref: 'chain-products', key: code })
const firmRef = (firm: SampleFirm): RecordRef => ({ ref: 'enterprises', key: firm.code })
const two = (n: number): string => String(n + 1).padStart(2, '0')

/** `L03-04` */
export const segmentCode = (chain: string, at: number): string => `${chain}-${two(at)}`
const productCode = (segment: string, at: number): string => `${segment}-${two(at)}`

/** Every segment with its code and chain. */
export const plannedSegments = plannedChains.flatMap((chain) =>
  chain.segments.map((segment, at) => ({ ...segment, chain, at, code: segmentCode(chain.code, at) })),
)
type Segment = (typeof plannedSegments)[number]

export interface ChainSeat {
  readonly firm: SampleFirm
  readonly chain: string
  readonly segment: string
  readonly product: string
  readonly role: '链主' | '骨干' | '配套'
}

let seats: readonly ChainSeat[] | null = null

/** Which firm sits where in its chain: the largest of a trade that a product of the segment belongs to. */
export function chainSeats(): readonly ChainSeat[] {
  seats ??= plannedChains.flatMap(seatsOf)
  return seats
}

function seatsOf(chain: PlannedChain): ChainSeat[] {
  const mine = plannedSegments.filter((s) => s.chain === chain && s.strength !== '断')
  const makes = new Set(mine.flatMap((s) => s.products.map((p) => p.industry)))
  // A chain's own firms first: a haulier or a laboratory may serve several chains.
  const own = (f: SampleFirm): number => (f.chain === chain.code ? 0 : 1)
  const firms = sampleFirms()
    .filter((f) => makes.has(f.industry) && f.operation === '在营')
    .filter((f) => f.aboveScale || f.perMu === '规下参评' || /^[ABGFMN]/.test(f.industry))
    .toSorted((a, b) => own(a) - own(b) || b.revenue - a.revenue)
  const places = mine.flatMap((s) =>
    s.products
      .map((p, at) => ({ ...p, segment: s, code: productCode(s.code, at) }))
      .filter((p) => p.supply !== '本地没有'),
  )
  const used = new Map<string, number>()
  const found: ChainSeat[] = []
  for (const firm of firms) {
    // The product of the firm's trade that fewest have taken: big firms spread over the segments.
    const fits = places.filter((p) => p.industry === firm.industry)
    const least = fits.toSorted((a, b) => (used.get(a.code) ?? 0) - (used.get(b.code) ?? 0))[0]
    if (!least || (used.get(least.code) ?? 0) >= (least.segment.strength === '强' ? 6 : 2)) continue
    used.set(least.code, (used.get(least.code) ?? 0) + 1)
    const role = found.length === 0 ? '链主' : found.length < 8 ? '骨干' : '配套'
    found.push({ firm, chain: chain.code, segment: least.segment.code, product: least.code, role })
  }
  return found
}

const chiefOf = (chain: string): SampleFirm | undefined =>
  chainSeats().find((s) => s.chain === chain && s.role === '链主')?.firm

export function chains(today: IsoDate): LedgerSample {
  const random = randomOf('产业链')
  const rows = plannedChains.map((chain): SampleRow => {
    const output = sampleFirms()
      .filter((f) => f.chain === chain.code)
      .reduce((sum, f) => sum + f.revenue, 0)
    const chief = chiefOf(chain.code)
    return {
      values: {
        code: chain.code,
        name: `${chain.name}产业链`,
        standing: chain.standing,
        scope: chain.scope,
        leader: { leader: chain.leader },
        office: { unit: chain.office },
        ...(chief ? { chief: firmRef(chief) } : {}),
        output,
        goal: Math.round((output * (108 + random.int(0, 9))) / 100 / wan(1)) * wan(1),
        weakness: chain.weakness,
        reviewedOn: addDays(today, -random.int(20, 85)),
      },
    }
  })
  return { library: 'chains', rows }
}

export function chainSegments(_today: IsoDate): LedgerSample {
  const random = randomOf('环节')
  const rows = plannedSegments.map((s): SampleRow => {
    const firms = chainSeats().filter((seat) => seat.segment === s.code).length
    const local = { 强: [42, 78], 弱: [12, 38], 断: [0, 0] }[s.strength] ?? [0, 0]
    return {
      values: {
        code: s.code,
        name: s.name,
        chain: chainRef(s.chain.code),
        stream: s.stream,
        place: s.at + 1,
        strength: s.strength,
        firms,
        localShare: percentOf(random.int(local[0] ?? 0, local[1] ?? 0)),
        gap: gapOf(s),
        ...(s.strength === '强' ? {} : { direction: directionOf(s) }),
        department: { unit: s.strength === '强' ? s.chain.office : 'S03' },
      },
    }
  })
  return { library: 'chain-segments', rows }
}

/** 填空型 where nobody is, 补充型 where some are but weak. */
export const gapOf = (s: Pick<Segment, 'strength'>): '填空型' | '补充型' | '不招引' =>
  s.strength === '断' ? '填空型' : s.strength === '弱' ? '补充型' : '不招引'

function directionOf(s: Segment): string {
  const lacking = s.products.filter((p) => p.supply !== '本地能做').map((p) => p.name)
  return `重点招引${(lacking.length > 0 ? lacking : s.products.map((p) => p.name)).join('、')}类项目，以沿海转移和省内配套为主`
}

export function chainProducts(_today: IsoDate): LedgerSample {
  const rows = plannedSegments.flatMap((s) =>
    s.products.map((p, at): SampleRow => {
      const code = productCode(s.code, at)
      const makers = chainSeats().filter((seat) => seat.product === code)
      return {
        values: {
          code,
          name: p.name,
          chain: chainRef(s.chain.code),
          segment: segmentRef(s.code),
          industry: p.industry,
          supply: p.supply,
          output: makers.reduce((sum, m) => sum + m.firm.revenue, 0),
          key: p.supply === '部分能做' && s.strength !== '强',
        },
      }
    }),
  )
  return { library: 'chain-products', rows }
}

const problems = [
  '良品率偏低，关键工序稳定性不够',
  '原料替代后性能达不到客户指标',
  '能耗偏高，余热没有利用',
  '自动化改造后节拍跟不上',
  '废水处理成本高，回用率低',
  '新产品缺少检测标准和中试条件',
]
const partners = ['云川职业技术学院', '江岭农业科学院', '江岭工业大学', '省机械研究所']

export function chainFirms(today: IsoDate): LedgerSample {
  const random = randomOf('链上企业')
  const all = chainSeats()
  const asking = all.filter((_, i) => i % 3 === 0)
  // Firms' needs of money as the chain offices have them: 8.6 亿 in all.
  const needs = shareOut(
    wan(86_000),
    asking.map((s) => s.firm.revenue),
    wan(10),
  )
  const rows = all.map((seat, i): SampleRow => {
    const need = needs[asking.indexOf(seat)] ?? 0
    const financed =
      need === 0
        ? '没有需求'
        : weighted(random, [
            ['待对接', 2],
            ['对接中', 3],
            ['已授信', 3],
            ['已放款', 4],
            ['未成', 1],
          ] as const)
    const granted = financed === '已授信' || financed === '已放款'
    const tackled = i % 5 === 1 ? weighted(random, tackling) : '没有需求'
    return {
      values: {
        code: `${documentYear(today)}-${seat.chain}-${String(i + 1).padStart(3, '0')}`,
        name: seat.firm.name,
        enterprise: firmRef(seat.firm),
        chain: chainRef(seat.chain),
        segment: segmentRef(seat.segment),
        product: productRef(seat.product),
        role: seat.role,
        township: { unit: seat.firm.township },
        department: { unit: plannedChains.find((c) => c.code === seat.chain)?.office ?? 'Z05' },
        output: seat.firm.revenue,
        localShare: percentOf(random.int(8, 74)),
        financed,
        ...(need > 0 ? { need, needUse: random.pick(['流动资金', '设备更新', '新建产线', '研发']) } : {}),
        ...(granted ? { granted: Math.round((need * random.int(50, 100)) / 100 / wan(10)) * wan(10) } : {}),
        tackled,
        ...(tackled === '没有需求' ? {} : { problem: random.pick(problems) }),
        ...(tackled === '已揭榜' || tackled === '攻关中' || tackled === '已验收'
          ? { partner: several(random, partners, 1)[0] ?? '' }
          : {}),
      },
    }
  })
  return { library: 'chain-firms', rows }
}

const tackling = [
  ['待发榜', 3],
  ['已发榜', 3],
  ['已揭榜', 2],
  ['攻关中', 3],
  ['已验收', 1],
] as const
