import { addDays, type IsoDate } from '@yipanqi/base'
import { randomOf, type Random } from '../../random.ts'
import { placeIn } from '../places.ts'
import { creditCodeOf, mu, personName, phoneNumber, several, wan, weighted } from './making.ts'
import type { LedgerSample, RecordRef, SampleRow, SampleValue } from './types.ts'
import { villageList, villageRef, type SampleVillage } from './villages.ts'

const products = [
  ['水稻', 30, '水稻种植'],
  ['油料', 9, '油茶种植'],
  ['蔬菜', 14, '蔬菜种植'],
  ['茶叶', 8, '茶叶种植'],
  ['水果', 10, '果树种植'],
  ['中药材', 5, '中药材种植'],
  ['生猪', 10, '生猪养殖'],
  ['家禽', 6, '家禽养殖'],
  ['牛羊', 3, '肉牛养殖'],
  ['水产', 5, '水产养殖'],
] as const
type Product = (typeof products)[number]

const kinds = [
  ['农民合作社', 168],
  ['家庭农场', 214],
  ['种养大户', 72],
  ['龙头企业', 22],
  ['社会化服务组织', 20],
] as const
type Kind = (typeof kinds)[number][0]

/** The 联合体: five formed this year and one before. */
const consortia = [
  ['青禾好米产业化联合体', 'T06', '水稻'],
  ['云汀油茶产业化联合体', 'T03', '油料'],
  ['槐荫蔬菜产业化联合体', 'T04', '蔬菜'],
  ['茶坑高山茶产业化联合体', 'T15', '茶叶'],
  ['柳湾生猪产业化联合体', 'T09', '生猪'],
  ['枫林渡水产产业化联合体', 'T11', '水产'],
] as const

export interface SampleFarm {
  readonly name: string
  readonly kind: Kind
  readonly unit: string
  readonly village: SampleVillage
  readonly product: Product
  /** Null for 种养大户. */
  readonly creditCode: string | null
}

const endings: Readonly<Record<Kind, (village: string, product: Product, n: number) => string>> = {
  农民合作社: (v, [, , trade], n) => `青禾县${v}${marks[n % marks.length]}${trade}专业合作社`,
  家庭农场: (v, [, , trade], n) => `青禾县${v}${marks[n % marks.length]}${trade.slice(0, -2)}家庭农场`,
  种养大户: (v, [product], n) => `${v}${product}大户（${String(n + 1).padStart(3, '0')}号）`,
  龙头企业: (v, [product], n) =>
    `青禾县${marks[n % marks.length]}${v}${product === '水稻' ? '粮油' : '农产品'}有限公司`,
  社会化服务组织: (v, _, n) => `青禾县${v}${marks[n % marks.length]}农机服务队`,
}
const marks = ['惠农', '兴禾', '丰泽', '众力', '金穗', '绿源', '同心', '万家', '春晖', '禾润', '青田', '富民'] as const
const codeKinds: Readonly<Partial<Record<Kind, string>>> = {
  农民合作社: '93',
  家庭农场: '92',
  龙头企业: '91',
  社会化服务组织: '93',
}

/** All farms but the 联合体; micro-credits refer to them. */
export const farmList: readonly SampleFarm[] = makeFarms()

function makeFarms(): SampleFarm[] {
  const random = randomOf('farms')
  const rural = villageList.filter((v) => !v.community)
  const found: SampleFarm[] = []
  const taken = new Set<string>()
  let serial = 71_000_000
  for (const [kind, count] of kinds)
    for (let i = 0; i < count; i += 1) {
      const product =
        kind === '社会化服务组织'
          ? products[0]
          : weighted(
              random,
              products.map((p) => [p, p[1]] as const),
            )
      const code = codeKinds[kind]
      let village = random.pick(rural)
      let name = endings[kind](village.name.slice(0, -1), product, i)
      while (taken.has(name)) {
        village = random.pick(rural)
        name = endings[kind](village.name.slice(0, -1), product, i)
      }
      taken.add(name)
      found.push({
        name,
        kind,
        unit: village.unit,
        village,
        product,
        creditCode: code === undefined ? null : creditCodeOf(code, (serial += 1)),
      })
    }
  return found
}

export const farmRef = (farm: SampleFarm): RecordRef => ({ ref: 'farms', key: farm.creditCode ?? farm.name })

const stages = [
  ['registered', 20],
  ['sound', 34],
  ['linked', 24],
  ['paid', 18],
  ['idle', 4],
] as const

