// The five documents of 青禾县: four issued, one in consultation.
import { addDays, type IsoDate } from '@yipanqi/base'
import { plusWorkdays, workdayOnOrAfter } from '../days.ts'
import { mattersOf, type MatterContext, type MatterSpec } from '../matter.ts'
import { readText } from '../read-text.ts'
import type { SampleDocument, SampleLeader, SampleUnit } from '../types.ts'
import { spokenDate, textOfYear } from '../year.ts'
import { answersOf } from './answers.ts'
import { minutes1MattersA } from './matters-minutes-1a.ts'
import { minutes1MattersB } from './matters-minutes-1b.ts'
import { minutes2MattersA } from './matters-minutes-2a.ts'
import { minutes2MattersB } from './matters-minutes-2b.ts'
import { reportMatters1 } from './matters-report-1.ts'
import { reportMatters2 } from './matters-report-2.ts'
import { reportMatters3 } from './matters-report-3.ts'
import { reportMatters4 } from './matters-report-4.ts'
import { reportMatters5 } from './matters-report-5.ts'
import { reportMatters6 } from './matters-report-6.ts'
import { reportMatters7 } from './matters-report-7.ts'
import { speechMatters1 } from './matters-speech-1.ts'
import { speechMatters2 } from './matters-speech-2.ts'
import { townshipMatters } from './matters-townships.ts'
import { waitingMatters } from './matters-waiting.ts'

type County = Pick<MatterContext, 'units' | 'leaders'>

interface Plain {
  readonly id: string
  readonly title: string
  readonly kind: SampleDocument['kind']
  readonly number: string
  /** `MM-DD` of the document, and days until its list was issued. */
  readonly day: string
  readonly issuedAfter: number
  readonly scope: SampleDocument['scope']
  readonly declarer: string
  readonly line: SampleDocument['line']
  readonly specs: (units: readonly SampleUnit[]) => readonly MatterSpec[]
}

const issued: readonly Plain[] = [
  {
    id: 'report',
    title: '政府工作报告',
    kind: '政府工作报告',
    number: '青政办发〔2026〕2号',
    day: '01-14',
    issuedAfter: 12,
    scope: 'public',
    declarer: '岳博',
    line: 'government',
    specs: () => [
      ...reportMatters1,
      ...reportMatters2,
      ...reportMatters3,
      ...reportMatters4,
      ...reportMatters5,
      ...reportMatters6,
      ...reportMatters7,
    ],
  },
  {
    id: 'speech',
    title: '在县委财经委第一次推进会上的讲话',
    kind: '讲话',
    number: '青委财办〔2026〕6号',
    day: '02-09',
    issuedAfter: 15,
    scope: 'internal',
    declarer: '陈岚',
    line: 'party',
    specs: () => [...speechMatters1, ...speechMatters2],
  },
  {
    id: 'minutes-1',
    title: '县委财经委员会会议纪要（2026年第1期）',
    kind: '会议纪要',
    number: '青委财纪〔2026〕1号',
    day: '03-12',
    issuedAfter: 4,
    scope: 'internal',
    declarer: '陈岚',
    line: 'party',
    specs: () => [...minutes1MattersA, ...minutes1MattersB],
  },
  {
    id: 'minutes-2',
    title: '青禾县人民政府常务会议纪要（2026年第4次）',
    kind: '会议纪要',
    number: '青政纪〔2026〕4号',
    day: '03-26',
    issuedAfter: 4,
    scope: 'internal',
    declarer: '岳博',
    line: 'government',
    specs: (units) => [
      ...minutes2MattersA,
      ...minutes2MattersB,
      ...townshipMatters(units, minutes2MattersA.length + minutes2MattersB.length + 1),
    ],
  },
]

function issuedDocument(plain: Plain, year: number, county: County): SampleDocument {
  const date = `${year}-${plain.day}`
  const issuedOn = workdayOnOrAfter(addDays(date, plain.issuedAfter))
  const context = { ...county, document: plain.id, date, issuedOn, line: plain.line }
  return {
    id: plain.id,
    title: textOfYear(plain.title, year),
    kind: plain.kind,
    number: textOfYear(plain.number, year),
    date,
    issuedOn,
    consultedOn: null,
    consultDue: null,
    scope: plain.scope,
    declarer: plain.declarer,
    line: plain.line,
    state: 'issued',
    text: textOfYear(readText(`qinghe/${plain.id}.txt`), year),
    matters: mattersOf(plain.specs(county.units), context),
    answers: [],
  }
}

function waitingDocument(today: IsoDate, county: County): SampleDocument {
  const date = plusWorkdays(today, -6)
  const consultedOn = plusWorkdays(today, -2)
  const context = { ...county, document: 'speech-waiting', date, issuedOn: consultedOn, line: 'party' as const }
  return {
    id: 'speech-waiting',
    title: '在县委财经委重点工作专题调度会上的讲话',
    kind: '讲话',
    number: null,
    date,
    issuedOn: null,
    consultedOn,
    consultDue: plusWorkdays(consultedOn, 3),
    scope: 'internal',
    declarer: '陈岚',
    line: 'party',
    state: 'consulting',
    text: readText('qinghe/speech-waiting.txt').replace('2026年5月20日', spokenDate(date)),
    matters: mattersOf(waitingMatters, context),
    answers: answersOf([consultedOn, plusWorkdays(consultedOn, 1)]),
  }
}

export function qingheDocuments(
  today: IsoDate,
  year: number,
  units: readonly SampleUnit[],
  leaders: readonly SampleLeader[],
): readonly SampleDocument[] {
  const county = { units, leaders }
  return [...issued.map((plain) => issuedDocument(plain, year, county)), waitingDocument(today, county)]
}
