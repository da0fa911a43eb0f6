import type { IsoDate } from '@yipanqi/base'
import { randomOf, type Random } from '../../random.ts'
import { placeIn } from '../places.ts'
import { mu, personName, phoneNumber, several, shareOut, wan, weighted } from './making.ts'
import type { LedgerSample, RecordRef, SampleRow, SampleValue } from './types.ts'

/** Communities and villages of each township: 31 and 228. */
const counts: readonly (readonly [unit: string, communities: number, villages: number])[] = [
  ['T01', 11, 0],
  ['T02', 9, 4],
  ['T03', 1, 24],
  ['T04', 1, 20],
  ['T05', 1, 17],
  ['T06', 1, 22],
  ['T07', 1, 18],
  ['T08', 1, 16],
  ['T09', 1, 17],
  ['T10', 1, 19],
  ['T11', 1, 15],
  ['T12', 1, 16],
  ['T13', 1, 14],
  ['T14', 0, 10],
  ['T15', 0, 9],
  ['T16', 0, 7],
]

export interface SampleVillage {
  readonly code: string
  readonly name: string
  readonly unit: string
  readonly community: boolean
}

const heads = [...'柳槐桥石白青枫梅松竹樟荷菱麦黄沙金龙高长']
const tails = [...'塘坪湾冲垅坳岭田洲桥林溪']
const estates = [
  '青源',
  '禾丰',
  '南门',
  '北街',
  '文昌',
  '府前',
  '城东',
  '河滨',
  '西园',
  '书院',
  '新民',
  '迎春',
  '锦绣',
  '和平',
  '兴业',
  '朝阳',
  '翠屏',
  '金禾',
  '湖滨',
  '永安',
]
const townNames: Readonly<Record<string, string>> = {
  T03: '云汀',
  T04: '槐荫',
  T05: '竹溪口',
  T06: '大禾',
  T07: '麦岭',
  T08: '双塘坳',
  T09: '柳湾',
  T10: '桥头铺',
  T11: '枫林渡',
  T12: '上河',
  T13: '沙洲头',
}

/** Every pair of characters once, so that no two villages of the county are called alike. */
const villageNames: readonly string[] = tails
  .flatMap((tail, t) => heads.map((_, h) => `${heads[(h + t) % heads.length]}${tail}`))
  .filter((name) => name[0] !== name[1])

/** All villages and communities, by code. */
export const villageList: readonly SampleVillage[] = makeVillages()

function makeVillages(): SampleVillage[] {
  const found: SampleVillage[] = []
  let village = 0
  let estate = 0
  for (const [index, [unit, communities, villages]] of counts.entries()) {
    // Streets count from 001, towns from 100, 乡 from 200: as the statistical codes do.
    const kind = index < 2 ? index + 1 : index < 13 ? 98 + index : 187 + index
    const township = `000000${String(kind).padStart(3, '0')}`
    for (let i = 0; i < communities; i += 1) {
      const name = townNames[unit] ?? estates[estate++]
      found.push({ code: `${township}${String(i + 1).padStart(3, '0')}`, name: `${name}社区`, unit, community: true })
    }
    for (let i = 0; i < villages; i += 1)
      found.push({ code: `${township}${200 + i}`, name: `${villageNames[village++]}村`, unit, community: false })
  }
  return found
}

export const villageRef = (village: SampleVillage): RecordRef => ({ ref: 'villages', key: village.code })

/** A village (no community) of a township. */
export function villageIn(unit: string, random: Random): SampleVillage {
  return random.pick(villageList.filter((v) => v.unit === unit && !v.community))
}

const needs: Readonly<Record<string, readonly [field: string, plan: string, gap: string]>> = {
  修路: ['road', '通组路全部硬化', '还有两个组的通组路没有硬化'],
  改水: ['water', '接入规模化供水管网', '山上十几户水压不够'],
  通电: ['power', '完成农网改造', '加工点用电高峰电压低'],
  护林: ['forest', '护林员网格全覆盖', '松材线虫病疫木没有清完'],
  兴文: ['culture', '建一处文化小广场', '书屋开放时间太短'],
  办学: ['school', '教学点保留低年级', '教学点屋面渗水'],
  办医: ['clinic', '卫生室达到标准', '卫生室缺一名村医'],
  调结构: ['crops', '发展一项能带户的产业', '冷库不足，旺季卖不上价'],
  治脏: ['dirt', '垃圾日产日清', '两处沟渠有黑臭水'],
  治乱: ['disorder', '清理乱搭乱建', '路口摊点占道'],
  治差: ['poorLook', '整治危旧空房', '有五栋空心房没有拆'],
}

