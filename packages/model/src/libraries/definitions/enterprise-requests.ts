import { choice, computed, date, integer, leader, longText, person, reference, text, unit } from '../kinds/index.ts'
import { defineLibrary } from '../define-library.ts'
import { daysOf } from './arithmetic.ts'
import { papers, remarks } from './parts.ts'

const request = '诉求'
const handle = '办理'
const confirm = '企业确认'

/** 诉求库 (包联工单): the firm closes its own request, nobody closes it for them. */
export const enterpriseRequests = defineLibrary({
  id: 'enterprise-requests',
  table: 'enterprise_request',
  name: '企业诉求库',
  noun: '诉求',
  measure: '件',
  purpose: '企业提的每件事谁在办、何时办好、企业认不认',
  group: '企业与产业',
  fields: {
    number: text({ label: '诉求编号', aliases: ['编号', '工单号'], section: request }),
    name: text({ label: '诉求事项', aliases: ['诉求', '问题', '标题'], required: true, section: request }),
    enterprise: reference({
      label: '企业',
      aliases: ['企业名称'],
      to: 'enterprises',
      noun: '企业',
      required: true,
      section: request,
    }),
    township: unit({ label: '所属乡镇', aliases: ['乡镇'], section: request }),
    theme: choice({
      label: '诉求类别',
      aliases: ['类别', '问题类别'],
      choices: [
        '用工',
        '融资',
        '用地',
        '用能',
        '审批手续',
        '政策兑现',
        '拖欠账款',
        '市场开拓',
        '环保安全',
        '法治环境',
        '其他',
      ],
      section: request,
    }),
    content: longText({ label: '诉求内容', aliases: ['具体内容'], section: request, unindexed: true }),
    origin: choice({
      label: '提出渠道',
      aliases: ['来源', '渠道'],
      choices: ['包联走访', '企业自报', '政企座谈', '热线转办', '领导调研'],
      section: request,
    }),
    raisedOn: date({ label: '提出日期', aliases: ['提出时间', '受理日期'], section: request }),
    urgency: choice({ label: '缓急', choices: ['一般', '紧急', '咨询'], section: request, unindexed: true }),

    level: choice({
      label: '办理层级',
      aliases: ['层级'],
      choices: ['现场答复', '部门办理', '县级协调', '报请上级'],
      section: handle,
    }),
    handler: unit({ label: '承办单位', aliases: ['办理单位', '责任单位'], section: handle }),
    supports: text({ label: '协办单位', section: handle, unindexed: true }),
    leader: leader({ label: '协调县领导', aliases: ['包联县领导'], section: handle }),
    officer: person({ label: '服务专员', aliases: ['包联专员'], section: handle }),
    dueOn: date({ label: '办理时限', aliases: ['限办日期'], section: handle }),
    answer: longText({ label: '办理情况', aliases: ['答复', '办理结果'], section: handle, unindexed: true }),
    answeredOn: date({ label: '答复日期', aliases: ['办结日期'], section: handle }),
    outcome: choice({
      label: '办理结果类型',
      choices: ['已解决', '部分解决', '解释说明', '暂不具备条件'],
      section: handle,
    }),
    again: integer({
      label: '重办次数',
      atLeast: 0,
      help: '企业不满意退回的次数，首办率由此算',
      section: handle,
      unindexed: true,
    }),
    taken: computed(integer({ label: '办理天数', section: handle, unindexed: true }), (v) =>
      daysOf(v, 'raisedOn', 'answeredOn'),
    ),

    verdict: choice({
      label: '企业评价',
      aliases: ['满意度'],
      choices: ['满意', '基本满意', '不满意'],
      help: '由企业填；没有企业确认不能销号',
      section: confirm,
    }),
    confirmedOn: date({ label: '企业确认日期', aliases: ['确认日期'], section: confirm, unindexed: true }),
    papers: papers('附件'),
    remarks: remarks(),
  },
  title: 'name',
  search: ['name', 'number'],
  unique: [['number']],
  ladder: {
    name: '办理进程',
    stages: [
      { id: 'raised', name: '已提出', meaning: '企业或专员提出，还没受理' },
      { id: 'assigned', name: '已交办', meaning: '承办单位和时限已定' },
      { id: 'working', name: '办理中', meaning: '承办单位已签收在办' },
      { id: 'answered', name: '已答复', meaning: '有办理情况，等企业确认' },
      { id: 'confirmed', name: '已销号', meaning: '企业确认', final: true },
      {
        id: 'declined',
        name: '不予受理',
        meaning: '民事纠纷或已进入司法、监察、复议程序，须写理由和批准人',
        exit: true,
        final: true,
      },
    ],
    gates: [
      {
        to: 'assigned',
        conditions: [
          { id: 'handler', name: '承办单位', needs: 'field', field: 'handler' },
          { id: 'due', name: '办理时限', needs: 'field', field: 'dueOn' },
        ],
      },
      {
        to: 'answered',
        conditions: [
          { id: 'answer', name: '办理情况', needs: 'field', field: 'answer' },
          { id: 'outcome', name: '办理结果类型', needs: 'field', field: 'outcome' },
        ],
      },
      {
        to: 'confirmed',
        conditions: [
          {
            id: 'verdict',
            name: '企业评价满意或基本满意',
            needs: 'test',
            test: (v) => v['verdict'] === '满意' || v['verdict'] === '基本满意',
            source: '县包联服务办法：企业确认才销号（待核实）',
          },
        ],
      },
    ],
    stalledAfter: { raised: 3, assigned: 5, working: 30, answered: 15 },
  },
  audience: { units: ['township', 'handler'], enterprise: 'enterprise' },
  columns: ['name', 'enterprise', 'theme', 'handler', 'dueOn', 'verdict'],
  sort: 'updated',
  narrow: ['dueOn', 'raisedOn'],
  rollups: [{ id: 'raised', month: 'raisedOn', unit: 'handler', sums: ['taken'] }],
  keepers: ['Z05'],
})
