import { type Calendar, addWorkdays, type IsoDate } from '@yipanqi/base'
import type { Step } from './facts.ts'
import { elapsed } from './workdays.ts'

/** The way of a 规范性文件 (制度成果) from pen to print. */
export const institutionSteps = ['起草', '征求意见', '合法性审查', '公平竞争审查', '审议', '印发'] as const

/**
 * A proposed step plan: the default steps with due days spread evenly by working day, the last on the deadline.
 * Without both days, or where they lie under six working days or over ten years apart, the steps have no due days. A proposal to be edited, not a filing.
 */
export function proposeSteps(issuedOn: IsoDate | null, deadline: IsoDate | null, calendar: Calendar): Step[] {
  const count = institutionSteps.length
  const days =
    issuedOn === null || deadline === null || issuedOn >= deadline ? null : elapsed(issuedOn, deadline, calendar)
  return institutionSteps.map((name, i) => {
    const last = i === count - 1
    const due =
      issuedOn === null || days === null || days < count || days > 2_600
        ? null
        : last
          ? deadline
          : addWorkdays(issuedOn, Math.floor((days * (i + 1)) / count), calendar)
    return { name, due, doneOn: null }
  })
}
