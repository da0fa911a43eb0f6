import { defineLibrary } from '../define-library.ts'
import { choice, computed, creditCode, date, integer, money, percent, reference, text, unit } from '../kinds/index.ts'
import type { Ladder } from '../ladder.ts'
import { daysOf, sumOf } from './arithmetic.ts'
import { remarks } from './parts.ts'

const bridge = { field: 'kind', in: ['续贷过桥'] }
const shared = { field: 'kind', in: ['政银担', '政保贷', '保证保险'] }
const farmland = { field: 'kind', in: ['经营权抵押'] }
const landLaw = '农村土地承包法（2018）第四十七条'

const ladder: Ladder = {
  name: '业务办理',
  stages: [
    { id: 'applied', name: '受理', meaning: '材料已收' },
    { id: 'approved', name: '审批', meaning: '审批同意，待放款' },
    { id: 'running', name: '在用', meaning: '资金已放出，尚未收回' },
    { id: 'settled', name: '结清', meaning: '本息或过桥资金已收回', final: true },
    { id: 'claimed', name: '代偿（赔付）', meaning: '已发生代偿或赔付，在追偿', exit: true },
    { id: 'refused', name: '未办成', exit: true, final: true },
  ],
  gates: [
    {
      to: 'approved',
      conditions: [
        {
          id: 'promise',
          name: '银行同意续贷的书面承诺',
          needs: 'paper',
          when: bridge,
          source: '县转贷资金管理办法，文号待补',
        },
        {
          id: 'within-promise',
          name: '过桥金额不超过银行承诺续贷额',
          needs: 'test',
          test: (v) => Number(v['amount'] ?? Infinity) <= Number(v['promised'] ?? 0),
          when: bridge,
          source: '具体比例和单户上限以县办法为准，待核实',
        },
        {
          id: 'shares',
          name: '各方分担比例合计 100%',
          needs: 'test',
          test: (v) => v['sharesTotal'] === 1_000_000,
          when: shared,
          source: '合作协议',
        },
        { id: 'consent', name: '承包方书面同意并向发包方备案', needs: 'paper', when: farmland, source: landLaw },
      ],
    },
    {
      to: 'running',
      conditions: [
        { id: 'used', name: '放款日期', needs: 'field', field: 'usedOn' },
        { id: 'contract', name: '借款（担保、保险）合同', needs: 'paper' },
        { id: 'registered', name: '经营权抵押登记', needs: 'paper', when: farmland, source: landLaw },
      ],
    },
    { to: 'settled', conditions: [{ id: 'repaid', name: '归还日期', needs: 'field', field: 'repaidOn' }] },
    {
      to: 'claimed',
      conditions: [
        { id: 'claimed-amount', name: '代偿（赔付）金额', needs: 'field', field: 'claimed' },
        { id: 'voucher', name: '代偿（赔付）凭证', needs: 'paper' },
      ],
    },
  ],
  stalledAfter: { applied: 5, approved: 5, running: 30 },
}

/**
 * 转贷、政银担、政保贷业务台账, one row a piece of business. 经营权抵押 is watched only: no quota is set for it
 * (银发〔2016〕79号).
 */
