import { defineLibrary } from '../define-library.ts'
import { boolean, choice, date, integer, money, percent, reference, text, unit } from '../kinds/index.ts'
import { remarks } from './parts.ts'

/**
 * 小额信贷台账. A household is a number here and nothing else: identity numbers, illness and bank accounts stay in the
 * systems of the departments (practice.md §4). Limits depend on the date of the loan and belong to rules: what was lent
 * is recorded as it is.
 */
export const microCredits = defineLibrary({
  id: 'micro-credits',
  table: 'micro_credit',
  name: '小额信贷台账',
  noun: '贷款',
  measure: '笔',
  purpose: '哪些户贷了、干什么用、谁在带、什么时候到期',
  group: '金融',
  fields: {
    number: text({ label: '借款编号', aliases: ['借据号', '合同编号'], longest: 60, required: true, section: '贷款' }),
    household: text({
      label: '户编号',
      aliases: ['农户编号'],
      longest: 40,
      required: true,
      help: '填防返贫系统里的户编号；姓名、身份证号、银行账号不进本系统',
      section: '农户',
    }),
    householdKind: choice({
      label: '户类型',
      aliases: ['监测类别', '农户类型'],
      choices: ['脱贫户', '脱贫不稳定户', '边缘易致贫户', '突发严重困难户'],
      synonyms: { 边缘易致贫户: ['边缘户'] },
      required: true,
      section: '农户',
    }),
    township: unit({ label: '乡镇', aliases: ['所在乡镇', '乡镇（街道）'], required: true, section: '农户' }),
    village: reference({ label: '村', aliases: ['行政村', '所在村'], to: 'villages', noun: '村', section: '农户' }),
    lender: reference({
      label: '放款银行',
      aliases: ['贷款银行', '经办银行'],
      to: 'institutions',
      noun: '机构',
      section: '贷款',
    }),
    amount: money({
      label: '贷款金额',
      aliases: ['放款金额', '借款金额'],
      in: '元',
      required: true,
      help: '到 2025 年底的办法规定每户不超过 5 万元、期限不超过 3 年（银保监发〔2021〕6号）；以后的口径待核实',
      section: '贷款',
    }),
    balance: money({ label: '贷款余额', aliases: ['余额'], in: '元', required: true, section: '贷款' }),
    purpose: choice({
      label: '用途',
      aliases: ['贷款用途', '借款用途'],
      choices: ['种植', '养殖', '农产品加工', '商贸服务', '乡村旅游', '其他生产经营'],
      section: '贷款',
    }),
    issuedOn: date({
      label: '放款日期',
      aliases: ['发放日期', '借款日期', '贷款日期'],
      required: true,
      section: '贷款',
    }),
    dueOn: date({ label: '到期日期', aliases: ['到期日'], required: true, section: '贷款' }),
    rate: percent({ label: '年利率', aliases: ['利率'], unindexed: true, section: '贷款' }),
    subsidy: money({ label: '累计贴息', aliases: ['贴息金额'], in: '元', unindexed: true, section: '贴息和补偿' }),
    compensation: money({
      label: '风险补偿金额',
      aliases: ['风险补偿'],
      in: '元',
      unindexed: true,
      section: '贴息和补偿',
    }),
    renewals: integer({ label: '续贷次数', aliases: ['续贷'], atLeast: 0, atMost: 20, section: '续展和到期' }),
    extensions: integer({ label: '展期次数', aliases: ['展期'], atLeast: 0, atMost: 20, section: '续展和到期' }),
    reminded60: date({ label: '到期前 60 天提醒日期', aliases: ['60天提醒'], unindexed: true, section: '续展和到期' }),
    reminded30: date({ label: '到期前 30 天提醒日期', aliases: ['30天提醒'], unindexed: true, section: '续展和到期' }),
    leadFarm: reference({
      label: '带动主体',
      aliases: ['带动企业', '带动合作社', '带动经营主体'],
      to: 'farms',
      noun: '经营主体',
      help: '主体停产、涉诉、欠薪时，据此提示到户',
      section: '带动和风险',
    }),
    usedByFirm: boolean({ label: '户贷企用', help: '存量要清零，不得新增', section: '带动和风险' }),
    state: choice({
      label: '贷款状态',
      aliases: ['状态'],
      choices: ['在贷', '已结清', '逾期', '已代偿'],
      synonyms: { 在贷: ['正常'], 已结清: ['结清', '已还清'] },
      required: true,
      section: '带动和风险',
    }),
    riskClass: choice({ label: '五级分类', choices: ['正常', '关注', '次级', '可疑', '损失'], section: '带动和风险' }),
    remarks: remarks(),
  },
  title: 'number',
  search: ['number', 'household'],
  unique: [['number']],
  audience: { units: ['township'] },
  columns: ['number', 'township', 'balance', 'dueOn', 'leadFarm', 'state'],
  sort: 'dueOn',
  narrow: ['dueOn', 'state', 'balance'],
  rollups: [
    { id: 'issued', month: 'issuedOn', unit: 'township', sums: ['amount', 'balance'] },
    { id: 'due', month: 'dueOn', unit: 'township', sums: ['balance'] },
  ],
  sums: ['amount', 'balance', 'subsidy', 'compensation'],
  keepers: ['Z15', 'C11'],
})
