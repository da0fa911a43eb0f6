import type { Operator } from '@yipanqi/model/libraries/field.ts'
import type { FieldView, LibraryView } from '../fields/view.ts'

/** How a field may be asked, in the order in which people ask it. Equality of a list is asked as 是, of one or several. */
export function askable(field: FieldView): readonly Operator[] {
  const has = new Set<Operator>(field.field.operators)
  // A word of a closed list is asked by 是, one or several; a code or a name one at a time.
  has.delete(listed.has(field.shape.widget) && has.has('in') ? 'eq' : 'in')
  return order.filter((is) => has.has(is))
}

const order: readonly Operator[] = ['contains', 'under', 'in', 'from', 'to', 'eq', 'ne', 'filled', 'empty']
const listed = new Set(['choice', 'choices', 'unit', 'leader', 'reference'])

/** Fields to ask, stage first where there is one. */
export const askableFields = (library: LibraryView): readonly FieldView[] =>
  [...(library.stage ? [library.stage] : []), ...library.virtual, ...library.fields].filter(
    (f) => askable(f).length > 0,
  )
