import { defineLibrary } from '../define-library.ts'
import {
  choice,
  choices,
  computed,
  date,
  industry,
  leader,
  longText,
  money,
  percent,
  person,
  phone,
  reference,
  text,
  unit,
  year,
} from '../kinds/index.ts'
import { figureOf, shareOf } from './arithmetic.ts'
import type { Ladder } from '../ladder.ts'

const registration = '首次公开发行股票注册管理办法，条款待核实'

const ladder: Ladder = {
  name: '上市进程',
  stages: [
    { id: 'nurture', name: '培育', meaning: '已入后备库，中介尚未进场或正在规范' },
    { id: 'reform', name: '股改', meaning: '已变更为股份有限公司' },
    { id: 'tutoring', name: '辅导', meaning: '已在证监局办理辅导备案' },
    { id: 'filed', name: '申报', meaning: '交易所已受理' },
    { id: 'approved', name: '过会（注册）', meaning: '审核通过并取得注册批文' },
    { id: 'listed', name: '上市', meaning: '股票已挂牌交易', final: true },
    { id: 'paused', name: '暂缓', meaning: '企业或市场原因暂停推进', exit: true },
    { id: 'ended', name: '终止', meaning: '撤回申报或退出后备库', exit: true, final: true },
  ],
  gates: [
    {
      to: 'reform',
      conditions: [
        { id: 'reform-day', name: '股改完成日期', needs: 'field', field: 'reformedOn' },
        { id: 'licence', name: '变更为股份有限公司的营业执照', needs: 'paper' },
        { id: 'audit', name: '审计报告和资产评估报告', needs: 'paper' },
      ],
    },
    {
      to: 'tutoring',
      conditions: [
        { id: 'sponsor', name: '保荐机构（券商）', needs: 'field', field: 'broker' },
        { id: 'filing', name: '证监局辅导备案通知', needs: 'paper', source: registration },
        { id: 'tutoring-day', name: '辅导备案日期', needs: 'field', field: 'tutoredOn' },
      ],
    },
    {
      to: 'filed',
      conditions: [
        { id: 'acceptance', name: '交易所受理通知', needs: 'paper', source: registration },
        { id: 'accepted-day', name: '受理日期', needs: 'field', field: 'acceptedOn' },
        { id: 'certificates', name: '县级部门合规证明', needs: 'paper' },
      ],
    },
    {
      to: 'approved',
      conditions: [
        { id: 'registration', name: '注册批复', needs: 'paper', source: registration },
        { id: 'approved-day', name: '注册日期', needs: 'field', field: 'approvedOn' },
      ],
    },
    { to: 'listed', conditions: [{ id: 'listed-day', name: '上市日期', needs: 'field', field: 'listedOn' }] },
  ],
  stalledAfter: { nurture: 365, reform: 365, tutoring: 365, filed: 270 },
}

