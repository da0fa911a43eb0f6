import { boolean, choice, industry, money, reference, text } from '../kinds/index.ts'
import { defineLibrary } from '../define-library.ts'
import { remarks } from './parts.ts'

const product = '产品'

/** 产业链产品: what a segment makes, by its class of GB/T 4754, and whether it is made here. */
export const chainProducts = defineLibrary({
  id: 'chain-products',
  table: 'chain_product',
  name: '产业链产品',
  noun: '产品',
  measure: '种',
  purpose: '链上每一环有哪些产品，本地能不能做',
  group: '企业与产业',
  fields: {
    code: text({ label: '产品编号', aliases: ['编号'], section: product }),
    name: text({ label: '产品名称', aliases: ['产品', '名称'], required: true, section: product }),
    chain: reference({ label: '产业链', aliases: ['所属产业链'], to: 'chains', noun: '产业链', section: product }),
    segment: reference({
      label: '环节',
      aliases: ['所属环节', '产业链环节'],
      to: 'chain-segments',
      noun: '环节',
      required: true,
      section: product,
    }),
    industry: industry({ label: '行业', aliases: ['行业代码', '行业小类'], section: product }),
    supply: choice({
      label: '本地供给',
      aliases: ['供给情况'],
      choices: ['本地能做', '部分能做', '本地没有'],
      section: product,
    }),
    output: money({ label: '本地产值', aliases: ['产值'], in: '万元', section: product }),
    key: boolean({ label: '列入攻关', aliases: ['关键产品', '攻关产品'], section: product }),
    remarks: remarks(),
  },
  title: 'name',
  search: ['name', 'code'],
  unique: [['code']],
  match: [['code'], ['segment', 'name']],
  audience: { units: [], open: true },
  columns: ['name', 'chain', 'segment', 'supply', 'output', 'key'],
  sort: 'code',
  narrow: ['name'],
  sums: ['output'],
  keepers: ['Z05'],
})
