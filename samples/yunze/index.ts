// 云泽县: a dozen units, three accounts, one short document. It is there so that one county can be tried against
// another: nothing of it may ever be seen from 青禾县.
import { addDays, type IsoDate } from '@yipanqi/base'
import { countyOf } from '../county.ts'
import { workdayOnOrAfter } from '../days.ts'
import { mattersOf } from '../matter.ts'
import { readText } from '../read-text.ts'
import type { SampleAccount, SampleCounty, SampleLeader, SampleUnit } from '../types.ts'
import { unit } from '../unit.ts'
import { documentYear, textOfYear } from '../year.ts'
import { specs } from './matters.ts'

const party = { validFrom: '2019-03-01', line: 'party' as const }
const government = { validFrom: '2019-03-01', line: 'government' as const }

const units: readonly SampleUnit[] = [
  unit('D01', '中共云泽县委办公室', '县委办', ['县委办公室', '县委督查室'], '党委', party),
  unit('D02', '中共云泽县委财经委员会办公室', '财经办', ['县委财经办'], '党委', { ...party, parent: 'D01' }),
  unit('Z01', '云泽县人民政府办公室', '政府办', ['县政府办', '县政府督查室'], '政府', government),
  unit('Z02', '云泽县发展和改革局', '发改局', ['县发改局', '发改委'], '政府', government),
  unit('Z03', '云泽县财政局', '财政局', ['县财政局', '金融办'], '政府', government),
  unit('Z04', '云泽县工业和信息化局', '工信局', ['县工信局'], '政府', government),
  unit('Z05', '云泽县自然资源局', '自然资源局', ['县自然资源局', '林业局'], '政府', government),
  unit('Z06', '云泽县住房和城乡建设局', '住建局', ['县住建局', '城管局'], '政府', government),
  unit('Z07', '云泽县农业农村局', '农业农村局', ['县农业农村局'], '政府', government),
  unit('Z08', '云泽县商务局', '商务局', ['县商务局'], '政府', government),
  unit('T01', '云泽县云门镇人民政府', '云门镇', ['云门'], '乡镇', government),
  unit('T02', '云泽县泽源乡人民政府', '泽源乡', ['泽源'], '乡镇', government),
]

const leadersOf = (year: number): readonly SampleLeader[] => {
  const row = (code: string, name: string, title: string, short: string, codes: readonly string[]): SampleLeader => ({
    code,
    name,
    title,
    short,
    duties: `分管${title.includes('县委') ? '县委' : '县政府'}的经济工作`,
    portfolio: [{ units: codes, from: `${year - 1}-08-01`, document: `云政办发〔${year - 1}〕12号` }],
  })
  return [
    row('L01', '苏望山', '县委书记', '县委书记', []),
    row('L02', '程佩文', '县委常委、常务副县长', '常务副县长', ['Z01', 'Z02', 'Z03', 'Z04', 'Z08', 'D02']),
    row('L03', '谷雨生', '副县长', '副县长', ['Z05', 'Z06', 'Z07', 'T01', 'T02']),
    row('L04', '尹书同', '县委常委、县委办公室主任', '县委办主任', ['D01']),
  ]
}

const accounts: readonly SampleAccount[] = [
  { login: 'yz-luyao', name: '陆遥', unit: 'D02', post: 'dispatcher', leader: null },
  { login: 'yz-baijing', name: '柏青', unit: 'Z02', post: 'liaison', leader: null },
  { login: 'yz-tongxin', name: '童欣', unit: 'D01', post: 'supervisor-party', leader: null },
]

export function yunze(today: IsoDate): SampleCounty {
  const year = documentYear(today)
  const leaders = leadersOf(year)
  const date = `${year}-03-19`
  const issuedOn = workdayOnOrAfter(addDays(date, 7))
  const context = { document: 'notice', date, issuedOn, line: 'party' as const, units, leaders }
  return countyOf({
    code: '000001',
    name: '云泽县',
    scheme: {
      title: '云泽县督办事项亮灯办法',
      number: `云办发〔${year}〕5号`,
      from: `${year}-02-01`,
      preset: '银川 2025',
    },
    units,
    leaders,
    accounts,
    documents: [
      {
        id: 'notice',
        title: '在全县一季度经济运行调度会上的讲话',
        kind: '讲话',
        number: `云委财办〔${year}〕2号`,
        date,
        issuedOn,
        consultedOn: null,
        consultDue: null,
        scope: 'internal',
        declarer: '陆遥',
        line: 'party',
        state: 'issued',
        text: textOfYear(readText('yunze/notice.txt'), year),
        matters: mattersOf(specs, context),
        answers: [],
      },
    ],
    supervisors: { party: 'D01', government: 'Z01' },
    today,
  })
}
