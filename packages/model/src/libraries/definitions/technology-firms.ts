import { defineLibrary } from '../define-library.ts'
import {
  boolean,
  choice,
  choices,
  computed,
  date,
  integer,
  longText,
  money,
  percent,
  reference,
  text,
  unit,
  year,
} from '../kinds/index.ts'
import type { Ladder } from '../ladder.ts'
import { figureOf, shareOf } from './arithmetic.ts'

const source = '国科发火〔2016〕32号第十一条'
const number = (v: unknown): number | null => (typeof v === 'number' ? v : null)

/** Research as a share of revenue that the rule asks for: 5 %, 4 %, 3 % by last year's revenue. One year stands in here. */
function enoughResearch(v: Readonly<Record<string, unknown>>): boolean {
  const [revenue, share] = [number(v['revenue']), number(v['researchShare'])]
  if (revenue === null || share === null) return false
  // 分: 50,000,000 元 and 200,000,000 元, both bounds belonging to the lower band.
  const asked = revenue <= 5_000_000_000 ? 50_000 : revenue <= 20_000_000_000 ? 40_000 : 30_000
  return share >= asked
}

const ladder: Ladder = {
  name: '高企培育',
  stages: [
    { id: 'nurture', name: '入库培育', meaning: '已入科技企业库，条件未齐' },
    { id: 'assessed', name: '自评达标', meaning: '主要条件自评达到，材料在准备' },
    { id: 'applied', name: '已申报', meaning: '已提交认定申请' },
    { id: 'certified', name: '已认定', meaning: '高新技术企业证书在有效期内', final: true },
    { id: 'lapsed', name: '到期未续', meaning: '证书到期没有重新认定', exit: true },
    { id: 'left', name: '退出培育', exit: true, final: true },
  ],
  gates: [
    {
      to: 'assessed',
      conditions: [
        { id: 'registered', name: '成立日期（注册满一年）', needs: 'field', field: 'foundedOn', source },
        {
          id: 'staff',
          name: '科技人员占比不低于 10%',
          needs: 'test',
          test: (v) => (number(v['techStaffShare']) ?? 0) >= 100_000,
          source,
        },
        {
          id: 'research',
          name: '研发费用占收入比达到本档要求（近一年数，三年数由规则核）',
          needs: 'test',
          test: enoughResearch,
          source,
        },
        {
          id: 'rights',
          name: '拥有核心知识产权',
          needs: 'test',
          test: (v) => (number(v['rightsFirst']) ?? 0) + (number(v['rightsSecond']) ?? 0) > 0,
          source,
        },
        {
          id: 'score',
          name: '创新能力自评 71 分以上',
          needs: 'test',
          test: (v) => (number(v['selfScore']) ?? 0) >= 71,
          source: '国科发火〔2016〕195号：70 分以上（不含 70 分）',
        },
      ],
    },
    {
      to: 'applied',
      conditions: [
        { id: 'application', name: '认定申请书', needs: 'paper', source: '国科发火〔2016〕195号' },
        {
          id: 'special-audit',
          name: '研发费用和高新技术产品收入专项审计报告',
          needs: 'paper',
          source: '国科发火〔2016〕195号',
        },
        { id: 'clean', name: '近一年无重大安全、质量事故和严重环境违法的说明', needs: 'paper', source },
      ],
    },
    {
      to: 'certified',
      conditions: [
        { id: 'certificate', name: '高企证书编号', needs: 'field', field: 'certificateNumber' },
        { id: 'certificate-until', name: '证书到期日', needs: 'field', field: 'certificateUntil' },
      ],
    },
  ],
  stalledAfter: { nurture: 540, assessed: 180, applied: 180 },
}

