// The 684 industrial parcels: those that firms own, those of the state-owned group, new ones being built on, and the 27
// that look idle.
import { randomOf, type Random } from '../../random.ts'
import { parkTownships, placeIn, placeInPark } from '../places.ts'
import type { MapPoint } from '../township-outlines.ts'
import { sampleFirms, type SampleFirm } from './firms.ts'
import { mu } from './making.ts'

export type ParcelState = '正常生产' | '在建' | '未动工' | '停建' | '停产' | '低效' | '出租'

export interface SampleParcel {
  /** 不动产单元号: how other ledgers refer to it. */
  readonly key: string
  readonly name: string
  readonly holder: string
  readonly firm: SampleFirm | null
  readonly township: string
  readonly inPark: boolean
  readonly place: MapPoint
  /** 0.000001 亩 */
  readonly size: number
  readonly state: ParcelState
  /** What looks idle: number among the 27, from 0. */
  readonly idle: number | null
  readonly cleared: boolean
}

export const parcelTotals = { parcels: 684, idle: 27, group: 38 } as const
const groupName = '青禾县国有资本投资运营集团有限公司'

let made: readonly SampleParcel[] | null = null

export function sampleParcels(): readonly SampleParcel[] {
  made ??= makeParcels()
  return made
}

type Draft = Omit<SampleParcel, 'key' | 'name'>

function makeParcels(): readonly SampleParcel[] {
  const random = randomOf('宗地')
  const owned = sampleFirms().flatMap((firm) => firm.parcels.map((size) => ofFirm(random, firm, size)))
  const group = Array.from({ length: parcelTotals.group }, () => ofGroup(random))
  const idle = Array.from({ length: parcelTotals.idle }, (_, i) => looksIdle(random, i))
  const left = parcelTotals.parcels - owned.length - group.length - idle.length
  const grown = sampleFirms().filter((f) => f.aboveScale === '规上工业' && f.inPark)
  // Land for a second plant, bought and being built on: not yet graded land.
  const building = Array.from({ length: left }, (_, i): Draft => {
    const firm = grown[i % grown.length] as SampleFirm
    return { ...ofFirm(random, firm, mu(random.int(1500, 7800) / 100)), state: '在建', cleared: false }
  })
  const perTownship = new Map<string, number>()
  return [...owned, ...group, ...building, ...idle].map((draft): SampleParcel => {
    const at = (perTownship.get(draft.township) ?? 0) + 1
    perTownship.set(draft.township, at)
    // 28 places: the fictional county, a cadastral district, GB, the parcel, W for land alone.
    const district = draft.township.slice(1).padStart(3, '0')
    const key = `000000${district}001GB${String(at).padStart(5, '0')}W00000000`
    return { ...draft, key, name: `${townNames[draft.township] ?? ''}${at}号宗地` }
  })
}

const townNames: Readonly<Record<string, string>> = {
  T01: '青源',
  T02: '禾丰',
  T03: '云汀园',
  T04: '槐荫',
  T05: '竹溪口',
  T06: '大禾园',
  T07: '麦岭',
  T08: '双塘坳',
  T09: '柳湾',
  T10: '桥头铺园',
  T11: '枫林渡',
  T12: '上河',
  T13: '沙洲头',
  T14: '雾岭',
  T15: '茶坑',
  T16: '石盘',
}

const near = (random: Random, { township, inPark, place }: SampleFirm): MapPoint =>
  inPark ? placeInPark(township, random) : place

function ofFirm(random: Random, firm: SampleFirm, size: number): Draft {
  const stopped = firm.operation === '停产' || firm.operation === '歇业'
  return {
    holder: firm.name,
    firm,
    township: firm.township,
    inPark: firm.inPark,
    place: near(random, firm),
    size,
    state: stopped ? '停产' : firm.operation === '筹建' ? '在建' : random.next() < 0.04 ? '低效' : '正常生产',
    idle: null,
    cleared: !stopped && random.next() < 0.022,
  }
}

function ofGroup(random: Random): Draft {
  const township = random.pick(parkTownships)
  return {
    holder: groupName,
    firm: null,
    township,
    inPark: true,
    place: placeInPark(township, random),
    size: mu(random.int(2200, 9600) / 100),
    state: '出租',
    idle: null,
    cleared: false,
  }
}

const states = ['未动工', '停建', '停产'] as const

/** Nine never started, nine stopped half-way, nine have stood still since their owner stopped. */
function looksIdle(random: Random, idle: number): Draft {
  const inPark = idle % 3 !== 2
  const township = inPark ? random.pick(parkTownships) : random.pick(['T01', 'T02', 'T04', 'T07', 'T09', 'T11'])
  return {
    holder: `青禾县${random.pick([...'岭沅澧汀渚'])}${random.pick([...'渡陂堰埠'])}${random.pick(['实业', '机械', '食品', '材料'])}有限公司`,
    firm: null,
    township,
    inPark,
    place: inPark ? placeInPark(township, random) : placeIn(township, random),
    size: mu(random.int(1800, 8800) / 100),
    state: states[idle % 3] ?? '未动工',
    idle,
    cleared: false,
  }
}
