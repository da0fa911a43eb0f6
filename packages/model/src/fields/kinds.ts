// What a list can be filtered and sorted by. Each kind knows its query parameters, how their text is read, and which
// values a cursor over it may carry. SQL is the server's: it compiles the parsed filter by `kind`.
import { type IsoDate, isIsoDate, toHalfWidth } from '@yipanqi/base'
import type { SortValue } from './cursor.ts'

export interface FieldError {
  readonly path: string
  readonly message: string
}

/** One parameter of the query string, for OpenAPI. */
export interface Parameter {
  readonly name: string
  readonly description: string
}

/** Text of one parameter, or undefined when it is absent or empty; a refusal in Chinese goes to `refuse`. */
export interface ParameterReader {
  one(parameter: string): string | undefined
  many(parameter: string): readonly string[]
  refuse(parameter: string, message: string): undefined
}

export interface Field<Filter, Kind extends string = string> {
  readonly kind: Kind
  readonly label: string
  readonly sortable: boolean
  readonly parameters: (name: string) => readonly Parameter[]
  readonly read: (name: string, from: ParameterReader) => Filter | undefined
  readonly fitsCursor: (value: SortValue) => boolean
}

/** Inclusive on both sides; an absent side is open. */
export interface Range<T> {
  readonly from?: T
  readonly to?: T
}

interface Common {
  /** Chinese name for errors and documentation. */
  readonly label?: string
  readonly sortable?: boolean
}

type Side = 'from' | 'to'
const sides: Readonly<Record<Side, { suffix: string; word: string }>> = {
  from: { suffix: 'From', word: '起' },
  to: { suffix: 'To', word: '止' },
}

function range<T extends string | number, K extends string>(
  kind: K,
  options: Common & { readonly filter?: readonly Side[] },
  parse: (text: string) => T | string[],
  fits: (value: SortValue) => boolean,
): Field<Range<T>, K> {
  const label = options.label ?? ''
  const allowed = options.filter ?? (['from', 'to'] as const)
  return {
    kind,
    label,
    sortable: options.sortable ?? false,
    parameters: (name) =>
      allowed.map((side) => ({ name: name + sides[side].suffix, description: `${label}${sides[side].word}（含）` })),
    read(name, from) {
      const found: { from?: T; to?: T } = {}
      for (const side of allowed) {
        const parameter = name + sides[side].suffix
        const text = from.one(parameter)
        if (text === undefined) continue
        const value = parse(text)
        if (typeof value === 'object') from.refuse(parameter, `${label}${value[0]}`)
        else found[side] = value
      }
      if (found.from !== undefined && found.to !== undefined && found.from > found.to) {
        return from.refuse(`${name}To`, `${label}止不能早于或小于起`)
      }
      return found.from === undefined && found.to === undefined ? undefined : found
    },
    fitsCursor: fits,
  }
}

/** `deadlineFrom`, `deadlineTo` → `{from, to}`, both inclusive ISO days. */
export function dateField(options: Common & { readonly filter?: readonly Side[] } = {}) {
  return range<IsoDate, 'date'>(
    'date',
    options,
    (text) => (isIsoDate(text) ? text : ['要写成 2026-05-21 这样的日期']),
    (value) => value === null || (typeof value === 'string' && isIsoDate(value)),
  )
}

/**
 * `areaFrom`, `areaTo` → whole numbers scaled by 10^decimals, as the column keeps them (12.5 with two decimals is
 * 1250), because only integers are indexed under row security.
 */
export function numberField(
  options: Common & { readonly filter?: readonly Side[]; readonly decimals?: number } = {},
): Field<Range<number>, 'number'> {
  const decimals = options.decimals ?? 0
  return range<number, 'number'>(
    'number',
    options,
    (text) => {
      const match = /^(-?)(\d{1,15})(?:\.(\d{1,8}))?$/.exec(toHalfWidth(text))
      const places = match?.[3] ?? ''
      if (!match || places.length > decimals) return [decimals === 0 ? '要写整数' : `要写数字，小数最多 ${decimals} 位`]
      const scaled = Number(`${match[1]}${match[2]}${places.padEnd(decimals, '0')}`)
      return Number.isSafeInteger(scaled) ? scaled + 0 : ['的数太大']
    },
    (value) => value === null || (typeof value === 'number' && Number.isSafeInteger(value)),
  )
}

