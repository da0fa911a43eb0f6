import { choice, longText, money, percent, reference, text, unit } from '../kinds/index.ts'
import { defineLibrary } from '../define-library.ts'
import { remarks } from './parts.ts'

const firm = '链上企业'
const finance = '融资需求（金融活链）'
const technology = '技术攻关（科技强链）'

/** 链上企业: a firm's place in a chain, with the other lists of the four: what it needs in money and in technology. */
export const chainFirms = defineLibrary({
  id: 'chain-firms',
  table: 'chain_firm',
  name: '链上企业',
  noun: '链上企业',
  measure: '户',
  purpose: '企业在链上哪一环、配套谁，缺的钱和技术谁在帮',
  group: '企业与产业',
  fields: {
    code: text({ label: '编号', aliases: ['链上编号'], section: firm }),
    name: text({ label: '企业名称', aliases: ['企业', '名称'], required: true, section: firm }),
    enterprise: reference({
      label: '企业库中的企业',
      aliases: ['统一社会信用代码'],
      to: 'enterprises',
      noun: '企业',
      required: true,
      section: firm,
    }),
    chain: reference({
      label: '产业链',
      aliases: ['所属产业链'],
      to: 'chains',
      noun: '产业链',
      required: true,
      section: firm,
    }),
    segment: reference({ label: '环节', aliases: ['产业链环节'], to: 'chain-segments', noun: '环节', section: firm }),
    product: reference({ label: '主要产品', aliases: ['产品'], to: 'chain-products', noun: '产品', section: firm }),
    role: choice({ label: '链上角色', aliases: ['角色'], choices: ['链主', '骨干', '配套'], section: firm }),
    township: unit({ label: '所属乡镇', aliases: ['乡镇'], section: firm }),
    department: unit({ label: '服务单位', aliases: ['责任单位'], section: firm }),
    output: money({ label: '链上产值', aliases: ['产值'], in: '万元', section: firm }),
    localShare: percent({
      label: '本地采购占比',
      aliases: ['本地配套率'],
      atLeast: 0,
      atMost: 1_000_000,
      section: firm,
      unindexed: true,
    }),
    need: money({ label: '融资需求', aliases: ['融资需求额'], in: '万元', section: finance }),
    needUse: choice({
      label: '资金用途',
      choices: ['流动资金', '设备更新', '新建产线', '研发', '并购'],
      section: finance,
      unindexed: true,
    }),
    financed: choice({
      label: '融资进展',
      aliases: ['对接情况'],
      choices: ['没有需求', '待对接', '对接中', '已授信', '已放款', '未成'],
      section: finance,
    }),
    granted: money({ label: '授信金额', aliases: ['已授信额'], in: '万元', section: finance, unindexed: true }),
    problem: longText({ label: '技术难题', aliases: ['技术需求', '攻关内容'], section: technology, unindexed: true }),
    tackled: choice({
      label: '攻关进展',
      aliases: ['揭榜进展'],
      choices: ['没有需求', '待发榜', '已发榜', '已揭榜', '攻关中', '已验收'],
      section: technology,
    }),
    partner: text({ label: '合作院所', aliases: ['揭榜方'], section: technology, unindexed: true }),
    remarks: remarks(),
  },
  title: 'name',
  search: ['name', 'code'],
  unique: [['code'], ['enterprise', 'segment', 'product']],
  match: [['code'], ['enterprise', 'segment', 'product']],
  audience: { units: ['township', 'department'], enterprise: 'enterprise' },
  columns: ['name', 'chain', 'segment', 'role', 'financed', 'tackled'],
  sort: 'updated',
  narrow: ['name', 'output'],
  sums: ['output', 'need', 'granted'],
  keepers: ['Z05', 'S01', 'Z04'],
})
