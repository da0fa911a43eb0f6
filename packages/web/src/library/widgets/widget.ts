import type { Value } from '@yipanqi/model/libraries/field.ts'
import type { FieldView, NameOf } from '../fields/view.ts'

/** What every widget gets. A value that cannot be read yet leaves the last one and says what is wrong. */
export interface WidgetProps {
  readonly id?: string
  /** Spoken name where no label stands beside it. */
  readonly label?: string
  readonly field: FieldView
  readonly value: Value
  readonly nameOf: NameOf
  readonly onChange: (value: Value, problem?: string) => void
}
