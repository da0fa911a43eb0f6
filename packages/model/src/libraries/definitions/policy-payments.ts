import { choice, computed, date, integer, money, reference, text, unit, year } from '../kinds/index.ts'
import { defineLibrary } from '../define-library.ts'
import { daysOf } from './arithmetic.ts'
import { papers, remarks } from './parts.ts'

const item = '兑现事项'
const amount = '核定与公示'
const pay = '拨付与到账'

/** 兑现台账: a promise is kept when the money is on the firm's account, not before. */
export const policyPayments = defineLibrary({
  id: 'policy-payments',
  table: 'policy_payment',
  name: '兑现台账',
  noun: '兑现',
  measure: '笔',
  purpose: '哪户企业、哪一条、核了多少、哪天到账，超期的看得见',
  group: '企业与产业',
  fields: {
    number: text({ label: '兑现编号', aliases: ['编号'], section: item }),
    name: text({ label: '兑现事项', aliases: ['事项', '名称'], required: true, section: item }),
    clause: reference({
      label: '政策条款',
      aliases: ['条款'],
      to: 'policy-clauses',
      noun: '条款',
      required: true,
      section: item,
    }),
    enterprise: reference({
      label: '企业',
      aliases: ['企业名称', '申报企业'],
      to: 'enterprises',
      noun: '企业',
      required: true,
      section: item,
    }),
    township: unit({ label: '所属乡镇', aliases: ['乡镇'], section: item }),
    department: unit({ label: '审核部门', aliases: ['主管部门'], section: item }),
    year: year({ label: '兑现年度', aliases: ['年度'], section: item }),
    appliedOn: date({ label: '申报日期', aliases: ['申报时间'], help: '免申即享的填比对日期', section: item }),
    asked: money({ label: '申报金额', in: '万元', section: amount, unindexed: true }),
    approved: money({ label: '核定金额', aliases: ['核定额', '审定金额'], in: '万元', section: amount }),
    overlap: choice({
      label: '叠加情况',
      aliases: ['冲突叠加'],
      choices: ['没有', '允许叠加', '从高不重复'],
      section: amount,
      unindexed: true,
    }),
    publicFrom: date({ label: '公示开始', aliases: ['公示日期'], section: amount, unindexed: true }),
    publicUntil: date({ label: '公示结束', section: amount, unindexed: true }),
    dueOn: date({ label: '应到账日', aliases: ['兑现期限', '应兑现日期'], section: pay }),
    paidOn: date({ label: '拨付日', aliases: ['拨付日期', '拨付时间'], section: pay }),
    voucher: text({ label: '拨付凭证号', aliases: ['凭证号'], section: pay, unindexed: true }),
    paid: money({ label: '拨付金额', in: '万元', section: pay, unindexed: true }),
    arrivedOn: date({ label: '到账确认日', aliases: ['到账日期', '企业确认日期'], section: pay }),
    late: computed(integer({ label: '超期天数', help: '到账确认日减应到账日，按期的为零', section: pay }), (v) => {
      const days = daysOf(v, 'dueOn', 'arrivedOn')
      return days === null ? null : Math.max(days, 0)
    }),
    papers: papers('凭证与公示'),
    remarks: remarks(),
  },
  title: 'name',
  search: ['name', 'number'],
  unique: [['number']],
  match: [['number'], ['clause', 'enterprise', 'year']],
  ladder: {
    name: '兑现进度',
    stages: [
      { id: 'applied', name: '已申报', meaning: '企业已申报，或系统已比对出对象' },
      { id: 'approved', name: '已核定', meaning: '审核部门核定了金额' },
      { id: 'published', name: '已公示', meaning: '公示期满没有异议' },
      { id: 'transferred', name: '已拨付', meaning: '财政已拨出，有凭证' },
      { id: 'arrived', name: '已到账', meaning: '企业确认收到', final: true },
      { id: 'refused', name: '不予兑现', meaning: '不符合条件，须写理由和批准人', exit: true, final: true },
    ],
    gates: [
      { to: 'approved', conditions: [{ id: 'approved', name: '核定金额', needs: 'field', field: 'approved' }] },
      {
        to: 'published',
        conditions: [{ id: 'notice', name: '公示材料', needs: 'paper', source: '县惠企政策兑现办法（待核实）' }],
      },
      {
        to: 'transferred',
        conditions: [
          { id: 'paid-on', name: '拨付日', needs: 'field', field: 'paidOn' },
          { id: 'voucher', name: '拨付凭证号', needs: 'field', field: 'voucher' },
        ],
      },
      {
        to: 'arrived',
        conditions: [
          { id: 'arrived-on', name: '到账确认日', needs: 'field', field: 'arrivedOn', source: '“已兑现”只认到账' },
        ],
      },
    ],
    stalledAfter: { applied: 20, approved: 15, published: 30, transferred: 15 },
  },
  audience: { units: ['township', 'department'], enterprise: 'enterprise' },
  columns: ['name', 'department', 'approved', 'dueOn', 'arrivedOn', 'late'],
  sort: 'updated',
  narrow: ['dueOn', 'approved', 'arrivedOn'],
  rollups: [{ id: 'paid', month: 'paidOn', unit: 'department', sums: ['approved', 'paid'] }],
  sums: ['asked', 'approved', 'paid'],
  keepers: ['Z09', 'Z02'],
})