/** 上市后备库. Whether a firm meets a board's standard is a rule's answer; here stand the figures that it is given. */
export const listingCandidates = defineLibrary({
  id: 'listing-candidates',
  table: 'listing_candidate',
  name: '上市后备库',
  noun: '后备企业',
  measure: '家',
  purpose: '哪些企业想上市、走到哪一步、还差县里开什么证明',
  group: '金融',
  fields: {
    name: text({ label: '企业名称', aliases: ['公司名称', '后备企业'], required: true, section: '基本情况' }),
    enterprise: reference({
      label: '企业库企业',
      // A firm is told by its code: names change, and are written in many ways.
      aliases: ['统一社会信用代码', '信用代码', '社会信用代码'],
      to: 'enterprises',
      noun: '企业',
      section: '基本情况',
    }),
    industry: industry({ label: '行业', section: '基本情况' }),
    township: unit({ label: '所在乡镇（园区）', aliases: ['所在乡镇'], section: '基本情况' }),
    board: choice({
      label: '目标板块',
      aliases: ['拟上市板块', '板块'],
      choices: ['北交所', '科创板', '创业板', '沪深主板', '新三板', '境外', '未定'],
      required: true,
      section: '基本情况',
    }),
    tier: choice({ label: '分层', choices: ['上市后备层', '新三板后备层', '基础层'], section: '基本情况' }),
    registers: choices({
      label: '在哪级库',
      choices: ['县级', '市级', '省级'],
      help: '全年入库目标是按县库还是省库计，以交办时写明的为准',
      section: '基本情况',
    }),
    enteredOn: date({ label: '入库日期', aliases: ['入库时间'], required: true, section: '基本情况' }),
    plannedYear: year({ label: '计划申报年份', aliases: ['计划申报时间'], section: '基本情况' }),
    revenue: money({ label: '上年营业收入', aliases: ['营业收入'], in: '万元', section: '上年财务' }),
    profit: money({
      label: '上年净利润',
      aliases: ['净利润'],
      in: '万元',
      signed: true,
      help: '填扣除非经常性损益前后孰低的数',
      section: '上年财务',
    }),
    profitBefore: money({ label: '前年净利润', in: '万元', signed: true, unindexed: true, section: '上年财务' }),
    netAssets: money({ label: '净资产', in: '万元', signed: true, unindexed: true, section: '上年财务' }),
    research: money({ label: '上年研发投入', aliases: ['研发投入'], in: '万元', unindexed: true, section: '上年财务' }),
    researchShare: computed(percent({ label: '研发占营收比', section: '上年财务' }), (v) =>
      shareOf(figureOf(v, 'research'), figureOf(v, 'revenue')),
    ),
    equityRaised: money({ label: '累计股权融资', in: '万元', unindexed: true, section: '上年财务' }),
    broker: text({ label: '保荐机构（券商）', aliases: ['券商'], unindexed: true, section: '中介和节点' }),
    lawyers: text({ label: '律师事务所', aliases: ['律所'], unindexed: true, section: '中介和节点' }),
    accountants: text({ label: '会计师事务所', aliases: ['会所'], unindexed: true, section: '中介和节点' }),
    reformedOn: date({ label: '股改完成日期', aliases: ['股改日'], section: '中介和节点' }),
    tutoredOn: date({ label: '辅导备案日期', unindexed: true, section: '中介和节点' }),
    acceptedOn: date({ label: '受理日期', unindexed: true, section: '中介和节点' }),
    approvedOn: date({ label: '注册日期', unindexed: true, section: '中介和节点' }),
    listedOn: date({ label: '上市日期', unindexed: true, section: '中介和节点' }),
    flaws: choices({
      label: '待规范问题',
      aliases: ['瑕疵'],
      choices: [
        '无',
        '历史沿革',
        '土地',
        '房产',
        '社保公积金',
        '税务',
        '环保',
        '安全生产',
        '诉讼',
        '同业竞争和关联交易',
      ],
      section: '规范和服务',
    }),
    flawText: longText({ label: '问题说明和整改措施', section: '规范和服务' }),
    certificates: choices({
      label: '需县里开的合规证明',
      aliases: ['需开证明'],
      choices: ['市场监管', '税务', '自然资源', '住建', '人社', '公积金', '生态环境', '应急', '消防', '法院'],
      section: '规范和服务',
    }),
    certificatesGiven: choices({
      label: '已开的证明',
      choices: ['市场监管', '税务', '自然资源', '住建', '人社', '公积金', '生态环境', '应急', '消防', '法院'],
      section: '规范和服务',
    }),
    leader: leader({ label: '包联县领导', section: '规范和服务' }),
    serviceUnit: unit({ label: '服务单位', aliases: ['牵头服务单位'], section: '规范和服务' }),
    contact: person({ label: '企业联系人', section: '联系' }),
    contactPhone: phone({ label: '联系电话', section: '联系' }),
  },
  title: 'name',
  search: ['name', 'broker'],
  unique: [['name'], ['enterprise']],
  match: [['enterprise'], ['name']],
  ladder,
  audience: { units: ['township', 'serviceUnit'], enterprise: 'enterprise' },
  columns: ['name', 'board', 'tier', 'plannedYear', 'profit', 'leader'],
  sort: 'name',
  narrow: ['name', 'plannedYear'],
  sums: ['revenue', 'profit', 'research'],
  keepers: ['S01'],
})
