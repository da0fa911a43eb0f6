// What a list is asked: conditions on fields, joined by 且 (all) and 或 (any), two levels deep at most.
import { cleanText } from './cells.ts'
import { toColumns } from './columns.ts'
import { isIndexed, type Field, type Fields, type Operator } from './field.ts'

export interface Condition {
  readonly field: string
  readonly is: Operator
  /** As the column keeps it (a month is its first day). Absent for empty/filled; a list for `in`; a string or number otherwise; `within`: [west, south, east, north]. */
  readonly value?: string | number | boolean | readonly (string | number)[]
}
export type Filter = Condition | { readonly all: readonly Filter[] } | { readonly any: readonly Filter[] }

export const isCondition = (f: Filter): f is Condition => 'field' in f

const deepest = 3
const most = 40
const mostValues = 100

/** Fields that every library can be filtered by beside its own. `stage` only where there is a ladder. */
export const commonFilters = ['stage', 'id', 'updated'] as const

export type FilterResult =
  | { readonly ok: true; readonly filter: Filter | null }
  | { readonly ok: false; readonly message: string }

/**
 * Reads the JSON text of a filter against a library's fields. Bounded in length, depth and number of conditions; lists
 * without conditions ask nothing.
 */
export function parseFilter(
  text: string | undefined,
  fields: Fields,
  extra: Readonly<Record<string, Field>> = {},
): FilterResult {
  if (text === undefined || text.trim() === '') return { ok: true, filter: null }
  if (text.length > 8000) return { ok: false, message: '筛选条件太长，请减少条件' }
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return { ok: false, message: '筛选条件读不懂，请清除筛选后重新选' }
  }
  let count = 0
  const problem = (message: string): never => {
    throw new FilterProblem(message)
  }
  const read = (node: unknown, depth: number): Filter | null => {
    if (depth > deepest) problem(`筛选条件最多套 ${deepest} 层`)
    if (typeof node !== 'object' || node === null || Array.isArray(node))
      return problem('筛选条件读不懂，请清除筛选后重新选')
    const object = node as Record<string, unknown>
    for (const join of ['all', 'any'] as const) {
      const list = object[join]
      if (Array.isArray(list)) {
        const parts = list.map((one) => read(one, depth + 1)).filter((one) => one !== null)
        if (parts.length === 0) return null
        return join === 'all' ? { all: parts } : { any: parts }
      }
    }
    count += 1
    if (count > most) problem(`筛选条件最多 ${most} 个`)
    const name = typeof object['field'] === 'string' ? object['field'] : ''
    const field =
      (Object.hasOwn(fields, name) ? fields[name] : undefined) ?? (Object.hasOwn(extra, name) ? extra[name] : undefined)
    if (!field) return problem(`没有“${name.slice(0, 20)}”这一栏`)
    if (!isIndexed(field)) return problem(`“${field.label}”不能用来筛选`)
    const is = field.operators.find((o) => o === object['is'])
    if (!is) return problem(`“${field.label}”不能这样筛选`)
    return { field: name, is, ...valueOf(field, is, object['value'], problem) }
  }
  try {
    return { ok: true, filter: read(raw, 1) }
  } catch (error) {
    if (error instanceof FilterProblem) return { ok: false, message: error.message }
    throw error
  }
}

class FilterProblem extends Error {}

function valueOf(
  field: Field,
  is: Operator,
  value: unknown,
  problem: (message: string) => never,
): { value?: NonNullable<Condition['value']> } {
  if (is === 'empty' || is === 'filled') return {}
  if (is === 'in') {
    if (!Array.isArray(value) || value.length === 0) return problem(`“${field.label}”没有选值`)
    if (value.length > mostValues) return problem(`“${field.label}”一次最多选 ${mostValues} 个`)
    return { value: value.map((one) => scalar(field, one, problem)) }
  }
  if (is === 'within') {
    if (!Array.isArray(value) || value.length !== 4 || !value.every(isDegrees))
      return problem(`“${field.label}”的范围不对`)
    return { value: value as number[] }
  }
  if (is === 'contains') {
    const text = typeof value === 'string' && value.length <= 200 ? cleanText(value) : ''
    if (text === '' || text.length > 60) return problem(`“${field.label}”要写 1 到 60 个字`)
    return { value: text }
  }
  if (typeof value === 'boolean') return field.kind === 'boolean' ? { value } : problem(`“${field.label}”的值不对`)
  return { value: scalar(field, value, problem) }
}

function scalar(field: Field, value: unknown, problem: (message: string) => never): string | number {
  // Lists of choices are asked one by one: a filter holds the member, not the list.
  const checked = field.check(field.kind === 'choices' ? [value] : value)
  if (!checked.ok) return problem(`“${field.label}”${checked.message}`)
  const plain = Array.isArray(checked.value) ? checked.value[0] : toColumns(field, checked.value)[0]
  if (typeof plain !== 'string' && typeof plain !== 'number') return problem(`“${field.label}”没有选值`)
  return plain
}

/** Degrees × 1,000,000, with room for a map's window that reaches beyond the globe; an SQL integer holds them. */
const isDegrees = (n: unknown): n is number => Number.isInteger(n) && Math.abs(n as number) <= 720_000_000
