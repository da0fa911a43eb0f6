import { choice, date, longText, money, text, unit } from '../kinds/index.ts'
import { defineLibrary } from '../define-library.ts'
import { papers, remarks } from './parts.ts'

const clause = '条款'
const valid = '效力'
const pay = '兑现'

/** 政策条款库: every promise to firms by its number and article, whether it is still in force, and who pays. */
export const policyClauses = defineLibrary({
  id: 'policy-clauses',
  table: 'policy_clause',
  name: '政策条款库',
  noun: '条款',
  measure: '条',
  purpose: '一条政策一条记录：有没有细则、怎么兑、找谁、钱从哪来、还有没有效',
  group: '企业与产业',
  fields: {
    code: text({ label: '条款编号', aliases: ['编号', '序号'], section: clause }),
    name: text({ label: '条款名称', aliases: ['条款', '政策条款', '名称'], required: true, section: clause }),
    policy: text({ label: '政策文件', aliases: ['文件名称', '政策名称'], section: clause }),
    document: text({ label: '文号', aliases: ['发文字号'], section: clause }),
    article: text({ label: '条号', aliases: ['第几条'], section: clause, unindexed: true }),
    wording: longText({ label: '条款原文', aliases: ['原文', '政策内容'], section: clause, unindexed: true }),
    level: choice({
      label: '政策层级',
      aliases: ['级别', '层级'],
      choices: ['国家', '省', '市', '县'],
      help: '“60 条”里有上级条款，谁定的谁解释',
      section: clause,
    }),
    theme: choice({
      label: '政策类别',
      aliases: ['类别'],
      choices: ['降本减负', '金融支持', '科技创新', '扩大投资', '促进消费', '稳岗用工', '要素保障', '市场开拓'],
      section: clause,
    }),
    department: unit({ label: '主管部门', aliases: ['牵头部门', '责任单位'], section: clause }),

    validFrom: date({ label: '施行日期', aliases: ['施行日'], section: valid }),
    validUntil: date({ label: '失效日期', aliases: ['有效期至', '失效日'], section: valid }),
    standing: choice({
      label: '清理情况',
      aliases: ['是否清理', '清理状态'],
      choices: ['继续有效', '正在清理', '停止执行', '已失效'],
      section: valid,
    }),
    fairness: choice({
      label: '公平竞争审查',
      choices: ['未审查', '已通过', '须修改', '不涉及'],
      help: '没审查过的涉企条款不新增兑现',
      section: valid,
    }),

    manner: choice({
      label: '兑现方式',
      choices: ['免申即享', '即申即享', '申报审核'],
      section: pay,
    }),
    object: longText({ label: '适用对象', aliases: ['对象', '对象规则'], section: pay, unindexed: true }),
    standard: longText({ label: '兑现标准', aliases: ['标准'], section: pay, unindexed: true }),
    ceiling: money({ label: '单户上限', aliases: ['最高金额'], in: '万元', section: pay, unindexed: true }),
    source: text({ label: '资金渠道', aliases: ['资金来源'], section: pay, unindexed: true }),
    budget: money({ label: '年度预算', aliases: ['预算'], in: '万元', section: pay }),
    opens: date({ label: '申报开始', aliases: ['申报窗口起'], section: pay, unindexed: true }),
    closes: date({ label: '申报截止', aliases: ['申报窗口止'], section: pay }),
    papers: papers('文件与细则'),
    remarks: remarks(),
  },
  title: 'name',
  search: ['name', 'code', 'policy', 'document'],
  unique: [['code']],
  match: [['code'], ['name']],
  ladder: {
    name: '落地进度',
    stages: [
      { id: 'issued', name: '已出台', meaning: '条款已印发，细则还没有' },
      { id: 'detailed', name: '有细则', meaning: '申报口、标准、流程都明确' },
      { id: 'open', name: '可申报', meaning: '申报口已开或系统已能自动比对' },
      { id: 'paid', name: '已兑现', meaning: '至少一户到账', final: true },
      { id: 'ended', name: '停止执行', meaning: '到期或清理，须写依据和批准人', exit: true, final: true },
    ],
    gates: [
      {
        to: 'detailed',
        conditions: [
          { id: 'rules', name: '实施细则或申报指南', needs: 'paper', source: '县惠企政策兑现办法（待核实）' },
          {
            id: 'fairness',
            name: '公平竞争审查通过或不涉及',
            needs: 'test',
            test: (v) => v['fairness'] === '已通过' || v['fairness'] === '不涉及',
            source: '《公平竞争审查条例》（待核实）',
          },
        ],
      },
      {
        to: 'open',
        conditions: [
          { id: 'manner', name: '兑现方式', needs: 'field', field: 'manner' },
          { id: 'source', name: '资金渠道', needs: 'field', field: 'source' },
        ],
      },
      { to: 'paid', conditions: [{ id: 'arrived', name: '到账记录', needs: 'paper', source: '“已兑现”只认到账' }] },
    ],
    stalledAfter: { issued: 60, detailed: 60, open: 180 },
  },
  audience: { units: ['department'], open: true },
  columns: ['name', 'level', 'department', 'manner', 'standing', 'closes'],
  sort: 'code',
  narrow: ['name', 'closes'],
  sums: ['budget'],
  keepers: ['Z02'],
})
