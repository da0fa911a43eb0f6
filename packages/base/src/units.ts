import { multiply, ONE, rational, type Rational } from './rational.ts'

/** A unit of measure: what it counts in the end (`base`) and how many of that it is. */
export interface UnitOfMeasure {
  readonly name: string
  readonly base: string
  readonly factor: Rational
}

// Written as [base, [name, factor] …]. A factor of 1 makes the base itself or a plain synonym.
const FAMILIES: ReadonlyArray<readonly [string, ReadonlyArray<readonly [string, Rational | number]>]> = [
  [
    '元',
    [
      ['元', 1],
      ['块', 1],
      ['圆', 1],
      ['元整', 1],
      ['圆整', 1],
      ['人民币', 1],
      ['角', rational(1, 10)],
      ['元人民币', 1],
      ['块钱', 1],
    ],
  ],
  [
    '美元',
    [
      ['美元', 1],
      ['美圆', 1],
      ['美金', 1],
    ],
  ],
  [
    '港元',
    [
      ['港元', 1],
      ['港币', 1],
    ],
  ],
  ['欧元', [['欧元', 1]]],
  ['日元', [['日元', 1]]],
  ['英镑', [['英镑', 1]]],
  ['韩元', [['韩元', 1]]],
  ['澳元', [['澳元', 1]]],
  ['加元', [['加元', 1]]],
  ['泰铢', [['泰铢', 1]]],
  ['卢布', [['卢布', 1]]],
  [
    '新台币',
    [
      ['新台币', 1],
      ['台币', 1],
    ],
  ],
  // Land is reckoned in mu by everyone who reads a county's documents; 1 公顷 = 15 亩 exactly.
  [
    '亩',
    [
      ['亩', 1],
      ['公顷', 15],
      ['顷', 100],
      ['平方公里', 1500],
      ['平方千米', 1500],
    ],
  ],
  [
    '平方米',
    [
      ['平方米', 1],
      ['平米', 1],
      ['㎡', 1],
      ['m²', 1],
      ['平方', 1],
    ],
  ],
  [
    '立方米',
    [
      ['立方米', 1],
      ['立方', 1],
      ['m³', 1],
      ['方', 1],
    ],
  ],
  [
    '米',
    [
      ['米', 1],
      ['公里', 1000],
      ['千米', 1000],
      ['里', 500],
      ['km', 1000],
      ['m', 1],
      ['cm', rational(1, 100)],
      ['公分', rational(1, 100)],
      ['厘米', rational(1, 100)],
      ['毫米', rational(1, 1000)],
    ],
  ],
  [
    '千克',
    [
      ['千克', 1],
      ['公斤', 1],
      ['斤', rational(1, 2)],
      ['吨', 1000],
      ['克', rational(1, 1000)],
    ],
  ],
  [
    '吨标准煤',
    [
      ['吨标准煤', 1],
      ['吨标煤', 1],
    ],
  ],
  [
    '千瓦',
    [
      ['千瓦', 1],
      ['兆瓦', 1000],
      ['KW', 1],
      ['kW', 1],
      ['MW', 1000],
      ['GW', 1_000_000],
      ['伏安', rational(1, 1000)],
      ['千伏安', 1],
    ],
  ],
  [
    '千瓦时',
    [
      ['千瓦时', 1],
      ['度', 1],
      ['度电', 1],
      ['KWh', 1],
      ['kWh', 1],
    ],
  ],
  [
    '%',
    [
      ['%', 1],
      ['％', 1],
      ['‰', rational(1, 10)],
      ['‱', rational(1, 100)],
      ['成', 10],
    ],
  ],
  [
    '个百分点',
    [
      ['个百分点', 1],
      ['百分点', 1],
      ['个点', 1],
      ['个千分点', rational(1, 10)],
      ['个基点', rational(1, 100)],
      ['基点', rational(1, 100)],
    ],
  ],
  [
    '工作日',
    [
      ['工作日', 1],
      ['个工作日', 1],
    ],
  ],
  [
    '天',
    [
      ['天', 1],
      ['日', 1],
    ],
  ],
  [
    '月',
    [
      ['个月', 1],
      ['个季度', 3],
      ['年', 12],
    ],
  ],
  [
    '小时',
    [
      ['小时', 1],
      ['个小时', 1],
      ['分钟', rational(1, 60)],
      ['秒', rational(1, 3600)],
    ],
  ],
]

// Things that are counted: each is its own base.
const COUNTED =
  '人次 人 名 位 户次 户 家次 家 个 项 件 条 套 张 座 处 所 台 辆 架 艘 列 棵 株 头 只 羽 口 眼 间 栋 幢 宗 批 次 场 场次 期 班 组 支 部 门 种 类 款 ' +
  '份 篇 册 本 枚 块 片 段 对 双 道 级 倍 车次 人天 床 床位 个床位 学位 个学位 工位 车位 泊位 标箱 标准箱 个标箱 卡 机架 桩 桶 箱 瓶 亩次 公里次 村 镇 乡 县 标准桩 ' +
  '张床位 个工位 个车位 个泊位 批次 班次 列次 口井 眼井 分 岁 番 升 微克 毫克 分贝 对口 档 例 单 笔 场 标台 节 页 尾 苗 孔 根 面 盏 层 架次 航班 座位 席 枪 环 岗 条线'

const TABLE: ReadonlyMap<string, UnitOfMeasure> = new Map(
  [
    ...FAMILIES.flatMap(([base, names]) =>
      names.map(([name, factor]) => ({ name, base, factor: typeof factor === 'number' ? rational(factor) : factor })),
    ),
    ...COUNTED.split(' ').map((name) => ({ name, base: name, factor: ONE })),
  ].map((unit) => [unit.name, unit]),
)

const SCALES: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1000n, 万: 10_000n, 亿: 100_000_000n }

/**
 * The unit with this exact name, multipliers in front included: 万亩, 亿元, 万亿元, 吨标准煤, 公里, 个百分点, %.
 * Undefined when the name is unknown. `factor` is exact: 1 公顷 is 15 亩, 1 万千瓦时 is 10,000 千瓦时.
 */
export function findUnit(name: string): UnitOfMeasure | undefined {
  let factor = ONE
  // Names that begin with a multiplier of their own (千瓦, 千克) are tried whole before it is taken off.
  for (let i = 0; i <= 4; i += 1) {
    const unit = TABLE.get(name.slice(i))
    if (unit) return { name, base: unit.base, factor: multiply(unit.factor, factor) }
    const scale = SCALES[name[i] ?? '']
    if (scale === undefined) return undefined
    factor = multiply(factor, rational(scale))
  }
  return undefined
}

/** `value` of `unit` in the unit's base, exactly: 1.2 万亩 → 12000 亩. */
export const toBase = (value: Rational, unit: UnitOfMeasure): Rational => multiply(value, unit.factor)
