import { defineLibrary } from '../define-library.ts'
import {
  boolean,
  choice,
  choices,
  creditCode,
  date,
  industry,
  money,
  percent,
  reference,
  text,
  unit,
} from '../kinds/index.ts'
import type { Ladder } from '../ladder.ts'
import { remarks } from './parts.ts'

const ladder: Ladder = {
  name: '担保办理',
  stages: [
    { id: 'applied', name: '受理', meaning: '材料收齐，已登记' },
    { id: 'reviewed', name: '评审', meaning: '尽职调查和评审会已做' },
    { id: 'active', name: '在保', meaning: '合同生效并已放款，仍有责任余额' },
    { id: 'released', name: '解保', meaning: '主债务结清，责任解除', final: true },
    { id: 'claimed', name: '代偿', meaning: '已履行代偿，进入追偿', exit: true },
    { id: 'refused', name: '未通过', exit: true, final: true },
  ],
  gates: [
    { to: 'reviewed', conditions: [{ id: 'inquiry', name: '尽职调查报告', needs: 'paper' }] },
    {
      to: 'active',
      conditions: [
        { id: 'contract', name: '担保合同和借款合同', needs: 'paper' },
        { id: 'start', name: '起保日期', needs: 'field', field: 'startOn' },
        {
          id: 'bank-share',
          name: '银行分担风险不低于 20%',
          needs: 'test',
          test: (v) => typeof v['bankShare'] === 'number' && v['bankShare'] >= 200_000,
          source: '国办发〔2019〕6号，条款待核实',
        },
        {
          id: 'reinsured',
          name: '再担保备案',
          needs: 'field',
          field: 'reinsuranceNumber',
          when: { field: 'product', in: ['政银担'] },
        },
      ],
    },
    { to: 'released', conditions: [{ id: 'settled', name: '结清证明', needs: 'paper' }] },
    {
      to: 'claimed',
      conditions: [
        { id: 'claim-notice', name: '代偿通知和代偿凭证', needs: 'paper' },
        { id: 'claimed-amount', name: '代偿金额', needs: 'field', field: 'claimedAmount' },
      ],
    },
  ],
  stalledAfter: { applied: 15, reviewed: 15 },
}

/**
 * 担保台账: one row a contract. A farmer or another natural person is written by the number of the household, never by
 * name or identity number.
 */
export const guarantees = defineLibrary({
  id: 'guarantees',
  table: 'guarantee',
  name: '担保台账',
  noun: '担保业务',
  measure: '笔',
  purpose: '保了谁、还有多少责任、何时到期、谁来分担',
  group: '金融',
  fields: {
    number: text({
      label: '担保合同编号',
      aliases: ['合同编号', '合同号'],
      longest: 60,
      required: true,
      section: '业务',
    }),
    borrower: text({
      label: '被担保人',
      aliases: ['借款人', '企业名称'],
      required: true,
      help: '自然人填户编号，不填姓名和身份证号',
      section: '业务',
    }),
    borrowerCode: creditCode({ label: '被担保人信用代码', aliases: ['统一社会信用代码', '信用代码'], section: '业务' }),
    borrowerKind: choice({
      label: '被担保人类型',
      aliases: ['客户类型'],
      choices: ['小微企业', '中型企业', '个体工商户', '农户', '新型农业经营主体', '其他'],
      required: true,
      section: '业务',
    }),
    enterprise: reference({ label: '对应企业', to: 'enterprises', noun: '企业', section: '业务' }),
    relatedGroup: text({
      label: '关联方（集团）',
      aliases: ['关联方'],
      help: '同一被担保人连同关联方不超过净资产的 15%，据此合并计算',
      section: '业务',
    }),
    industry: industry({ label: '行业', section: '业务' }),
    township: unit({ label: '所在乡镇', aliases: ['乡镇'], section: '业务' }),
    guarantor: reference({
      label: '担保机构',
      aliases: ['担保公司'],
      to: 'institutions',
      noun: '机构',
      section: '业务',
    }),
    lender: reference({
      label: '贷款银行',
      aliases: ['合作银行', '放款银行'],
      to: 'institutions',
      noun: '机构',
      section: '业务',
    }),
    product: choice({
      label: '担保品种',
      aliases: ['业务品种'],
      choices: ['直保', '批量担保', '政银担', '其他'],
      section: '业务',
    }),
    amount: money({
      label: '担保金额',
      aliases: ['合同金额', '贷款金额'],
      in: '万元',
      required: true,
      section: '金额和期限',
    }),
    outstanding: money({
      label: '责任余额',
      aliases: ['在保余额', '担保余额'],
      in: '万元',
      required: true,
      section: '金额和期限',
    }),
    feeRate: percent({ label: '年担保费率', aliases: ['担保费率', '费率'], section: '金额和期限' }),
    startOn: date({ label: '起保日期', aliases: ['放款日期', '起始日', '担保起始日'], section: '金额和期限' }),
    dueOn: date({ label: '到期日期', aliases: ['到期日', '担保到期日'], section: '金额和期限' }),
    counterSecurities: choices({
      label: '反担保措施',
      aliases: ['反担保'],
      choices: ['无', '保证', '房产抵押', '土地抵押', '设备抵押', '股权质押', '应收账款质押', '农地经营权抵押', '其他'],
      section: '分担',
    }),
    bankShare: percent({
      label: '银行分担比例',
      aliases: ['银行分险比例'],
      atLeast: 0,
      unindexed: true,
      section: '分担',
    }),
    reinsured: boolean({ label: '已纳入再担保', aliases: ['再担保'], section: '分担' }),
    reinsuranceNumber: text({ label: '再担保备案号', longest: 60, unindexed: true, section: '分担' }),
    riskClass: choice({
      label: '五级分类',
      aliases: ['风险分类'],
      choices: ['正常', '关注', '次级', '可疑', '损失'],
      section: '代偿和追偿',
    }),
    claimedAmount: money({ label: '代偿金额', aliases: ['代偿额'], in: '万元', section: '代偿和追偿' }),
    claimedOn: date({ label: '代偿日期', unindexed: true, section: '代偿和追偿' }),
    recovered: money({
      label: '已追回金额',
      aliases: ['追偿金额', '追回金额'],
      in: '万元',
      unindexed: true,
      section: '代偿和追偿',
    }),
    remarks: remarks(),
  },
  title: 'borrower',
  search: ['borrower', 'number', 'relatedGroup'],
  unique: [['number']],
  ladder,
  // A contract is the finance office's and its borrower's: the township only says where the borrower is.
  audience: { units: [], enterprise: 'enterprise' },
  columns: ['borrower', 'borrowerKind', 'lender', 'outstanding', 'dueOn', 'riskClass'],
  sort: 'dueOn',
  narrow: ['dueOn', 'outstanding'],
  rollups: [{ id: 'started', month: 'startOn', unit: 'township', sums: ['amount', 'outstanding'] }],
  sums: ['amount', 'outstanding', 'claimedAmount', 'recovered'],
  keepers: ['Q02', 'S01'],
})
