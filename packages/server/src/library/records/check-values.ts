// Values as a request brings them, held against the definition: every fault of the form at once, under its field.
import type { Field, Library, Value, Values } from '@yipanqi/model/libraries/index.ts'
import { Fault, faults } from '../../http/fault.ts'

export interface FieldFault {
  readonly path: string
  readonly message: string
}

/**
 * Canonical values of what was sent. `before`: the record as it stands, null for a new one; fields that were not sent
 * are left alone. A masked number that comes back as its own mask is left alone too. Throws 400 naming each field.
 */
export function checkValues(library: Library, sent: Readonly<Record<string, unknown>>, before: Values | null): Values {
  const { values, faults: wrong } = readValues(library, sent, before)
  if (wrong.length > 0) throw faults.invalid('填写的内容不对', wrong)
  return values
}

/** The same without throwing: an importer tells row by row. */
export function readValues(
  library: Library,
  sent: Readonly<Record<string, unknown>>,
  before: Values | null,
): { readonly values: Values; readonly faults: readonly FieldFault[] } {
  const values: Record<string, Value> = {}
  const wrong: FieldFault[] = []
  for (const [name, raw] of Object.entries(sent)) {
    const field = Object.hasOwn(library.fields, name) ? library.fields[name] : undefined
    if (!field) {
      wrong.push({ path: `values.${name.slice(0, 40)}`, message: `${library.name}没有这一栏` })
      continue
    }
    if (field.system || field.compute) {
      wrong.push({ path: `values.${name}`, message: `“${field.label}”由系统填写，不能改` })
      continue
    }
    if (field.sealed === 'masked' && before !== null && typeof raw === 'string' && raw !== '' && raw === before[name])
      continue
    const checked = field.check(raw)
    if (checked.ok) values[name] = checked.value
    else wrong.push({ path: `values.${name}`, message: `“${field.label}”${checked.message}` })
  }
  for (const [name, field] of Object.entries(library.fields)) {
    if (!field.required || field.system || wrong.some((w) => w.path === `values.${name}`)) continue
    // A field that was never filled does not stop the change of another one (old ledgers have gaps).
    const asked = before === null || name in values
    if (asked && (values[name] ?? null) === null)
      wrong.push({ path: `values.${name}`, message: `“${field.label}”要填` })
  }
  return { values, faults: wrong }
}

/** Throws 400 `invalid` with one message a field. */
export function refuseFields(wrong: readonly FieldFault[], message = '填写的内容不对'): void {
  if (wrong.length > 0) throw faults.invalid(message, wrong)
}

/** A key that somebody else's record holds. */
export const duplicate = (message: string, why: string, items: { id: number; title: string; why: string }[]): Fault =>
  new Fault(409, 'duplicate', message, { why, items })

export const labelOf = (library: Library, name: string): string => (library.fields[name] as Field).label
