import { choice, date, integer, leader, longText, text, unit } from '../kinds/index.ts'
import { defineLibrary } from '../define-library.ts'
import { papers, remarks } from './parts.ts'

const meeting = '会议'
const agenda = '议题与材料'
const minutes = '纪要'

/** 会议库: from the call for agenda items to minutes whose resolutions are handed out. */
export const meetings = defineLibrary({
  id: 'meetings',
  table: 'meeting',
  name: '会议库',
  noun: '会议',
  measure: '次',
  purpose: '议题、纪要、议定事项连成一条线，下次会先报上次落实',
  group: '会议与事项',
  fields: {
    number: text({ label: '会议编号', aliases: ['编号'], section: meeting }),
    name: text({ label: '会议名称', aliases: ['名称', '会议'], required: true, section: meeting }),
    type: choice({
      label: '会议类别',
      aliases: ['类别', '会议类型'],
      choices: ['财经委会议', '推进会', '月调度会', '季度分析会', '常委会会议', '常务会议', '县长办公会', '专题会'],
      section: meeting,
    }),
    heldOn: date({ label: '召开日期', aliases: ['会议日期', '时间', '召开时间'], section: meeting }),
    room: text({ label: '地点', aliases: ['会议地点'], section: meeting, unindexed: true }),
    chair: leader({ label: '主持领导', aliases: ['主持人'], section: meeting }),
    organiser: unit({ label: '承办单位', aliases: ['组织单位', '会务单位'], section: meeting }),
    attendants: longText({ label: '参会单位', aliases: ['参加单位'], section: meeting, unindexed: true }),
    agendaDue: date({ label: '议题征集截止', aliases: ['议题截止'], section: agenda, unindexed: true }),
    agenda: longText({ label: '议题', aliases: ['会议议题', '议程'], section: agenda, unindexed: true }),
    items: integer({ label: '议题数', atLeast: 0, section: agenda, unindexed: true }),
    minutesNumber: text({ label: '纪要文号', aliases: ['文号'], section: minutes, unindexed: true }),
    minutesOn: date({ label: '纪要印发日', aliases: ['印发日期'], section: minutes }),
    papers: papers('会议材料', '涉密材料不上传；内部材料按范围看'),
    remarks: remarks(),
  },
  title: 'name',
  search: ['name', 'number'],
  unique: [['number']],
  match: [['number'], ['name']],
  ladder: {
    name: '会议进程',
    stages: [
      { id: 'collecting', name: '征集议题', meaning: '会前十五到二十天，单位报、分管领导签' },
      { id: 'settled', name: '议题已定', meaning: '主持领导定了议题，材料在征求意见' },
      { id: 'held', name: '已召开', meaning: '会已开，纪要在起草' },
      { id: 'minuted', name: '纪要已印', meaning: '纪要已编号印发' },
      { id: 'assigned', name: '已交办', meaning: '议定事项都已交办', final: true },
      { id: 'cancelled', name: '取消', meaning: '不再召开，须写原因和批准人', exit: true, final: true },
    ],
    gates: [
      { to: 'settled', conditions: [{ id: 'agenda', name: '议题', needs: 'field', field: 'agenda' }] },
      { to: 'held', conditions: [{ id: 'held-on', name: '召开日期', needs: 'field', field: 'heldOn' }] },
      {
        to: 'minuted',
        conditions: [
          { id: 'minutes-number', name: '纪要文号', needs: 'field', field: 'minutesNumber' },
          { id: 'minutes-on', name: '纪要印发日', needs: 'field', field: 'minutesOn' },
        ],
      },
    ],
    stalledAfter: { collecting: 20, settled: 15, held: 5, minuted: 5 },
  },
  audience: { units: ['organiser'] },
  columns: ['name', 'type', 'heldOn', 'chair', 'organiser', 'minutesOn'],
  sort: '-heldOn',
  narrow: ['heldOn'],
  keepers: ['D02', 'D01', 'Z01'],
})
