// What a form has changed of a record: only that is sent, so that the history shows what was meant.
import type { Value } from '@yipanqi/model/libraries/field.ts'
import type { FieldView, LibraryView } from '../fields/view.ts'

export interface Draft {
  readonly values: Readonly<Record<string, Value>>
  /** What is wrong with a field as it is typed now. */
  readonly problems: Readonly<Record<string, string>>
}

export const blank: Draft = { values: {}, problems: {} }

const same = (a: Value | undefined, b: Value | undefined): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** The draft after one field said something; a value put back as it was is no change. */
export function withValue(
  draft: Draft,
  stored: Readonly<Record<string, unknown>>,
  name: string,
  value: Value,
  problem?: string,
): Draft {
  const { [name]: _old, ...values } = draft.values
  const { [name]: _told, ...problems } = draft.problems
  return {
    values: same(value, stored[name] as Value) ? values : { ...values, [name]: value },
    problems: problem === undefined ? problems : { ...problems, [name]: problem },
  }
}

/** Everything that keeps a form from being sent, by field. */
export function lacking(
  library: LibraryView,
  draft: Draft,
  stored: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  const told: Record<string, string> = {}
  for (const field of library.fields) {
    const value = Object.hasOwn(draft.values, field.name) ? draft.values[field.name] : stored[field.name]
    const problem = draft.problems[field.name]
    if (problem) told[field.name] = problem
    else if (field.shape.required && (value === null || value === undefined || value === ''))
      told[field.name] = `${field.label}必须填写`
  }
  return told
}

/** Fields that a person fills in. */
export const asked = (library: LibraryView): readonly FieldView[] =>
  library.fields.filter((f) => !f.shape.system && f.shape.widget !== 'none')
