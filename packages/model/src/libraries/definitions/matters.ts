import { attitudes, cadenceWords, kinds, lightWords, lineWords, paces, stateWords } from '../../words.ts'
import { boolean, choice, date, integer, leader, longText, text, unit } from '../kinds/index.ts'
import { defineLibrary } from '../define-library.ts'
import { worded } from './worded.ts'

const what = '事项'
const charge = '责任'
const going = '进展'

/**
 * 事项清单 as a library: list, filters, views, export, history and search. Matters come about by the loop alone. The
 * server adds two filters of its own: a unit that leads or supports, and a source document.
 */
export const matters = defineLibrary({
  id: 'matters',
  table: 'matter',
  name: '事项清单',
  noun: '事项',
  measure: '项',
  purpose: '领导讲话、纪要、批示里要办的每一项，谁牵头、到哪一步、亮什么灯',
  group: '会议与事项',
  fields: {
    number: text({ label: '督办编号', section: what }),
    title: text({ label: '事项', section: what, longest: 300 }),
    text: longText({ label: '工作任务（原文）', section: what, unindexed: true }),
    kind: choice({ label: '事项类别', choices: kinds, section: what }),
    attitude: choice({ label: '力争方向', choices: attitudes, section: what, unindexed: true }),
    doneWhen: longText({ label: '目标及完成标志', section: what, unindexed: true }),
    key: boolean({ label: '重点事项', section: what }),
    line: worded(lineWords, { label: '督查线', section: what }),

    leadUnit: unit({ label: '牵头单位', section: charge }),
    leader: leader({ label: '牵头县领导', section: charge }),
    deadline: date({ label: '完成时限', section: charge }),
    cadence: worded(cadenceWords, { label: '报送周期', section: charge, unindexed: true }),
    issuedOn: date({ label: '交办日期', section: charge }),

    state: worded(stateWords, { label: '状态', section: going }),
    stateSince: date({ label: '本状态起', section: going, unindexed: true }),
    light: worded(lightWords, { label: '灯', section: going }),
    pace: choice({ label: '进度', choices: paces, section: going }),
    overdue: boolean({ label: '逾期', section: going }),
    lastReportOn: date({ label: '最近报进展', section: going }),
    lastEvidence: date({ label: '最近佐证', section: going, unindexed: true }),
    evidenceCount: integer({ label: '佐证数', section: going, unindexed: true }),
    reworks: integer({ label: '退回重办次数', section: going, unindexed: true }),
    closedOn: date({ label: '办结日期', section: going }),
  },
  title: 'title',
  search: ['title', 'number'],
  unique: [['number']],
  audience: { units: ['leadUnit'] },
  columns: ['title', 'light', 'leadUnit', 'leader', 'deadline', 'state'],
  sort: 'deadline',
  narrow: ['deadline'],
  readOnly: true,
  handmade: true,
  keepers: ['D02'],
})
