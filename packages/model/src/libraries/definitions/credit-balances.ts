import { defineLibrary } from '../define-library.ts'
import { computed, date, integer, money, month, percent, reference, unit } from '../kinds/index.ts'
import { differenceOf, figureOf, growthOf, shareOf } from './arithmetic.ts'
import { remarks } from './parts.ts'

/**
 * 信贷台账: one row a bank and month, as the supervision office hands it over. The county never asks banks for it firm by
 * firm (practice.md §6.1). Last year's balance is kept beside this year's because the base gets revised.
 */
export const creditBalances = defineLibrary({
  id: 'credit-balances',
  table: 'credit_balance',
  name: '信贷台账',
  noun: '月度数',
  measure: '条',
  purpose: '各家机构每月存贷款多少、投向哪里，剔除票据看实数',
  group: '金融',
  fields: {
    institution: reference({
      label: '金融机构',
      aliases: ['机构名称', '银行名称', '机构', '银行'],
      to: 'institutions',
      noun: '机构',
      required: true,
      section: '期别',
    }),
    month: month({ label: '月份', aliases: ['所属期', '期别'], required: true, section: '期别' }),
    deposits: money({ label: '存款余额', aliases: ['各项存款余额', '各项存款'], in: '万元', section: '余额' }),
    loans: money({
      label: '贷款余额',
      aliases: ['各项贷款余额', '各项贷款'],
      in: '万元',
      required: true,
      section: '余额',
    }),
    loansYearStart: money({
      label: '年初贷款余额',
      aliases: ['年初余额', '年初贷款'],
      in: '万元',
      unindexed: true,
      section: '余额',
    }),
    loansLastYear: money({
      label: '上年同期贷款余额',
      aliases: ['上年同期余额', '去年同期'],
      in: '万元',
      unindexed: true,
      help: '按本期公布的修订后基数填，同比据此计算',
      section: '余额',
    }),
    added: computed(money({ label: '比年初新增', in: '万元', signed: true, section: '余额' }), (v) =>
      differenceOf(v, 'loans', 'loansYearStart'),
    ),
    yearOnYear: computed(percent({ label: '同比增速', section: '余额' }), (v) => growthOf(v, 'loans', 'loansLastYear')),
    bills: money({
      label: '其中票据融资',
      aliases: ['票据融资余额', '票据'],
      in: '万元',
      unindexed: true,
      section: '成色',
    }),
    loansWithoutBills: computed(money({ label: '剔除票据贷款余额', in: '万元', section: '成色' }), (v) =>
      figureOf(v, 'bills') === null ? null : differenceOf(v, 'loans', 'bills'),
    ),
    monthAverage: money({
      label: '月均贷款余额',
      aliases: ['月均余额', '日均余额'],
      in: '万元',
      help: '和月末余额对照，能看出月末冲量',
      section: '成色',
    }),
    manufacturing: money({ label: '制造业贷款余额', aliases: ['制造业贷款', '制造业'], in: '万元', section: '投向' }),
    agricultural: money({ label: '涉农贷款余额', aliases: ['涉农贷款', '涉农'], in: '万元', section: '投向' }),
    inclusiveSmall: money({
      label: '普惠小微贷款余额',
      aliases: ['普惠小微', '普惠小微贷款'],
      in: '万元',
      section: '投向',
    }),
    inclusiveFarm: money({
      label: '普惠型涉农贷款余额',
      aliases: ['普惠涉农'],
      in: '万元',
      unindexed: true,
      section: '投向',
    }),
    firstBorrowers: integer({
      label: '本年首贷户数',
      aliases: ['首贷户数'],
      atLeast: 0,
      unindexed: true,
      section: '投向',
    }),
    renewed: money({ label: '本年续贷金额', aliases: ['续贷金额'], in: '万元', unindexed: true, section: '投向' }),
    bad: money({ label: '不良贷款余额', aliases: ['不良余额', '不良贷款'], in: '万元', section: '质量' }),
    badShare: computed(percent({ label: '不良率', section: '质量' }), (v) =>
      shareOf(figureOf(v, 'bad'), figureOf(v, 'loans')),
    ),
    loanDepositRatio: computed(percent({ label: '存贷比', section: '质量' }), (v) =>
      shareOf(figureOf(v, 'loans'), figureOf(v, 'deposits')),
    ),
    supplier: unit({ label: '供数单位', help: '金融监管支局或人行市分行，不向银行逐户要表', section: '来源' }),
    suppliedOn: date({ label: '供数日期', section: '来源' }),
    remarks: remarks(),
  },
  title: 'institution',
  search: [],
  unique: [['institution', 'month']],
  audience: { units: ['supplier'] },
  columns: ['institution', 'month', 'loans', 'added', 'yearOnYear', 'badShare'],
  sort: '-month',
  narrow: ['month'],
  // By month: each supplier stands for the whole of its banks, so that the county's balance of a month is one read.
  rollups: [
    {
      id: 'balance',
      month: 'month',
      unit: 'supplier',
      sums: [
        'deposits',
        'loans',
        'added',
        'loansWithoutBills',
        'manufacturing',
        'agricultural',
        'inclusiveSmall',
        'bad',
      ],
    },
  ],
  sums: ['deposits', 'loans', 'added', 'bills', 'manufacturing', 'agricultural', 'inclusiveSmall', 'bad'],
  keepers: ['S01', 'C03'],
})