/** The word for “has none” in a list of choices or references, where the field is nullable. */
export const NONE = 'none'

/** `state=issued,closing` or repeated: any of the codes; with `nullable`, `none` asks for rows that have none. */
export function choiceField<T extends string>(
  codes: readonly T[],
  options: Common & { readonly nullable?: boolean } = {},
): Field<readonly (T | null)[], 'choice'> {
  const label = options.label ?? ''
  return {
    kind: 'choice',
    label,
    sortable: options.sortable ?? false,
    parameters: (name) => [
      {
        name,
        description: `${label}，可多个，用逗号隔开：${[...codes, ...(options.nullable ? [NONE] : [])].join('、')}`,
      },
    ],
    read(name, from) {
      const chosen = new Set<T | null>()
      for (const text of from.many(name)) {
        const code = codes.find((c) => c === text)
        if (code !== undefined) chosen.add(code)
        else if (options.nullable && text === NONE) chosen.add(null)
        else return from.refuse(name, `${label}里没有“${text}”`)
      }
      return chosen.size === 0 ? undefined : [...chosen]
    },
    fitsCursor: (value) => value === null || codes.some((c) => c === value),
  }
}

/** `unit=12,13`: any of the ids; with `nullable`, `none` asks for rows that refer to nothing. */
export function refField(
  options: Common & { readonly nullable?: boolean } = {},
): Field<readonly (number | null)[], 'ref'> {
  const label = options.label ?? ''
  return {
    kind: 'ref',
    label,
    sortable: options.sortable ?? false,
    parameters: (name) => [{ name, description: `${label}编号，可多个，用逗号隔开` }],
    read(name, from) {
      const ids = new Set<number | null>()
      for (const text of from.many(name)) {
        const id = /^[1-9]\d{0,15}$/.test(text) ? Number(text) : 0
        if (Number.isSafeInteger(id) && id > 0) ids.add(id)
        else if (options.nullable && text === NONE) ids.add(null)
        else return from.refuse(name, `${label}要写编号（正整数），不能是“${text}”`)
      }
      return ids.size === 0 ? undefined : [...ids]
    },
    fitsCursor: (value) => value === null || (typeof value === 'number' && Number.isSafeInteger(value)),
  }
}

/** Words to look for, half-width and trimmed; how they are cut into tokens is the server's. */
export function searchField(options: Pick<Common, 'label'> = {}): Field<string, 'search'> {
  const label = options.label ?? ''
  return {
    kind: 'search',
    label,
    sortable: false,
    parameters: (name) => [{ name, description: `${label}关键词，60 字以内` }],
    read(name, from) {
      const text = toHalfWidth(from.one(name) ?? '').trim()
      if (text.length > 60) return from.refuse(name, `${label}关键词太长，请控制在 60 字以内`)
      return text === '' ? undefined : text
    },
    fitsCursor: () => false,
  }
}

/** Text that must be equal, such as a number printed on a document. */
export function textField(options: Common = {}): Field<string, 'text'> {
  const label = options.label ?? ''
  return {
    kind: 'text',
    label,
    sortable: options.sortable ?? false,
    parameters: (name) => [{ name, description: `${label}，须完全一致` }],
    read(name, from) {
      const text = (from.one(name) ?? '').trim()
      if (text.length > 120) return from.refuse(name, `${label}太长，请控制在 120 字以内`)
      return text === '' ? undefined : text
    },
    fitsCursor: (value) => value === null || typeof value === 'string',
  }
}

/** `overdue=true|false`. */
export function flagField(options: Pick<Common, 'label'> = {}): Field<boolean, 'flag'> {
  const label = options.label ?? ''
  return {
    kind: 'flag',
    label,
    sortable: false,
    parameters: (name) => [{ name, description: `${label}：true 或 false` }],
    read(name, from) {
      const text = from.one(name)
      if (text === undefined) return undefined
      if (text === 'true' || text === 'false') return text === 'true'
      return from.refuse(name, `${label}只能是 true 或 false`)
    },
    fitsCursor: () => false,
  }
}
