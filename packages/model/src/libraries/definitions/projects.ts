import {
  area,
  choice,
  choices,
  creditCode,
  date,
  industry,
  leader,
  longText,
  money,
  month,
  point,
  projectCode,
  reference,
  text,
  unit,
} from '../kinds/index.ts'
import { defineLibrary } from '../define-library.ts'
import { projectLadder, startProofs } from './project-ladder.ts'
import { contactPerson, contactPhone, papers, remarks } from './parts.ts'

const what = '项目'
const charge = '属地与责任'
const plan = '年度与计划'
const funds = '投资与资金'
const needs = '用地与手续'
const going = '开工与进度'
const statistics = '入统'

const approval = ['不涉及', '未办', '办理中', '已批复'] as const

/**
 * 项目库. The stage says how far the work is; year category and statistics status are two more dimensions, kept as
 * the departments report them and never derived from the stage.
 */
export const projects = defineLibrary({
  id: 'projects',
  table: 'project',
  name: '项目库',
  noun: '项目',
  measure: '个',
  purpose: '从谋划到达产一个项目一条记录，看得到卡在哪一步、缺哪个要件',
  group: '项目与招商',
  fields: {
    name: text({ label: '项目名称', aliases: ['名称', '建设项目名称'], required: true, section: what }),
    code: projectCode({
      label: '项目代码',
      aliases: ['投资项目代码', '赋码', '国家代码'],
      help: '在线审批监管平台的代码；谋划阶段可以没有',
      section: what,
    }),
    category: choice({
      label: '项目类别',
      aliases: ['项目类型', '类别', '领域'],
      choices: ['工业', '农业', '服务业', '基础设施', '社会民生', '生态环保', '园区配套'],
      synonyms: { 社会民生: ['民生', '社会事业'], 生态环保: ['生态', '环保'], 服务业: ['三产', '文旅'] },
      section: what,
    }),
    nature: choice({
      label: '建设性质',
      choices: ['新建', '扩建', '改建', '技术改造', '迁建'],
      synonyms: { 技术改造: ['技改'] },
      section: what,
      unindexed: true,
    }),
    industry: industry({ label: '行业', aliases: ['行业代码', '所属行业'], section: what }),
    chain: reference({
      label: '所属产业链',
      aliases: ['产业链'],
      to: 'chains',
      noun: '产业链',
      section: what,
      unindexed: true,
    }),
    content: longText({
      label: '建设内容及规模',
      aliases: ['建设内容', '建设规模及内容', '主要建设内容'],
      section: what,
      unindexed: true,
    }),
    investor: choice({
      label: '投资主体性质',
      aliases: ['投资主体', '投资性质'],
      choices: ['政府', '国企', '民企', '外资'],
      synonyms: { 政府: ['政府投资'], 国企: ['国有', '国有企业'], 民企: ['民间', '民间投资', '民营'], 外资: ['外商'] },
      section: what,
    }),
    track: choice({
      label: '审批方式',
      aliases: ['立项方式', '管理方式', '立项类型'],
      choices: ['审批', '核准', '备案'],
      synonyms: { 审批: ['审批制'], 核准: ['核准制'], 备案: ['备案制'] },
      help: '三种方式要件不同：备案的企业项目不要可研批复和初设概算',
      section: what,
    }),
    owner: text({
      label: '项目单位',
      aliases: ['业主', '建设单位', '项目业主', '项目法人', '投资主体名称'],
      section: what,
      unindexed: true,
    }),
    ownerCode: creditCode({ label: '项目单位信用代码', aliases: ['业主信用代码'], section: what, unindexed: true }),
    enterprise: reference({
      label: '企业库中的企业',
      aliases: ['关联企业'],
      to: 'enterprises',
      noun: '企业',
      help: '企业投资项目选一下，企业、亩均和包联就能连到这个项目',
      section: what,
    }),

    township: unit({ label: '所在乡镇', aliases: ['乡镇', '建设地点', '属地', '属地单位'], section: charge }),
    park: unit({ label: '所在园区', aliases: ['园区'], section: charge, unindexed: true }),
    position: point({ label: '项目坐标', aliases: ['坐标', '经纬度'], section: charge }),
    department: unit({ label: '行业主管部门', aliases: ['主管部门', '行业部门'], section: charge }),
    leadUnit: unit({ label: '责任单位', aliases: ['包抓单位', '牵头单位'], section: charge }),
    leader: leader({ label: '包抓县领导', aliases: ['包抓领导', '牵头领导', '责任领导'], section: charge }),
    contact: contactPerson('项目联系人'),
    contactPhone: contactPhone(),

    yearClass: choice({
      label: '年度类别',
      aliases: ['本年类别', '年度性质'],
      choices: ['谋划', '新开工', '续建', '竣工'],
      synonyms: { 新开工: ['新建', '计划新开工'], 续建: ['结转'], 竣工: ['计划竣工'] },
      help: '本年度怎么安排；与所处阶段是两回事',
      section: plan,
    }),
    level: choice({
      label: '重点级别',
      aliases: ['重点项目', '项目级别', '是否省市重点'],
      choices: ['省重点', '市重点', '县重点', '一般'],
      synonyms: { 省重点: ['省级', '省'], 市重点: ['市级', '市'], 县重点: ['县级', '县'] },
      section: plan,
    }),
    startPlan: month({ label: '计划开工年月', aliases: ['计划开工时间', '拟开工时间'], section: plan }),
    finishPlan: month({
      label: '计划竣工年月',
      aliases: ['计划竣工时间', '拟竣工时间'],
      section: plan,
      unindexed: true,
    }),

    total: money({ label: '总投资', aliases: ['计划总投资', '估算总投资', '项目总投资'], in: '万元', section: funds }),
    yearPlan: money({
      label: '年度计划投资',
      aliases: ['本年计划投资', '年度投资计划', '年计划'],
      in: '万元',
      section: funds,
    }),
    yearDone: money({ label: '本年完成投资', aliases: ['年度完成投资', '当年完成投资'], in: '万元', section: funds }),
    totalDone: money({
      label: '累计完成投资',
      aliases: ['累计完成', '开工以来累计完成'],
      in: '万元',
      section: funds,
      unindexed: true,
    }),
    central: money({ label: '中央预算内', aliases: ['中央预算内投资'], in: '万元', section: funds, unindexed: true }),
    bond: money({ label: '专项债券', aliases: ['专项债'], in: '万元', section: funds, unindexed: true }),
    ultraLong: money({ label: '超长期特别国债', aliases: ['超长期'], in: '万元', section: funds, unindexed: true }),
    countyFunds: money({
      label: '县级财政资金',
      aliases: ['县级资金', '县财政'],
      in: '万元',
      section: funds,
      unindexed: true,
    }),
    ownFunds: money({ label: '企业自筹', aliases: ['自筹', '自筹资金'], in: '万元', section: funds, unindexed: true }),
    otherFunds: money({ label: '其他资金', aliases: ['银行贷款及其他'], in: '万元', section: funds, unindexed: true }),
    arrived: money({
      label: '到位资金',
      aliases: ['资金到位', '累计到位资金'],
      in: '万元',
      section: funds,
      unindexed: true,
    }),
    paid: money({
      label: '已支付资金',
      aliases: ['资金支付', '累计支付'],
      in: '万元',
      help: '与完成投资对照看实物工作量；有差只请说明，不改数',
      section: funds,
      unindexed: true,
    }),

    land: area({ label: '用地面积', aliases: ['用地', '占地面积'], in: '亩', section: needs, unindexed: true }),
    landPaper: text({ label: '用地报批文号', aliases: ['用地批复文号', '用地手续'], section: needs, unindexed: true }),
    energyReview: choice({ label: '节能审查', aliases: ['能评'], choices: approval, section: needs, unindexed: true }),
    environmentReview: choice({
      label: '环境影响评价',
      aliases: ['环评'],
      choices: approval,
      section: needs,
      unindexed: true,
    }),
    permit: text({ label: '施工许可证号', aliases: ['施工许可', '施工许可证'], section: needs, unindexed: true }),

    startedOn: date({ label: '开工日期', aliases: ['实际开工时间', '开工时间', '开工日'], section: going }),
    startProof: choices({
      label: '开工依据',
      choices: startProofs,
      help: '三样有两样才认开工；开工仪式、平整场地不算',
      section: going,
      unindexed: true,
    }),
    finishedOn: date({ label: '竣工日期', aliases: ['实际竣工时间', '竣工时间'], section: going, unindexed: true }),
    producedOn: date({ label: '投产日期', aliases: ['投产时间', '投用时间'], section: going, unindexed: true }),
    progress: longText({
      label: '形象进度',
      aliases: ['工程进度', '进展情况', '目前进展'],
      section: going,
      unindexed: true,
    }),
    obstacle: longText({
      label: '卡点',
      aliases: ['存在问题', '需协调事项', '难点堵点'],
      section: going,
      unindexed: true,
    }),

    statistics: choice({
      label: '入统状态',
      aliases: ['纳统状态', '入库状态', '统计入库'],
      choices: ['不符合', '应统未统', '已报', '已入'],
      synonyms: { 已入: ['已入库', '已纳统'], 已报: ['已申报'], 不符合: ['不符合条件'] },
      help: '由统计部门确认后填写，系统不判断；500 万元以下不入投资统计',
      section: statistics,
    }),
    statisticsCode: text({ label: '入统代码', aliases: ['统计代码'], section: statistics, unindexed: true }),
    firstReport: month({ label: '首报年月', aliases: ['首报月', '入统年月'], section: statistics, unindexed: true }),

    papers: papers('项目资料'),
    remarks: remarks(),
  },
  title: 'name',
  search: ['name', 'code', 'owner'],
  unique: [['code']],
  match: [['code'], ['name']],
  ladder: projectLadder,
  audience: { units: ['township', 'park', 'department', 'leadUnit'], enterprise: 'enterprise' },
  columns: ['name', 'leadUnit', 'total', 'yearPlan', 'yearDone', 'statistics'],
  sort: 'updated',
  narrow: ['name', 'total', 'startedOn'],
  rollups: [{ id: 'started', month: 'startedOn', unit: 'township', sums: ['total', 'yearPlan', 'yearDone'] }],
  sums: ['total', 'yearPlan', 'yearDone', 'totalDone', 'arrived', 'paid', 'land'],
  map: 'position',
  keepers: ['Z02', 'S04'],
})
