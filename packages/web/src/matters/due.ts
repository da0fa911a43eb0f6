import { addDays, addMonths, monthEnd, monthStart, quarterEnd, quarterStart } from '@yipanqi/base/dates.ts'

export interface Due {
  value: string
  label: string
  from?: string
  to?: string
}

/** Ready-made spans for 完成时限, counted from the county's own today. */
export function dueChoices(today: string): Due[] {
  const next = addMonths(monthStart(today), 1)
  return [
    { value: 'past', label: '时限已过', to: addDays(today, -1) },
    { value: 'week', label: '7 天内', from: today, to: addDays(today, 7) },
    { value: 'month', label: '本月', from: monthStart(today), to: monthEnd(today) },
    { value: 'next', label: '下月', from: next, to: monthEnd(next) },
    { value: 'quarter', label: '本季度', from: quarterStart(today), to: quarterEnd(today) },
    { value: 'year', label: '年内', from: today, to: `${today.slice(0, 4)}-12-31` },
  ]
}

/** Which ready-made span an address means; undefined when it is one of somebody's own. */
export function dueOf(from: string | undefined, to: string | undefined, today: string): string | undefined {
  return dueChoices(today).find((due) => due.from === from && due.to === to && (from ?? to) !== undefined)?.value
}