/** 农业经营主体与联合体库. */
export function farms(today: IsoDate): LedgerSample {
  const random = randomOf('farms values')
  // The 联合体 first: their members refer to them.
  const rows: SampleRow[] = []
  for (const [index, [name, unit, product]] of consortia.entries())
    rows.push({
      values: {
        name,
        kind: '农业产业化联合体',
        township: { unit },
        product,
        level: index === 0 ? '省级' : '县级',
        foundedOn: addDays(today, index === 0 ? -980 : -random.int(60, 300)),
        members: membersOf(unit, product).length,
        links: ['订单收购', '托管服务', '二次返利'],
        householdsLed: random.int(280, 900),
        formerPoorLed: random.int(20, 90),
        ...(index < 2 ? { bonus: wan(random.int(30, 120)) } : {}),
        state: '正常',
      },
      stage: index < 2 ? 'paid' : index < 5 ? 'linked' : 'registered',
      stageSince: addDays(today, -random.int(20, 200)),
    })
  for (const farm of farmList) {
    const stage = weighted(
      random,
      stages.map(([id, w]) => [id, w] as const),
    )
    rows.push({ values: valuesOf(farm, stage, today, random), stage, stageSince: addDays(today, -random.int(10, 700)) })
  }
  return { library: 'farms', rows }
}

/** A 联合体 joins who grows its product in its township, one leading firm and a few more near by. */
function membersOf(unit: string, product: string): SampleFarm[] {
  const same = farmList.filter((f) => f.product[0] === product)
  return [
    ...same.filter((f) => f.kind === '龙头企业').slice(0, 1),
    ...same.filter((f) => f.unit === unit && f.kind !== '龙头企业').slice(0, 12),
    ...same.filter((f) => f.unit !== unit && f.kind === '农民合作社').slice(0, 3),
  ]
}

const consortiumOf = new Map<SampleFarm, string>(
  consortia.flatMap(([name, unit, product]) => membersOf(unit, product).map((f) => [f, name] as const)),
)

function valuesOf(farm: SampleFarm, stage: string, today: IsoDate, random: Random): Record<string, SampleValue> {
  const grows = ['水稻', '油料', '蔬菜', '茶叶', '水果', '中药材'].includes(farm.product[0])
  const land = grows ? random.int(40, farm.kind === '龙头企业' ? 3200 : 900) : random.int(8, 120)
  const large = farm.kind === '龙头企业'
  const led = farm.kind === '种养大户' ? random.int(0, 12) : random.int(6, large ? 480 : 120)
  const consortium = consortiumOf.get(farm)
  const troubled = stage === 'idle'
  const sign = troubled || random.next() < 0.02
  return {
    name: farm.name,
    kind: farm.kind,
    ...(farm.creditCode ? { creditCode: farm.creditCode } : {}),
    township: { unit: farm.unit },
    village: villageRef(farm.village),
    place: { point: placeIn(farm.unit, random) },
    foundedOn: addDays(today, -random.int(400, 5200)),
    level: weighted(random, [
      ['无', 62],
      ['县级', 24],
      ['市级', 9],
      ['省级', 4],
      ['国家级', 1],
    ]),
    product: farm.kind === '社会化服务组织' ? '农事服务' : farm.product[0],
    landUsed: mu(land),
    landRented: mu(Math.round(land * 0.7)),
    ...(grows ? { rentUntil: addDays(today, random.int(120, 3600)) } : {}),
    revenue: wan(random.int(large ? 800 : 12, large ? 9800 : 420)),
    ...(random.next() < 0.16
      ? { brands: several(random, ['绿色食品', '有机农产品', '区域公用品牌授权'], random.int(1, 2)) }
      : {}),
    ...(consortium ? { consortium: { ref: 'farms', key: consortium }, lead: large } : {}),
    members: farm.kind === '农民合作社' ? random.int(5, 160) : random.int(1, 20),
    ...(['linked', 'paid'].includes(stage)
      ? { links: several(random, ['订单收购', '土地流转', '务工就业', '保底分红', '托管服务'], random.int(1, 3)) }
      : {}),
    householdsLed: led,
    formerPoorLed: Math.floor(led * random.next() * 0.4),
    ...(stage === 'paid' ? { bonus: wan(random.int(1, large ? 160 : 24)) } : {}),
    loanBalance: wan(random.next() < 0.5 ? 0 : random.int(5, large ? 1500 : 120)),
    state: troubled ? '停产' : random.next() < 0.05 ? '季节性停产' : '正常',
    ...(sign
      ? {
          signs: troubled ? ['停产'] : several(random, ['涉诉', '欠薪', '欠付土地租金', '遭灾'], 1),
          signsOn: addDays(today, -random.int(3, 90)),
        }
      : {}),
    head: personName(random),
    headPhone: phoneNumber(random),
  }
}