/** 科技企业库: 高企, 科小 and 专精特新 in one place; a firm may bear several titles at once. */
export const technologyFirms = defineLibrary({
  id: 'technology-firms',
  table: 'technology_firm',
  name: '科技企业库',
  noun: '科技企业',
  measure: '家',
  purpose: '哪些企业是高企、科小、专精特新，证书何时到期，谁够条件往上走',
  group: '科技创新',
  fields: {
    name: text({ label: '企业名称', aliases: ['单位名称'], required: true, section: '基本情况' }),
    enterprise: reference({
      label: '企业库企业',
      // A firm is told by its code: names change, and are written in many ways.
      aliases: ['统一社会信用代码', '信用代码', '社会信用代码'],
      to: 'enterprises',
      noun: '企业',
      section: '基本情况',
    }),
    township: unit({ label: '所在乡镇', section: '基本情况' }),
    park: unit({ label: '所在园区', section: '基本情况' }),
    platform: reference({ label: '所在载体', aliases: ['孵化器'], to: 'platforms', noun: '载体', section: '基本情况' }),
    foundedOn: date({ label: '成立日期', aliases: ['注册日期'], section: '基本情况' }),
    field: choice({
      label: '技术领域',
      aliases: ['所属领域'],
      choices: [
        '电子信息',
        '生物与新医药',
        '航空航天',
        '新材料',
        '高技术服务',
        '新能源与节能',
        '资源与环境',
        '先进制造与自动化',
      ],
      section: '基本情况',
    }),
    growth: choice({ label: '成长阶段', choices: ['种子期', '初创期', '成长期', '成熟期'], section: '基本情况' }),
    titles: choices({
      label: '认定类别',
      aliases: ['企业类别', '资质'],
      choices: ['高新技术企业', '科技型中小企业', '创新型中小企业', '专精特新中小企业', '专精特新“小巨人”企业'],
      help: '优质中小企业梯度培育办法 2026 年 1 月修订，科技型中小企业口径有变，待核实',
      section: '认定',
    }),
    certificateNumber: text({ label: '高企证书编号', aliases: ['证书编号', '高企编号'], longest: 40, section: '认定' }),
    certificateUntil: date({
      label: '高企证书到期日',
      aliases: ['证书到期日', '有效期至', '高企有效期'],
      section: '认定',
    }),
    smallNumber: text({
      label: '科小入库登记编号',
      aliases: ['入库登记编号', '科小编号'],
      longest: 40,
      help: '编号每年有效，次年要更新信息',
      section: '认定',
    }),
    smallYear: year({ label: '科小编号年度', section: '认定' }),
    specialisedUntil: date({ label: '专精特新有效期至', section: '认定' }),
    revenue: money({ label: '上年营业收入', aliases: ['营业收入', '销售收入'], in: '万元', section: '上年情况' }),
    researchTax: money({
      label: '研发费用（加计扣除口径）',
      aliases: ['研发费用'],
      in: '万元',
      help: '税务和统计两个口径并列，不互相替代',
      section: '上年情况',
    }),
    researchStatistics: money({ label: '研发费用（统计口径）', in: '万元', unindexed: true, section: '上年情况' }),
    researchShare: computed(percent({ label: '研发费用占收入比', section: '上年情况' }), (v) =>
      shareOf(figureOf(v, 'researchTax'), figureOf(v, 'revenue')),
    ),
    employees: integer({ label: '职工总数', aliases: ['职工人数'], atLeast: 0, unindexed: true, section: '上年情况' }),
    techStaff: integer({
      label: '科技人员数',
      aliases: ['科技人员'],
      atLeast: 0,
      unindexed: true,
      section: '上年情况',
    }),
    techStaffShare: computed(percent({ label: '科技人员占比', unindexed: true, section: '上年情况' }), (v) =>
      shareOf(figureOf(v, 'techStaff'), figureOf(v, 'employees')),
    ),
    rightsFirst: integer({
      label: 'Ⅰ类知识产权数',
      aliases: ['I类知识产权'],
      atLeast: 0,
      unindexed: true,
      section: '创新',
    }),
    rightsSecond: integer({
      label: 'Ⅱ类知识产权数',
      aliases: ['II类知识产权'],
      atLeast: 0,
      unindexed: true,
      section: '创新',
    }),
    selfScore: integer({
      label: '创新能力自评分',
      atLeast: 0,
      atMost: 100,
      help: '专家评分项只能估计，自评只作参考',
      section: '创新',
    }),
    whiteList: boolean({ label: '已入贷款白名单', aliases: ['贷款白名单'], section: '金融支持' }),
    whiteListOn: date({ label: '入白名单日期', unindexed: true, section: '金融支持' }),
    credited: money({ label: '获得授信', aliases: ['授信额'], in: '万元', unindexed: true, section: '金融支持' }),
    serviceUnit: unit({ label: '服务单位', section: '金融支持' }),
    needs: longText({ label: '技术和服务需求', section: '金融支持' }),
  },
  title: 'name',
  search: ['name', 'certificateNumber', 'smallNumber'],
  unique: [['name'], ['enterprise'], ['certificateNumber'], ['smallNumber']],
  match: [['enterprise'], ['name']],
  ladder,
  audience: { units: ['township', 'park', 'serviceUnit'], enterprise: 'enterprise' },
  columns: ['name', 'titles', 'township', 'researchShare', 'certificateUntil', 'whiteList'],
  sort: 'name',
  narrow: ['name', 'certificateUntil'],
  sums: ['revenue', 'researchTax', 'employees', 'credited'],
  keepers: ['Z04', 'Z05'],
})
