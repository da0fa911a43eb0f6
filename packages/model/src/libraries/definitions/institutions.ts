import { defineLibrary } from '../define-library.ts'
import { choice, creditCode, date, integer, longText, money, person, phone, point, text, unit } from '../kinds/index.ts'
import type { Ladder } from '../ladder.ts'

const licensed = [
  '政策性银行',
  '国有大型银行',
  '股份制银行',
  '城市商业银行',
  '农村商业银行',
  '村镇银行',
  '邮政储蓄银行',
  '保险公司',
] as const

// Today more branches merge than open, so keeping one (稳机构) counts as work of its own and has its field.
const ladder: Ladder = {
  name: '引进进度',
  stages: [
    { id: 'contact', name: '对接', meaning: '有书面的入驻意向' },
    { id: 'preparing', name: '筹建', meaning: '已获批筹建，场地和人员在准备' },
    { id: 'open', name: '营业', meaning: '证照齐全并对外营业', final: true },
    { id: 'merged', name: '整合', meaning: '并入其他机构', exit: true, final: true },
    { id: 'withdrawn', name: '退出', meaning: '撤销网点或停止营业', exit: true, final: true },
  ],
  gates: [
    {
      to: 'preparing',
      conditions: [
        { id: 'intent', name: '上级行或总公司设立决定', needs: 'paper' },
        {
          id: 'preparation-approval',
          name: '金融监管部门同意筹建的批复',
          needs: 'paper',
          when: { field: 'type', in: licensed },
          source: '银行保险机构行政许可实施办法，条款待核实',
        },
        {
          id: 'guarantee-approval',
          name: '省级地方金融管理部门批准设立的文件',
          needs: 'paper',
          when: { field: 'type', in: ['融资担保公司', '小额贷款公司'] },
          source: '融资担保公司监督管理条例（国令第683号）第六条',
        },
      ],
    },
    {
      to: 'open',
      conditions: [
        { id: 'opening-approval', name: '开业批复', needs: 'paper', when: { field: 'type', in: licensed } },
        {
          id: 'licence',
          name: '金融许可证机构编码',
          needs: 'field',
          field: 'licence',
          when: { field: 'type', in: licensed },
        },
        { id: 'business-licence', name: '营业执照（统一社会信用代码）', needs: 'field', field: 'creditCode' },
      ],
    },
  ],
  stalledAfter: { contact: 180, preparing: 180 },
}

/** 金融机构库. Contacts are kept for the match of banks and firms; they are sealed. */
export const institutions = defineLibrary({
  id: 'institutions',
  table: 'institution',
  name: '金融机构库',
  noun: '机构',
  measure: '家',
  purpose: '县内有哪些金融机构、能批多少、找谁',
  group: '金融',
  fields: {
    name: text({ label: '机构名称', aliases: ['金融机构', '银行名称', '名称'], required: true, section: '基本情况' }),
    short: text({ label: '简称', aliases: ['机构简称'], longest: 20, section: '基本情况' }),
    creditCode: creditCode({ label: '统一社会信用代码', aliases: ['信用代码'], section: '基本情况' }),
    type: choice({
      label: '机构类型',
      aliases: ['类型', '机构性质'],
      choices: [...licensed, '融资担保公司', '小额贷款公司', '证券营业部', '其他'],
      synonyms: { 农村商业银行: ['农商行', '农信社'], 邮政储蓄银行: ['邮储银行'], 融资担保公司: ['担保公司'] },
      required: true,
      section: '基本情况',
    }),
    parent: text({
      label: '上级机构',
      aliases: ['上级行'],
      column: 'parent_name',
      unindexed: true,
      section: '基本情况',
    }),
    licence: text({ label: '金融许可证机构编码', longest: 30, unindexed: true, section: '基本情况' }),
    openedOn: date({ label: '开业日期', section: '基本情况' }),
    township: unit({ label: '所在乡镇', aliases: ['所在镇街'], section: '基本情况' }),
    address: text({ label: '地址', unindexed: true, section: '基本情况' }),
    place: point({ label: '位置', section: '基本情况' }),
    memberUnit: unit({
      label: '对应单位',
      help: '单位目录里有这家机构时选上，它的账号就能看到自己的台账，县里不必另外要表',
      section: '基本情况',
    }),
    authority: money({
      label: '单户授信审批权限',
      aliases: ['审批额度', '授权审批额度', '审批权限'],
      in: '万元',
      help: '银企对接时用来判断在县里能不能定',
      section: '服务能力',
    }),
    outlets: integer({ label: '县域网点数', aliases: ['网点数', '营业网点'], atLeast: 0, section: '服务能力' }),
    ruralOutlets: integer({ label: '其中乡镇网点数', atLeast: 0, section: '服务能力' }),
    servicePoints: integer({ label: '助农服务点数', atLeast: 0, unindexed: true, section: '服务能力' }),
    keeping: longText({
      label: '稳机构措施',
      help: '有撤并动向的机构，写明在做什么工作',
      section: '服务能力',
    }),
    netAssets: money({
      label: '净资产',
      in: '万元',
      signed: true,
      unindexed: true,
      help: '只有担保公司填：算放大倍数的分母，口径随规则注明',
      section: '担保公司',
    }),
    paidIn: money({ label: '实收资本', aliases: ['注册资本'], in: '万元', unindexed: true, section: '担保公司' }),
    paidInOn: date({ label: '资本到位日期', unindexed: true, section: '担保公司' }),
    changeRegisteredOn: date({ label: '变更登记日期', unindexed: true, section: '担保公司' }),
    head: person({ label: '负责人', aliases: ['行长', '主要负责人'], section: '联系' }),
    contact: person({ label: '联系人', section: '联系' }),
    contactPhone: phone({ label: '联系电话', aliases: ['电话'], section: '联系' }),
  },
  title: 'name',
  search: ['name', 'short', 'creditCode'],
  unique: [['creditCode'], ['name']],
  match: [['creditCode'], ['name'], ['short']],
  ladder,
  audience: { units: ['memberUnit'] },
  columns: ['name', 'type', 'township', 'outlets', 'authority', 'openedOn'],
  sort: 'name',
  narrow: ['name', 'type'],
  sums: ['outlets', 'ruralOutlets', 'servicePoints'],
  map: 'place',
  keepers: ['S01', 'C03'],
})
