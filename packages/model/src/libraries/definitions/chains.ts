import { choice, date, leader, longText, money, reference, text, unit } from '../kinds/index.ts'
import { defineLibrary } from '../define-library.ts'
import { papers, remarks } from './parts.ts'

const chain = '产业链'
const charge = '链长与链办'
const state = '现状与目标'

/** 产业链库: the head of a chain; its segments, products and firms are ledgers of their own that refer to it. */
export const chains = defineLibrary({
  id: 'chains',
  table: 'chain',
  name: '产业链库',
  noun: '产业链',
  measure: '条',
  purpose: '一条链一张图：谁当链长、链主是谁、缺哪一环、缺钱缺技术的有谁',
  group: '企业与产业',
  fields: {
    code: text({ label: '产业链编号', aliases: ['编号', '链编号'], section: chain }),
    name: text({ label: '产业链名称', aliases: ['产业链', '链名', '名称'], required: true, section: chain }),
    standing: choice({
      label: '产业链定位',
      aliases: ['定位'],
      choices: ['主导', '特色', '培育'],
      section: chain,
    }),
    scope: longText({ label: '链条范围', aliases: ['产业范围'], section: chain, unindexed: true }),
    leader: leader({ label: '链长', aliases: ['链长（县领导）', '牵头县领导'], section: charge }),
    office: unit({ label: '链办', aliases: ['链办单位', '牵头部门', '牵头单位'], section: charge }),
    chief: reference({ label: '链主企业', aliases: ['链主'], to: 'enterprises', noun: '企业', section: charge }),
    output: money({ label: '上年产值', aliases: ['产值', '链上产值'], in: '亿元', section: state }),
    goal: money({ label: '本年目标产值', aliases: ['目标产值'], in: '亿元', section: state, unindexed: true }),
    weakness: longText({ label: '短板', aliases: ['存在短板', '主要问题'], section: state, unindexed: true }),
    reviewedOn: date({
      label: '图谱审定日期',
      aliases: ['审定日期'],
      help: '图谱和四张清单按季更新，经链长审定',
      section: state,
    }),
    papers: papers('图谱'),
    remarks: remarks(),
  },
  title: 'name',
  search: ['name', 'code'],
  unique: [['code'], ['name']],
  match: [['code'], ['name']],
  audience: { units: ['office'], open: true },
  columns: ['name', 'standing', 'leader', 'office', 'chief', 'output'],
  sort: 'code',
  narrow: ['name'],
  sums: ['output', 'goal'],
  keepers: ['Z05'],
})
