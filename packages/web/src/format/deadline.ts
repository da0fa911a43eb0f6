import type { MatterItem } from '@yipanqi/model'
import { chineseCalendar, countWorkdays } from '@yipanqi/base/calendar.ts'
import { day } from './dates.ts'

const calendar = chineseCalendar()

export interface TimeWords {
  text: string
  tone: 'plain' | 'late' | 'near'
}

/** Working days from today to a day; `约` where next year's holiday arrangement is not published yet. */
export function workdaysLeft(deadline: string, today: string): string {
  const days = Math.abs(countWorkdays(today, deadline, calendar))
  return `${calendar.covers(deadline) ? ' ' : '约 '}${days} 个工作日`
}

/** The small line under a deadline: what matters most about time for this matter just now. */
export function timeWords(
  matter: Pick<MatterItem, 'state' | 'deadline' | 'overdue' | 'lastEvidence'>,
  today: string,
): TimeWords {
  if (matter.state === 'closed') return { text: '已办结', tone: 'plain' }
  if (matter.overdue && matter.deadline) return { text: `逾期${workdaysLeft(matter.deadline, today)}`, tone: 'late' }
  if (matter.deadline && matter.deadline >= today) {
    const left = countWorkdays(today, matter.deadline, calendar)
    if (left <= 30) return { text: `还有${workdaysLeft(matter.deadline, today)}`, tone: left <= 5 ? 'near' : 'plain' }
  }
  if (matter.lastEvidence) return { text: `佐证 ${day(matter.lastEvidence, today)}`, tone: 'plain' }
  return { text: matter.state === 'under-way' || matter.state === 'standing' ? '尚无佐证' : '', tone: 'plain' }
}
