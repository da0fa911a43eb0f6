// What the year's livelihood works of the sample county are, before anybody asks how far they are.
import { addDays, type IsoDate } from '@yipanqi/base'
import type { Random } from '../../random.ts'
import { percentOf, shareOut, wan } from './making.ts'
import type { SampleValue } from './types.ts'
import { villageIn, villageList, villageRef } from './villages.ts'

export interface WorkPlan {
  readonly name: string
  readonly kind: string
  readonly source: string
  readonly leadUnit: string
  readonly leader: string
  readonly unit: string
  readonly village?: SampleValue
  readonly households: number
  readonly basis: string
  readonly quantity: number
  readonly measure: string
  /** 万元 */
  readonly investment: number
  readonly start: IsoDate
  readonly finish: IsoDate
  readonly more?: Readonly<Record<string, SampleValue>>
  /** A work that lags: days that it is behind its plan. */
  readonly late: number
}

/** 18 old quarters, 12 schools, 97 dangerous houses, 112 km of roads, five towns, three shanty areas, ten promises. */
export const worksOf = (year: number, random: Random): readonly WorkPlan[] => [
  ...oldQuarters(year, random),
  ...schools(year, random),
  ...houses(year, random),
  ...roads(year, random),
  ...towns(year, random),
  ...promises(year, random),
]

const estateWords = [
  '机电公司宿舍',
  '粮食局家属院',
  '棉纺厂生活区',
  '城建小区',
  '供销社家属楼',
  '教师新村',
  '河滨一区',
  '文昌小区',
  '南门片区',
  '北街片区',
  '建材厂宿舍',
  '农机厂宿舍',
  '府前二区',
  '西园小区',
  '书院小区',
  '新民小区',
  '迎春小区',
  '翠屏小区',
]

function oldQuarters(year: number, random: Random): WorkPlan[] {
  const homes = shareOut(
    2316,
    estateWords.map(() => 0.5 + random.next()),
  )
  return estateWords.map((name, i) => ({
    name: `${name}改造`,
    kind: '老旧小区改造',
    source: '实事票决',
    leadUnit: 'Z12',
    leader: 'L11',
    unit: i % 9 < 5 ? 'T01' : 'T02',
    households: homes[i] ?? 0,
    basis: '产权套数',
    quantity: (homes[i] ?? 0) * 92,
    measure: '平方米',
    investment: Math.round((homes[i] ?? 0) * 1.9),
    start: `${year}-0${3 + (i % 3)}-1${i % 9}`,
    finish: `${year}-${i % 3 === 0 ? '09-25' : '10-28'}`,
    late: i === 4 ? 45 : i === 11 ? 20 : 0,
    more: { agreeShare: percentOf(random.int(72, 98)), pipelines: i % 4 !== 1, designer: '云川市城建设计院' },
  }))
}

const schoolNames = [
  '县第二小学',
  '云汀中心小学',
  '槐荫中学',
  '竹溪口中心小学',
  '大禾中学',
  '麦岭中心小学',
  '双塘坳中学',
  '柳湾中心小学',
  '桥头铺中学',
  '枫林渡中心小学',
  '上河中心小学',
  '茶坑中心小学',
]
const schoolUnits = ['T01', 'T03', 'T04', 'T05', 'T06', 'T07', 'T08', 'T09', 'T10', 'T11', 'T12', 'T15']

function schools(year: number, random: Random): WorkPlan[] {
  return schoolNames.map((name, i) => ({
    name: `${name}校舍维修`,
    kind: '校舍维修改造',
    source: '实事票决',
    leadUnit: 'Z03',
    leader: 'L13',
    unit: schoolUnits[i] ?? 'T01',
    households: random.int(180, 900),
    basis: '在校学生家庭',
    quantity: random.int(12, 46) * 100,
    measure: '平方米',
    investment: random.int(60, 380),
    // The summer window: in by the end of June, out before school begins.
    start: `${year}-06-${20 + (i % 10)}`,
    finish: `${year}-08-${i % 2 === 0 ? '20' : '25'}`,
    late: i === 6 ? 12 : 0,
  }))
}

function houses(year: number, random: Random): WorkPlan[] {
  const rural = [...new Set(villageList.filter((v) => !v.community && v.unit > 'T02').map((v) => v.unit))]
  return Array.from({ length: 97 }, (_, i) => {
    const unit = rural[i % rural.length] ?? 'T03'
    const village = villageIn(unit, random)
    const rebuilt = random.next() < 0.46
    const month = 4 + (i % 5)
    return {
      name: `${village.name}危房改造（${year}-${String(i + 1).padStart(3, '0')}号户）`,
      kind: '农村危房改造',
      source: '国家和省下达',
      leadUnit: 'Z12',
      leader: 'L11',
      unit,
      village: villageRef(village),
      households: 1,
      basis: '动态排查户',
      quantity: 1,
      measure: '户',
      investment: rebuilt ? random.int(4, 7) : random.int(1, 2),
      start: `${year}-0${month}-${10 + (i % 15)}`,
      finish: `${year}-${String(month + (rebuilt ? 3 : 2)).padStart(2, '0')}-${10 + (i % 15)}`,
      late: i % 24 === 5 ? 30 : 0,
      more: { dangerClass: rebuilt ? 'D级' : 'C级' },
    }
  })
}

