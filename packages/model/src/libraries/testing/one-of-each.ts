// One field of every kind, with the variants that differ in what they keep or write. Tests only.
import type { Field } from '../field.ts'
import * as kinds from '../kinds/index.ts'

export const oneOfEach = {
  name: kinds.text({ label: '名称', required: true }),
  remarks: kinds.longText({ label: '备注' }),
  staff: kinds.integer({ label: '职工人数', unit: '人', atLeast: 0 }),
  balance: kinds.integer({ label: '户数增减' }),
  energy: kinds.decimal({ label: '综合能耗', scale: 2, unit: '吨标准煤', atLeast: 0 }),
  ratio: kinds.decimal({ label: '容积率', scale: 9 }),
  price: kinds.money({ label: '单价', in: '元' }),
  investment: kinds.money({ label: '总投资', in: '万元' }),
  profit: kinds.money({ label: '利润', in: '万元', signed: true }),
  output: kinds.money({ label: '产值', in: '亿元' }),
  land: kinds.area({ label: '用地面积', in: '亩' }),
  floor: kinds.area({ label: '建筑面积', in: '平方米' }),
  forest: kinds.area({ label: '林地面积', in: '公顷' }),
  growth: kinds.percent({ label: '增速' }),
  progress: kinds.percent({ label: '进度', atLeast: 0, atMost: 1_000_000 }),
  opened: kinds.date({ label: '开工日期' }),
  period: kinds.month({ label: '月份' }),
  year: kinds.year({ label: '年度' }),
  regulated: kinds.boolean({ label: '是否规上' }),
  state: kinds.choice({ label: '状态', choices: ['在建', '停缓建', '竣工'], synonyms: { 在建: ['建设中'] } }),
  channels: kinds.choices({ label: '资金来源', choices: ['自筹', '贷款', '专项债', '中央预算内'] }),
  unit: kinds.unit({ label: '责任单位' }),
  leader: kinds.leader({ label: '包联县领导' }),
  firm: kinds.reference({ label: '企业', to: 'enterprises', noun: '企业' }),
  contact: kinds.person({ label: '联系人' }),
  phone: kinds.phone({ label: '联系电话' }),
  identity: kinds.idNumber({ label: '身份证号' }),
  creditCode: kinds.creditCode({ label: '统一社会信用代码' }),
  orgCode: kinds.orgCode({ label: '组织机构代码' }),
  projectCode: kinds.projectCode({ label: '项目代码' }),
  industry: kinds.industry({ label: '行业' }),
  division: kinds.division({ label: '行政区划' }),
  place: kinds.point({ label: '坐标' }),
  boundary: kinds.polygon({ label: '地块边界' }),
  papers: kinds.files({ label: '附件' }),
} as const satisfies Record<string, Field>

export const eachField: readonly (readonly [string, Field])[] = Object.entries(oneOfEach)
