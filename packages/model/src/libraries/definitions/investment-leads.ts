import {
  area,
  choice,
  creditCode,
  date,
  decimal,
  industry,
  leader,
  longText,
  money,
  month,
  reference,
  text,
  unit,
} from '../kinds/index.ts'
import { defineLibrary } from '../define-library.ts'
import { leadLadder } from './lead-ladder.ts'
import { papers, remarks } from './parts.ts'

const lead = '线索'
const wish = '拟落地与需求'
const check = '准入与承诺'
const sign = '签约'
const real = '落地兑现'

/**
 * 招商线索库. Investors still in talks stand here by code name alone; a framework agreement or an agreed sum is never
 * progress: registration, money that came and the start of work are.
 */
export const investmentLeads = defineLibrary({
  id: 'investment-leads',
  table: 'investment_lead',
  name: '招商线索库',
  noun: '线索',
  measure: '条',
  purpose: '首报首谈、一条线索跟到底：谈到哪一步、签的是什么合同、钱到了没有',
  group: '项目与招商',
  fields: {
    number: text({ label: '线索编号', aliases: ['编号'], section: lead }),
    name: text({ label: '项目名称', aliases: ['线索名称', '拟投项目', '名称'], required: true, section: lead }),
    codeName: text({
      label: '投资方代号',
      aliases: ['代号'],
      help: '在谈期间只写代号，不写企业名称；名称留在投资促进中心的纸质档案里',
      section: lead,
    }),
    investor: text({
      label: '投资方名称',
      aliases: ['投资方', '客商名称'],
      help: '正式签约并可以公开以后再填',
      section: lead,
      unindexed: true,
    }),
    investorCode: creditCode({ label: '投资方信用代码', section: lead, unindexed: true }),
    controller: text({
      label: '实际控制人类型',
      aliases: ['实控人'],
      help: '只填类型（上市公司、国有、民营、外资），不填个人姓名',
      section: lead,
      unindexed: true,
    }),
    origin: choice({
      label: '线索来源',
      aliases: ['来源'],
      choices: ['外出招商', '驻点招商', '以商招商', '商会协会', '展会推介', '上级推介', '来访自荐'],
      section: lead,
    }),
    region: text({ label: '投资方所在地', aliases: ['来源地'], section: lead, unindexed: true }),
    secrecy: choice({
      label: '知悉范围',
      aliases: ['保密级别'],
      choices: ['专班内', '县内有关单位', '可公开'],
      section: lead,
    }),
    industry: industry({ label: '行业', aliases: ['行业代码', '所属行业'], section: lead }),
    chain: reference({ label: '所属产业链', aliases: ['产业链'], to: 'chains', noun: '产业链', section: lead }),
    segment: reference({
      label: '对应环节',
      aliases: ['产业链环节'],
      to: 'chain-segments',
      noun: '环节',
      section: lead,
      unindexed: true,
    }),
    gap: choice({
      label: '补链类型',
      aliases: ['招引类型'],
      choices: ['填空型', '补充型', '其他'],
      help: '本地没有企业的环节是填空型，有但弱的是补充型',
      section: lead,
    }),
    firstUnit: unit({
      label: '首报单位',
      aliases: ['首报首谈单位'],
      help: '谁先报谁先谈，重复线索归首报单位',
      section: lead,
      unindexed: true,
    }),
    firstOn: date({ label: '首报日期', aliases: ['首报时间', '登记日期'], section: lead }),
    handler: unit({ label: '承办单位', aliases: ['跟进单位', '责任单位'], section: lead }),
    leader: leader({ label: '包抓县领导', aliases: ['牵头领导', '挂帅领导'], section: lead }),

    content: longText({ label: '拟建内容', aliases: ['项目内容'], section: wish, unindexed: true }),
    planned: money({ label: '拟投资额', aliases: ['计划投资', '意向投资额'], in: '万元', section: wish }),
    township: unit({ label: '拟落地乡镇', aliases: ['乡镇', '落地乡镇'], section: wish }),
    park: unit({ label: '拟落地园区', aliases: ['园区', '落地园区'], section: wish }),
    land: area({ label: '用地需求', aliases: ['拟用地'], in: '亩', section: wish, unindexed: true }),
    plant: area({ label: '厂房需求', aliases: ['拟租厂房'], in: '平方米', section: wish, unindexed: true }),
    energy: decimal({ label: '年能耗需求', scale: 2, unit: '吨标准煤', atLeast: 0, section: wish, unindexed: true }),
    discharge: text({ label: '主要排放', aliases: ['排放需求'], section: wish, unindexed: true }),

    review: choice({
      label: '准入评审结论',
      aliases: ['评审结论'],
      choices: ['未评审', '同意', '有条件同意', '不同意'],
      section: check,
      unindexed: true,
    }),
    reviewedOn: date({ label: '评审日期', section: check, unindexed: true }),
    promises: longText({ label: '政策承诺', aliases: ['优惠政策'], section: check, unindexed: true }),
    fairness: choice({
      label: '公平竞争审查',
      choices: ['未审查', '已通过', '须修改', '没有政策承诺'],
      help: '有政策承诺的须先审查再签约',
      section: check,
      unindexed: true,
    }),

    contract: choice({
      label: '签约类型',
      aliases: ['合同类型'],
      choices: ['意向', '框架', '正式'],
      synonyms: { 意向: ['意向协议'], 框架: ['框架协议'], 正式: ['正式合同', '正式协议'] },
      help: '只有正式合同计入签约',
      section: sign,
    }),
    signedOn: date({ label: '签约日期', aliases: ['签约时间'], section: sign }),
    contracted: money({
      label: '协议投资',
      aliases: ['签约额', '协议投资额', '合同投资额'],
      in: '万元',
      help: '协议投资不等于到位，不作进度',
      section: sign,
    }),
    exitTerms: longText({ label: '履约与退出条款', aliases: ['退出条款'], section: sign, unindexed: true }),

    enterprise: reference({
      label: '落地企业',
      aliases: ['注册企业'],
      to: 'enterprises',
      noun: '企业',
      section: real,
    }),
    registeredOn: date({ label: '注册日期', section: real, unindexed: true }),
    arrived: money({ label: '到位资金', aliases: ['实际到位', '到资'], in: '万元', section: real }),
    arrivedProof: text({ label: '到位凭证号', aliases: ['验资凭证', '到位凭证'], section: real, unindexed: true }),
    project: reference({ label: '项目库中的项目', aliases: ['入库项目'], to: 'projects', noun: '项目', section: real }),
    startedOn: date({ label: '开工日期', aliases: ['开工时间'], section: real, unindexed: true }),
    listedIn: month({ label: '入统年月', section: real, unindexed: true }),
    papers: papers('合同与凭证'),
    remarks: remarks(),
  },
  title: 'name',
  search: ['name', 'number', 'codeName'],
  unique: [['number']],
  match: [['number'], ['name']],
  ladder: leadLadder,
  audience: { units: ['firstUnit', 'handler', 'township', 'park'] },
  columns: ['name', 'codeName', 'handler', 'planned', 'contract', 'arrived'],
  sort: 'updated',
  narrow: ['firstOn', 'planned', 'signedOn'],
  rollups: [
    { id: 'first', month: 'firstOn', unit: 'handler', sums: ['planned'] },
    { id: 'signed', month: 'signedOn', unit: 'handler', sums: ['contracted', 'arrived'] },
  ],
  sums: ['planned', 'contracted', 'arrived', 'land'],
  keepers: ['S03'],
})
