// The kinds that a county may choose for a field of its own: shipped kinds under the words of the office.
import type { Field, FieldOptions } from '../field.ts'
import {
  area,
  boolean,
  choice,
  choices,
  creditCode,
  date,
  decimal,
  division,
  files,
  industry,
  integer,
  longText,
  money,
  month,
  percent,
  person,
  phone,
  point,
  projectCode,
  reference,
  text,
  unit,
  year,
} from '../kinds/index.ts'
import type { SlotFamily } from './slots.ts'

export const ownKinds = [
  'text',
  'long-text',
  'integer',
  'decimal',
  'money',
  'area',
  'percent',
  'date',
  'month',
  'year',
  'boolean',
  'choice',
  'choices',
  'unit',
  'reference',
  'person',
  'phone',
  'credit-code',
  'project-code',
  'industry',
  'division',
  'point',
  'files',
] as const
export type OwnKind = (typeof ownKinds)[number]

export const ownKindWords: Readonly<Record<OwnKind, string>> = {
  text: '单行文字',
  'long-text': '多行文字',
  integer: '整数',
  decimal: '小数',
  money: '金额',
  area: '面积',
  percent: '百分比',
  date: '日期',
  month: '月份',
  year: '年份',
  boolean: '是否',
  choice: '单选',
  choices: '多选',
  unit: '单位',
  reference: '引用其他台账',
  person: '人名（加密存放）',
  phone: '电话（加密存放）',
  'credit-code': '统一社会信用代码',
  'project-code': '投资项目代码',
  industry: '行业（国民经济行业分类）',
  division: '行政区划',
  point: '坐标',
  files: '附件',
}

export const moneyMeasures = ['元', '万元', '亿元'] as const
export const areaMeasures = ['平方米', '亩', '公顷'] as const

/** What the kind needs to know beside what every field has. */
export interface OwnKindOptions {
  readonly kind: OwnKind
  readonly choices?: readonly string[] | undefined
  readonly measure?: string | undefined
  readonly places?: number | undefined
  readonly target?: string | undefined
  /** A unit that stands in it sees the record. */
  readonly sees?: boolean | undefined
}

export function familyOf(field: OwnKindOptions): SlotFamily {
  switch (field.kind) {
    case 'long-text':
      return 'l'
    case 'integer':
    case 'decimal':
    case 'money':
    case 'area':
    case 'percent':
    case 'year':
      return 'n'
    case 'date':
    case 'month':
      return 'd'
    case 'boolean':
      return 'b'
    case 'unit':
      return field.sees ? 'u' : 'r'
    case 'reference':
      return 'r'
    case 'choices':
      return 'a'
    case 'files':
      return 'f'
    case 'point':
      return 'p'
    case 'person':
    case 'phone':
      return 's'
    default:
      return 't'
  }
}

/** The shipped field of a county's choice. `nounOf` gives the word of a referenced library (企业, 项目). */
export function fieldOf(own: OwnKindOptions, options: FieldOptions, nounOf: (library: string) => string): Field {
  const built = shippedField(own, options, nounOf)
  // Slots of text are all kept in one collation, whatever kind lies on them.
  return familyOf(own) === 't' ? { ...built, pinyin: true } : built
}

function shippedField(own: OwnKindOptions, options: FieldOptions, nounOf: (library: string) => string): Field {
  const words = own.choices ?? []
  switch (own.kind) {
    case 'text':
      return text(options)
    case 'long-text':
      return longText(options)
    case 'integer':
      return integer({ ...options, unit: own.measure ?? '' })
    case 'decimal':
      return decimal({ ...options, scale: own.places ?? 2, unit: own.measure ?? '' })
    case 'money':
      return money({ ...options, in: pick(moneyMeasures, own.measure, '万元'), signed: true })
    case 'area':
      return area({ ...options, in: pick(areaMeasures, own.measure, '亩') })
    case 'percent':
      return percent(options)
    case 'date':
      return date(options)
    case 'month':
      return month(options)
    case 'year':
      return year(options)
    case 'boolean':
      return boolean(options)
    case 'choice':
      return choice({ ...options, choices: words })
    case 'choices':
      return choices({ ...options, choices: words })
    case 'unit':
      return unit(options)
    case 'reference':
      return reference({ ...options, to: own.target ?? '', noun: nounOf(own.target ?? '') })
    case 'person':
      return person(options)
    case 'phone':
      return phone(options)
    case 'credit-code':
      return creditCode(options)
    case 'project-code':
      return projectCode(options)
    case 'industry':
      return industry(options)
    case 'division':
      return division(options)
    case 'point':
      return point(options)
    case 'files':
      return files(options)
  }
}

const pick = <T extends string>(list: readonly T[], asked: string | undefined, preset: T): T =>
  list.find((one) => one === asked) ?? preset