function roads(year: number, random: Random): WorkPlan[] {
  const count = 38
  // Metres: 112 km.
  const lengths = shareOut(
    112_000,
    Array.from({ length: count }, () => 0.4 + random.next()),
    10,
  )
  const taken = new Set<string>()
  return lengths.map((metres, i) => {
    const unit = `T${String(3 + (i % 14)).padStart(2, '0')}`
    let [from, to] = [villageIn(unit, random), villageIn(unit, random)]
    while (from === to || taken.has(from.name + to.name))
      [from, to] = [villageIn(unit, random), villageIn(unit, random)]
    taken.add(from.name + to.name)
    const start = `${year}-${String(3 + (i % 5)).padStart(2, '0')}-${10 + (i % 18)}`
    return {
      name: `${from.name.slice(0, -1)}至${to.name.slice(0, -1)}公路`,
      kind: '农村公路',
      source: i % 3 === 0 ? '国家和省下达' : '实事票决',
      leadUnit: 'Z13',
      leader: 'L11',
      unit,
      village: villageRef(from),
      households: random.int(120, 760),
      basis: '沿线常住户',
      quantity: metres,
      measure: '公里',
      investment: Math.round(metres * 0.062),
      start,
      finish: addDays(start, 120 + (i % 5) * 15),
      late: i % 13 === 4 ? 35 : 0,
      more: { designer: '云川市交通勘测设计院' },
    }
  })
}

function towns(year: number, random: Random): WorkPlan[] {
  const market: WorkPlan[] = ['T05', 'T06', 'T09', 'T10', 'T11'].map((unit, i) => ({
    name: `${['竹溪口', '大禾', '柳湾', '桥头铺', '枫林渡'][i]}集镇改造提升`,
    kind: '集镇改造提升',
    source: '县自定',
    leadUnit: 'Z12',
    leader: 'L11',
    unit,
    households: random.int(420, 1300),
    basis: '集镇常住户',
    quantity: 1,
    measure: '处',
    investment: random.int(600, 2400),
    start: `${year}-04-1${i}`,
    finish: `${year}-11-2${i}`,
    late: i === 3 ? 25 : 0,
  }))
  const shanty: WorkPlan[] = ['老车站片区', '东门外片区', '化肥厂片区'].map((name, i) => ({
    name: `${name}棚户区改造`,
    kind: '棚户区改造',
    source: '国家和省下达',
    leadUnit: 'Z12',
    leader: 'L11',
    unit: i === 2 ? 'T02' : 'T01',
    households: random.int(86, 240),
    basis: '征收户',
    quantity: random.int(86, 240),
    measure: '套',
    investment: random.int(5200, 16_800),
    start: `${year - 1}-09-1${i}`,
    finish: `${year}-12-1${i}`,
    late: i === 1 ? 60 : 0,
    more: { fundBond: wan(random.int(2000, 5000)) },
  }))
  return [...market, ...shanty]
}

const promised = [
  ['城区公共停车泊位建设', 'Z24', 'L11', 1500, '处'],
  ['口袋公园建设', 'Z24', 'L11', 8, '处'],
  ['城区燃气老旧管网改造', 'Z12', 'L11', 26, '公里'],
  ['农村户厕改造', 'Z15', 'L12', 1800, '户'],
  ['乡镇文体广场建设', 'Z17', 'L13', 10, '处'],
  ['乡镇卫生院改造提升', 'Z18', 'L13', 5, '所'],
  ['特殊困难老年人家庭适老化改造', 'Z07', 'L13', 500, '户'],
  ['乡村互助养老点建设', 'Z07', 'L13', 30, '处'],
  ['电动汽车公共充电桩建设', 'Z02', 'L04', 240, '处'],
  ['乡镇应急救援站建设', 'Z20', 'L04', 16, '处'],
] as const

function promises(year: number, random: Random): WorkPlan[] {
  return promised.map(([name, leadUnit, leader, quantity, measure], i) => ({
    name: `${name}（${year}年）`,
    kind: '其他民生实事',
    source: '实事票决',
    leadUnit,
    leader,
    unit: 'T01',
    households: random.int(500, 6000),
    basis: '预计受益户',
    quantity: measure === '公里' ? quantity * 1000 : quantity,
    measure,
    investment: random.int(120, 3200),
    start: `${year}-03-${10 + i}`,
    finish: `${year}-11-${10 + i}`,
    late: i === 2 ? 30 : 0,
  }))
}
