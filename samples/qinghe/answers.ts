// Answers to the drafts of the waiting speech that units have signed so far; the others are still out.
import type { IsoDate } from '@yipanqi/base'
import type { SampleAnswer } from '../types.ts'

type Row = readonly [
  matter: string,
  unit: string,
  opinion: SampleAnswer['opinion'],
  text: string,
  proposedUnit?: string,
]

const rows: readonly Row[] = [
  ['专-01', 'Z11', 'agree', ''],
  ['专-01', 'Z09', 'agree', ''],
  ['专-02', 'Z02', 'amend', '园区负荷资料由供电公司和开发区提供，建议将时限由20个工作日改为“资料齐全后20个工作日内”。'],
  ['专-02', 'S05', 'agree', ''],
  ['专-03', 'Z12', 'amend', '约见按行业分别组织，建议明确交通、水利项目由行业主管部门各自形成处置意见，住建局汇总。'],
  [
    '专-04',
    'S02',
    'reassign',
    '帮办专员在重点项目中心统一管理，依据本中心职能配置规定第四条，建议由重点项目中心牵头，我中心配合培训。',
    'S04',
  ],
  ['专-05', 'Z05', 'agree', ''],
  ['专-05', 'S01', 'agree', ''],
  ['专-06', 'C02', 'amend', '现有持证咨询人员2名，建议“每周坐班两天”改为“每周坐班一天、预约服务一天”。'],
  ['专-08', 'S01', 'agree', ''],
  ['专-09', 'Z09', 'amend', '小微企业担保费率已在1%以内，建议限定为“新增业务综合费率”，存量业务按合同执行。'],
  ['专-12', 'Z03', 'agree', ''],
  ['专-13', 'Z24', 'amend', '油烟监测职责在生态环境分局，建议明确由其负责监测，我局负责占道和疏导点。'],
  ['专-14', 'Z14', 'agree', ''],
]

/** All signed on the days of `days`, in turn. */
export const answersOf = (days: readonly IsoDate[]): readonly SampleAnswer[] =>
  rows.map(([matter, unit, opinion, text, proposedUnit], i) => ({
    matter,
    unit,
    opinion,
    text,
    proposedUnit: proposedUnit ?? null,
    at: `${days[i % days.length]}T${['09', '10', '11', '15', '16'][i % 5]}:${String(10 + i * 3).padStart(2, '0')}:00+08:00`,
  }))
