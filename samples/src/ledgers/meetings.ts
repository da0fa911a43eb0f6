import { addDays, addMonths, type IsoDate } from '@yipanqi/base'
import { randomOf } from '../../random.ts'
import { workdayOnOrAfter } from '../../days.ts'
import { meetingSorts, topics, type MeetingSort } from './meeting-plan.ts'
import { shareOut } from './making.ts'
import type { LedgerSample, SampleRow } from './types.ts'

/** 财经委, 常委会, 常务会 and the like settle some 210 things in the twelve months that end today. */
export const resolutionCount = 210

interface Held {
  readonly sort: MeetingSort
  readonly number: string
  readonly name: string
  readonly heldOn: IsoDate
}

/** Meetings of the year that ends on `today`, and the next of each sort; oldest first. */
function meetingsBy(today: IsoDate): readonly Held[] {
  const from = addDays(addMonths(today, -12), 1)
  const until = addMonths(today, 1)
  const years = [Number(from.slice(0, 4)), Number(until.slice(0, 4))]
  const all = meetingSorts.flatMap((sort) =>
    [...new Set(years)].flatMap((year) =>
      sort.days.map((day, i): Held => {
        const month = Number(day.slice(0, 2))
        return {
          sort,
          number: `${year}-${sort.short}${i + 1}`,
          // A meeting on the economy of a month is held in the next.
          name: `${year}年${sort.name.replace('{n}', String(i + 1)).replace('{m}', String(month === 1 ? 12 : month - 1))}`,
          heldOn: workdayOnOrAfter(`${year}-${day}`),
        }
      }),
    ),
  )
  return all.filter((m) => m.heldOn >= from && m.heldOn <= until).toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : 1))
}

export function meetings(today: IsoDate): LedgerSample {
  const random = randomOf('会议')
  const rows = meetingsBy(today).map((m): SampleRow => {
    const held = m.heldOn <= today
    const minutesOn = workdayOnOrAfter(addDays(m.heldOn, 4))
    const minuted = minutesOn <= today
    const stage = !held
      ? m.heldOn <= addDays(today, 8)
        ? 'settled'
        : 'collecting'
      : !minuted
        ? 'held'
        : minutesOn > addDays(today, -6)
          ? 'minuted'
          : 'assigned'
    const items = random.int(3, 8)
    return {
      values: {
        number: m.number,
        name: m.name,
        type: m.sort.type,
        heldOn: m.heldOn,
        room: random.pick(['县委常委会议室', '县政府一号会议室', '县委三号会议室', '会务中心二楼']),
        chair: { leader: m.sort.chair },
        organiser: { unit: m.sort.organiser },
        attendants: '县发改局、县统计局、县工信局、县商务局、县财政局、县住建局、县农业农村局、县税务局，有关乡镇',
        agendaDue: addDays(m.heldOn, -16),
        ...(stage === 'collecting'
          ? {}
          : {
              agenda: `一、上次会议议定事项落实情况；二、${random.pick(topics).text}；三、${random.pick(topics).text}。`,
              items,
            }),
        ...(minuted ? { minutesNumber: minutesNumberOf(m), minutesOn } : {}),
      },
      stage,
      stageSince: minuted ? minutesOn : held ? m.heldOn : addDays(today, -random.int(1, 7)),
    }
  })
  return { library: 'meetings', rows }
}

function minutesNumberOf({ sort, number }: Held): string {
  const [year = '', rest = ''] = number.split('-')
  const office = sort.organiser === 'Z01' ? '青政纪' : sort.organiser === 'D01' ? '青常纪' : '青委财纪'
  return `${office}〔${year}〕${sort.short}${rest.replace(sort.short, '')}号`
}

export function resolutions(today: IsoDate): LedgerSample {
  const random = randomOf('议定事项')
  const held = meetingsBy(today).filter((m) => m.heldOn <= addDays(today, -5))
  const counts = shareOut(
    resolutionCount,
    held.map((m) => m.sort.settles),
  )
  let turn = 0
  const rows = held.flatMap((m, at) =>
    Array.from({ length: counts[at] ?? 0 }, (_, i): SampleRow => {
      const topic = topics[turn++ % topics.length] as (typeof topics)[number]
      const dueOn = workdayOnOrAfter(addDays(m.heldOn, random.int(3, 13) * 7))
      const closed = dueOn < today ? random.next() < 0.94 : random.next() < 0.3
      const state = closed ? '办结' : random.next() < 0.9 ? '推进' : '未动'
      const closedOn = addDays(m.heldOn, random.int(5, 40))
      return {
        values: {
          number: `${m.number}-${String(i + 1).padStart(2, '0')}`,
          name: topic.text,
          meeting: { ref: 'meetings', key: m.number },
          decidedOn: m.heldOn,
          leadUnit: { unit: topic.unit },
          supports: topic.supports,
          leader: { leader: topic.leader },
          dueOn,
          doneWhen: topic.doneWhen,
          state: closed && closedOn > today ? '推进' : state,
          ...(state === '未动'
            ? {}
            : { progress: state === '办结' ? `已按要求完成：${topic.doneWhen}。` : '已制定方案，正在组织实施。' }),
          ...(closed && closedOn <= today ? { closedOn } : {}),
          reportedOn: addDays(today, -random.int(1, 4)),
        },
      }
    }),
  )
  return { library: 'resolutions', rows }
}
