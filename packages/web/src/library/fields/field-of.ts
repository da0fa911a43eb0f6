import * as kinds from '@yipanqi/model/libraries/kinds/index.ts'
import type { Field, FieldOptions, Operator, Value } from '@yipanqi/model/libraries/field.ts'
import type { FieldShape } from '../shapes.ts'

type Factory = (options: FieldOptions & Readonly<Record<string, unknown>>) => Field

// A kind's factory bears the kind's name; each takes from the options what it knows.
const factories = kinds as unknown as Readonly<Record<string, Factory | undefined>>

/**
 * The field that a shape describes, built by its kind from what the server says, so that the county's own ledgers are
 * read, written and checked like the shipped ones. A kind newer than this page is shown as text.
 */
export function fieldOf(shape: FieldShape): Field {
  const options: FieldOptions & Record<string, unknown> = {
    label: shape.label,
    required: shape.required,
    ...(shape.choices ? { choices: shape.choices } : {}),
    ...(shape.unit ? { unit: shape.unit, in: shape.unit } : {}),
    ...(shape.scale === undefined ? {} : { scale: shape.scale }),
    ...(shape.target ? { to: shape.target, noun: shape.label } : {}),
    ...bounds(shape.options ?? {}),
    ...shape.options,
  }
  const make = Object.hasOwn(factories, shape.kind) ? factories[shape.kind] : undefined
  const field = (make ?? plain)(options)
  const words = shape.options?.['words'] as Readonly<Record<string, string>> | undefined
  return {
    ...field,
    // A choice that keeps codes is read by its words.
    ...(words ? { format: (value: Value) => words[String(value)] ?? String(value) } : {}),
    operators: shape.operators as Operator[],
    sortable: shape.sortable,
  }
}

/** The schema's bounds in the words of the factories. */
function bounds({ minimum, maximum, maxLength }: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return {
    ...(typeof minimum === 'number' ? { atLeast: minimum } : {}),
    ...(typeof maximum === 'number' ? { atMost: maximum } : {}),
    ...(typeof maxLength === 'number' ? { longest: maxLength } : {}),
  }
}

const plain: Factory = (options) => ({
  ...kinds.text(options),
  format: (value) => (typeof value === 'object' ? '' : String(value)),
})
