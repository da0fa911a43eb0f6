import { unitKinds } from '../../people/words.ts'
import { boolean, choice, date, integer, nameList, text, unit } from '../kinds/index.ts'
import { defineLibrary } from '../define-library.ts'

const name = '名称'
const place = '隶属与职责'
const time = '起止与承接'

/**
 * 单位目录 as a library: list, import, export, history. A unit is opened, renamed, merged and split by dated changes
 * with their 文号 alone; it is never edited in a list and never deleted.
 */
export const units = defineLibrary({
  id: 'units',
  table: 'unit',
  name: '单位目录',
  noun: '单位',
  measure: '个',
  purpose: '全县单位的规范名称、隶属、能不能牵头，旧名称由谁承接',
  group: '机构与人员',
  fields: {
    code: text({ label: '单位代码', aliases: ['代码'], longest: 20, required: true, section: name }),
    name: text({
      label: '单位全称',
      aliases: ['单位名称', '规范名称', '名称'],
      longest: 60,
      required: true,
      section: name,
    }),
    short: text({ label: '单位简称', aliases: ['简称'], longest: 20, required: true, section: name }),
    aliases: nameList({ label: '别名', aliases: ['其他名称', '曾用名'], section: name }),
    kind: choice({ label: '单位类型', aliases: ['类型', '性质'], choices: unitKinds, required: true, section: place }),
    parent: unit({ label: '上级单位', aliases: ['隶属', '主管单位'], section: place }),
    mayLead: boolean({
      label: '可以牵头',
      aliases: ['能否牵头'],
      help: '垂管、驻县、企业和纪委、法院、统计一般不牵头',
      section: place,
    }),
    validFrom: date({ label: '设立日期', aliases: ['生效日期'], section: time }),
    validTo: date({ label: '撤销日期', aliases: ['失效日期'], section: time }),
    successor: unit({ label: '承接单位', section: time }),
    position: integer({ label: '排序', aliases: ['序号'], section: time, unindexed: true }),
  },
  title: 'name',
  search: ['name', 'short', 'code', 'aliases'],
  unique: [['code']],
  match: [['code'], ['name']],
  audience: { units: ['parent'], open: true },
  columns: ['name', 'short', 'kind', 'parent', 'mayLead', 'validTo'],
  sort: 'code',
  narrow: [],
  readOnly: true,
  importable: true,
  handmade: true,
})
