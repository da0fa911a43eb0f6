// What each kind of field wants in its cell, and an example that it reads.
import type { Field } from '@yipanqi/model/libraries/index.ts'
import type { SheetValue } from '../../sheets/types.ts'
import type { ChoiceLists } from './template.ts'

const wanted: Readonly<Record<string, string>> = {
  text: '一行文字',
  longText: '文字，可以换行',
  integer: '整数',
  decimal: '数字',
  money: '数字，单位见表头；也认“1,234.5万元”',
  area: '数字，单位见表头；也认“3.2公顷”',
  percent: '百分数，如 12.5%',
  date: '日期，如 2026-05-21、2026.5.21、2026年5月21日',
  month: '年月，如 2026-05、2026年5月',
  year: '年份，如 2026',
  boolean: '是或否（√、× 也认）',
  nameList: '一个或几个名称，用“、”隔开',
  unit: '单位全称或简称，与单位目录一致；旧名称也认',
  leader: '县领导姓名',
  person: '姓名；只有能看到这条记录的人看得到',
  phone: '手机号或带区号的座机号；加密保存，平时遮住',
  idNumber: '18 位身份证号；加密保存，平时遮住',
  creditCode: '18 位，列设为文本格式',
  orgCode: '9 位组织机构代码，列设为文本格式',
  projectCode: '投资项目在线平台赋的代码，列设为文本格式',
  industry: '行业代码，如 C13，或国民经济行业的名称',
  division: '6、9 或 12 位行政区划代码，列设为文本格式',
  point: '经度,纬度，如 116.123456,39.123456（CGCS2000）',
  polygon: 'POLYGON((经度 纬度, …)) 或 GeoJSON',
}

export function wantedOf(field: Field): string {
  if (field.kind === 'choice') return `填一项：${(field.choices ?? []).map((c) => field.format(c)).join('、')}`
  if (field.kind === 'choices') return `填一项或几项，用“、”隔开：${(field.choices ?? []).join('、')}`
  if (field.kind === 'reference') return '对方在库里的名称；有重名的填代码'
  return wanted[field.kind] ?? '照原样填'
}

const examples: Readonly<Record<string, SheetValue>> = {
  text: '文字',
  longText: '文字',
  integer: '12',
  decimal: '12.5',
  money: '1200.5',
  area: '35.6',
  percent: '12.5%',
  date: '2026-01-05',
  month: '2026-01',
  year: '2026',
  boolean: '是',
}

/** Only what invents nobody: no names, codes or numbers of persons. */
export function exampleOf(field: Field, lists: ChoiceLists): SheetValue {
  if (field.choices?.[0] !== undefined)
    return field.format((field.kind === 'choices' ? [field.choices[0]] : field.choices[0]) as never)
  if (field.target === 'units') return lists.units[0] ?? null
  if (field.target === 'leaders') return lists.leaders[0] ?? null
  return examples[field.kind] ?? null
}
