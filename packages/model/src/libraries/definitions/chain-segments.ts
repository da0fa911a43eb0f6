import { choice, integer, longText, percent, reference, text, unit } from '../kinds/index.ts'
import { defineLibrary } from '../define-library.ts'
import { remarks } from './parts.ts'

const segment = '环节'
const state = '强弱'
const invite = '缺环招引'

/** 产业链环节: where the chain is strong, weak or broken, and whom to look for. One of the four lists (缺环招引清单). */
export const chainSegments = defineLibrary({
  id: 'chain-segments',
  table: 'chain_segment',
  name: '产业链环节',
  noun: '环节',
  measure: '个',
  purpose: '哪一环断、哪一环弱，要招填空型还是补充型',
  group: '企业与产业',
  fields: {
    code: text({ label: '环节编号', aliases: ['编号'], section: segment }),
    name: text({ label: '环节名称', aliases: ['环节', '名称'], required: true, section: segment }),
    chain: reference({
      label: '产业链',
      aliases: ['所属产业链'],
      to: 'chains',
      noun: '产业链',
      required: true,
      section: segment,
    }),
    stream: choice({
      label: '位置',
      aliases: ['上中下游'],
      choices: ['上游', '中游', '下游', '配套'],
      section: segment,
    }),
    place: integer({ label: '排序', aliases: ['序号'], atLeast: 1, section: segment, unindexed: true }),
    strength: choice({
      label: '强弱',
      aliases: ['环节状态', '强弱断'],
      choices: ['强', '弱', '断'],
      help: '本地没有企业的是断；有但少、本地采购占比低的是弱',
      section: state,
    }),
    firms: integer({ label: '本地企业数', aliases: ['企业数'], atLeast: 0, section: state, unindexed: true }),
    localShare: percent({
      label: '本地采购占比',
      aliases: ['本地配套率'],
      atLeast: 0,
      atMost: 1_000_000,
      section: state,
    }),
    gap: choice({
      label: '招引类型',
      aliases: ['补链类型'],
      choices: ['填空型', '补充型', '不招引'],
      section: invite,
    }),
    direction: longText({
      label: '招引方向',
      aliases: ['拟招引方向'],
      help: '写产品和地区，不写在谈企业名称',
      section: invite,
      unindexed: true,
    }),
    department: unit({ label: '招引责任单位', aliases: ['责任单位'], section: invite }),
    remarks: remarks(),
  },
  title: 'name',
  search: ['name', 'code'],
  unique: [['code'], ['chain', 'name']],
  match: [['code'], ['chain', 'name']],
  audience: { units: ['department'], open: true },
  columns: ['name', 'chain', 'stream', 'strength', 'firms', 'gap'],
  sort: 'code',
  narrow: ['name'],
  sums: ['firms'],
  keepers: ['Z05'],
})