/** Households, people, farmland and income: what the county's totals are shared out to. */
function sizes(random: Random) {
  const weights = villageList.map((v) => (v.community ? (v.unit < 'T03' ? 3.4 : 2) : 1) * (0.6 + random.next() * 0.8))
  const residents = shareOut(523_000, weights)
  const present = shareOut(
    416_000,
    weights.map((w, i) => (villageList[i]?.community ? w * 1.5 : w)),
  )
  const households = residents.map((n) => Math.round(n / 3.2))
  const farmland = shareOut(
    mu(624_000),
    villageList.map((v) => (v.community ? (v.unit < 'T03' ? 0 : 0.1) : 0.5 + random.next())),
    mu(1) / 10,
  )
  return { residents, present, households, farmland }
}

/** Income of each village, 万元: 104 of the villages have 30 or more. */
function incomes(random: Random): number[] {
  let rich = 0
  return villageList.map((v, i) => {
    if (v.community) return random.int(8, 60)
    const left = villageList.slice(i).filter((o) => !o.community).length
    const reaches = random.next() < (104 - rich) / left
    if (reaches) rich += 1
    return reaches ? random.int(30, 96) : random.int(6, 29)
  })
}

/** 村居库: 228 villages and 31 communities, 52.3 万 people of whom 41.6 万 live there. */
export function villages(_today: IsoDate): LedgerSample {
  const random = randomOf('villages')
  const { residents, present, households, farmland } = sizes(random)
  const income = incomes(random)
  const poor = pick(random, 62)
  const shown = pick(random, 36)
  const credit = pick(random, 94)
  const service = pick(random, 171)
  const rows: SampleRow[] = villageList.map((village, i) => {
    const gaps = village.community
      ? []
      : several(
          random,
          Object.keys(needs),
          weighted(random, [
            [0, 2],
            [1, 4],
            [2, 3],
            [3, 1],
          ]),
        )
    return {
      values: {
        code: village.code,
        name: village.name,
        kind: village.community ? (village.code.endsWith('011') ? '易地搬迁社区' : '社区') : '行政村',
        township: { unit: village.unit },
        households: households[i] ?? 0,
        residents: residents[i] ?? 0,
        present: present[i] ?? 0,
        farmland: farmland[i] ?? 0,
        place: { point: placeIn(village.unit, random) },
        income: wan(income[i] ?? 0),
        formerPoor: poor.has(i),
        demonstration: shown.has(i),
        resident: poor.has(i) && random.next() < 0.6,
        ...(poor.has(i)
          ? {
              helpUnit: {
                unit: random.pick(['Z03', 'Z05', 'Z09', 'Z12', 'Z13', 'Z14', 'Z15', 'Z16', 'Z18', 'S01', 'D04']),
              },
            }
          : {}),
        creditVillage: credit.has(i),
        servicePoint: service.has(i),
        ...(gaps.length > 0 ? { gaps, gapsFrom: ['乡村建设信息系统', '现场核实'] } : {}),
        ...Object.fromEntries(gaps.flatMap(textsOf)),
        secretary: personName(random),
        secretaryPhone: phoneNumber(random),
        keeper: personName(random),
      },
    }
  })
  return { library: 'villages', rows }
}

function textsOf(need: string): [string, SampleValue][] {
  const [field, plan, gap] = needs[need] ?? []
  return field && plan && gap
    ? [
        [`${field}Plan`, plan],
        [`${field}Gap`, gap],
      ]
    : []
}

/** Which villages (never communities) bear a mark, by position. */
function pick(random: Random, count: number): ReadonlySet<number> {
  const open = villageList.flatMap((v, i) => (v.community ? [] : [i]))
  return new Set(several(random, open, count))
}
