import { monthEnd } from '@yipanqi/base/dates.ts'
import type { Filter } from '@yipanqi/model/libraries/filter.ts'
import type { FieldView } from '../fields/view.ts'

type GroupValue = string | number | boolean | null

/** The condition that a group stands for: its word, or the days of its month or year. */
export function spanOf(field: FieldView, value: GroupValue, step: 'month' | 'year' | undefined): Filter {
  const name = field.name
  if (value === null) return { field: name, is: 'empty' }
  if (field.shape.kind === 'date' && step) {
    const text = String(value)
    const from = step === 'year' ? `${text.slice(0, 4)}-01-01` : `${text.slice(0, 7)}-01`
    const to = step === 'year' ? `${text.slice(0, 4)}-12-31` : monthEnd(from)
    return {
      all: [
        { field: name, is: 'from', value: from },
        { field: name, is: 'to', value: to },
      ],
    }
  }
  if (field.shape.kind === 'month' && step) {
    const text = String(value)
    const [from, to] =
      step === 'year' ? [`${text.slice(0, 4)}-01`, `${text.slice(0, 4)}-12`] : [text.slice(0, 7), text.slice(0, 7)]
    return {
      all: [
        { field: name, is: 'from', value: from },
        { field: name, is: 'to', value: to },
      ],
    }
  }
  if (field.field.operators.includes('in') && typeof value !== 'boolean')
    return { field: name, is: 'in', value: [value] }
  return { field: name, is: 'eq', value }
}