export const riskSharingLoans = defineLibrary({
  id: 'risk-sharing-loans',
  table: 'risk_sharing_loan',
  name: '转贷和风险分担业务台账',
  noun: '业务',
  measure: '笔',
  purpose: '过桥资金转了几圈、政银担和政保贷做了多少、各方怎么分担',
  group: '金融',
  fields: {
    number: text({ label: '业务编号', aliases: ['编号', '合同编号'], longest: 60, required: true, section: '业务' }),
    kind: choice({
      label: '业务种类',
      aliases: ['业务类型'],
      choices: ['续贷过桥', '政银担', '政保贷', '保证保险', '经营权抵押'],
      synonyms: { 续贷过桥: ['转贷', '过桥', '续贷'], 保证保险: ['农业小额贷款保证保险'] },
      required: true,
      section: '业务',
    }),
    borrower: text({
      label: '借款人',
      aliases: ['企业名称', '借款企业'],
      required: true,
      help: '自然人填户编号，不填姓名和身份证号',
      section: '业务',
    }),
    borrowerCode: creditCode({ label: '借款人信用代码', aliases: ['统一社会信用代码'], section: '业务' }),
    borrowerKind: choice({
      label: '借款人类型',
      choices: ['小微企业', '中型企业', '个体工商户', '农户', '新型农业经营主体'],
      section: '业务',
    }),
    enterprise: reference({ label: '对应企业', to: 'enterprises', noun: '企业', section: '业务' }),
    farm: reference({ label: '对应经营主体', to: 'farms', noun: '经营主体', section: '业务' }),
    township: unit({ label: '所在乡镇', aliases: ['乡镇'], section: '业务' }),
    lender: reference({
      label: '贷款银行',
      aliases: ['银行', '经办银行'],
      to: 'institutions',
      noun: '机构',
      section: '各方',
    }),
    guarantor: reference({
      label: '担保机构',
      aliases: ['担保公司'],
      to: 'institutions',
      noun: '机构',
      section: '各方',
    }),
    insurer: reference({ label: '保险公司', to: 'institutions', noun: '机构', section: '各方' }),
    loan: money({ label: '贷款金额', in: '万元', section: '金额' }),
    promised: money({
      label: '银行承诺续贷金额',
      aliases: ['承诺续贷额'],
      in: '万元',
      unindexed: true,
      section: '金额',
    }),
    amount: money({
      label: '业务金额',
      aliases: ['过桥金额', '担保金额', '保险金额', '金额'],
      in: '万元',
      required: true,
      section: '金额',
    }),
    outstanding: money({ label: '未收回余额', aliases: ['在用余额', '余额'], in: '万元', section: '金额' }),
    fee: money({ label: '收取费用', aliases: ['费用', '保费', '担保费'], in: '元', unindexed: true, section: '金额' }),
    usedOn: date({ label: '放款日期', aliases: ['使用日期'], section: '期限' }),
    dueOn: date({ label: '到期日期', aliases: ['应还日期'], section: '期限' }),
    repaidOn: date({ label: '归还日期', aliases: ['结清日期'], section: '期限' }),
    days: computed(integer({ label: '使用天数', unindexed: true, section: '期限' }), (v) =>
      daysOf(v, 'usedOn', 'repaidOn'),
    ),
    guarantorShare: percent({ label: '担保机构分担', atLeast: 0, unindexed: true, section: '风险分担' }),
    reinsurerShare: percent({ label: '再担保分担', atLeast: 0, unindexed: true, section: '风险分担' }),
    bankShare: percent({ label: '银行分担', atLeast: 0, unindexed: true, section: '风险分担' }),
    insurerShare: percent({ label: '保险分担', atLeast: 0, unindexed: true, section: '风险分担' }),
    governmentShare: percent({ label: '政府分担', atLeast: 0, unindexed: true, section: '风险分担' }),
    sharesTotal: computed(percent({ label: '分担合计', unindexed: true, section: '风险分担' }), (v) =>
      sumOf(v, ['guarantorShare', 'reinsurerShare', 'bankShare', 'insurerShare', 'governmentShare']),
    ),
    claimed: money({ label: '代偿（赔付）金额', aliases: ['代偿金额', '赔付金额'], in: '万元', section: '风险分担' }),
    recovered: money({ label: '追回金额', in: '万元', unindexed: true, section: '风险分担' }),
    basis: text({ label: '办法文号', aliases: ['依据文号'], unindexed: true, section: '依据' }),
    remarks: remarks(),
  },
  title: 'number',
  search: ['number', 'borrower'],
  unique: [['number']],
  ladder,
  // A contract is the finance office's and its borrower's: the township only says where the borrower is.
  audience: { units: [], enterprise: 'enterprise' },
  columns: ['number', 'kind', 'borrower', 'amount', 'outstanding', 'dueOn'],
  sort: '-usedOn',
  narrow: ['usedOn', 'dueOn'],
  rollups: [{ id: 'used', month: 'usedOn', unit: 'township', sums: ['amount', 'outstanding', 'claimed'] }],
  sums: ['loan', 'amount', 'outstanding', 'fee', 'claimed', 'recovered'],
  keepers: ['S01', 'Z09', 'Q02'],
})
