import { choice, date, leader, longText, reference, text, unit } from '../kinds/index.ts'
import { defineLibrary } from '../define-library.ts'
import { papers, remarks } from './parts.ts'

const item = '议定事项'
const charge = '责任'
const going = '落实'

/** 议定事项: what a meeting settled, each a source of a matter; the next meeting hears how they stand. */
export const resolutions = defineLibrary({
  id: 'resolutions',
  table: 'resolution',
  name: '议定事项库',
  noun: '议定事项',
  measure: '项',
  purpose: '会上定的每一项谁落实、到哪一步，下次会前自动成《上次会议议定事项落实情况》',
  group: '会议与事项',
  fields: {
    number: text({ label: '议定编号', aliases: ['编号', '议定事项编号'], section: item }),
    name: text({
      label: '议定事项',
      aliases: ['事项', '议定内容', '会议要求'],
      required: true,
      longest: 300,
      section: item,
    }),
    meeting: reference({
      label: '会议',
      aliases: ['会议编号', '来源会议'],
      to: 'meetings',
      noun: '会议',
      required: true,
      section: item,
    }),
    decidedOn: date({ label: '议定日期', section: item }),
    leadUnit: unit({ label: '牵头单位', aliases: ['责任单位', '承办单位'], section: charge }),
    supports: text({ label: '配合单位', section: charge, longest: 300, unindexed: true }),
    leader: leader({ label: '牵头县领导', aliases: ['牵头领导'], section: charge }),
    dueOn: date({ label: '完成时限', aliases: ['时限', '办结时限'], section: charge }),
    doneWhen: text({ label: '完成标志', longest: 300, section: charge, unindexed: true }),
    matter: reference({
      label: '对应事项',
      aliases: ['督办编号'],
      to: 'matters',
      noun: '事项',
      help: '已立项交办的选事项清单里那一项，进展从那里来',
      section: going,
    }),
    state: choice({
      label: '落实情况',
      aliases: ['状态'],
      choices: ['未动', '推进', '办结'],
      synonyms: { 未动: ['未启动'], 推进: ['推进中', '正在推进'], 办结: ['已办结', '完成'] },
      section: going,
    }),
    progress: longText({ label: '进展', aliases: ['落实进展', '进展情况'], section: going, unindexed: true }),
    reportedOn: date({ label: '报进展日期', section: going, unindexed: true }),
    closedOn: date({ label: '办结日期', section: going }),
    papers: papers('佐证'),
    remarks: remarks(),
  },
  title: 'name',
  search: ['name', 'number'],
  unique: [['number']],
  audience: { units: ['leadUnit'] },
  columns: ['name', 'number', 'leadUnit', 'leader', 'dueOn', 'state'],
  sort: '-decidedOn',
  narrow: ['dueOn', 'decidedOn'],
  rollups: [{ id: 'decided', month: 'decidedOn', unit: 'leadUnit', sums: [] }],
  keepers: ['D02', 'D01', 'Z01'],
})
