import { z } from 'zod'
import type { CountMode } from '../api/common.ts'
import { type Cursor, decodeCursor, type Direction, encodeCursor, type SortValue } from './cursor.ts'
import type { Field, FieldError, Parameter, ParameterReader } from './kinds.ts'

export type FieldSet = Readonly<Record<string, Field<unknown>>>
export type FilterOf<F> = F extends Field<infer T> ? T : never
/** Only what was asked for is present. */
export type Filters<S extends FieldSet> = { readonly [K in keyof S]?: FilterOf<S[K]> }

/** Nulls are last in both directions; rows of equal value follow their id in the same direction. */
export interface Sort<S extends FieldSet> {
  readonly field: (keyof S & string) | 'id'
  readonly direction: Direction
  readonly nulls: 'last'
}

/** One validated request for one page of a list. */
export interface Query<S extends FieldSet> {
  readonly filters: Filters<S>
  readonly sort: Sort<S>
  readonly after: { readonly value: SortValue; readonly id: number } | null
  readonly limit: number
  readonly count: CountMode
}

export type Parsed<S extends FieldSet> =
  | { readonly ok: true; readonly query: Query<S> }
  | { readonly ok: false; readonly fields: readonly FieldError[] }

/** The query string as routers hand it over; a repeated parameter is an array. */
export type RawQuery = Readonly<Record<string, string | readonly string[] | undefined>>

export interface FieldsOptions<S extends FieldSet> {
  /** `deadline` ascending, `-deadline` descending; default `-id` (newest first). */
  readonly defaultSort?: (keyof S & string) | `-${keyof S & string}` | 'id' | '-id'
  readonly defaultLimit?: number
  readonly maxLimit?: number
}

export interface Fields<S extends FieldSet> {
  readonly fields: S
  /** Every parameter that `parse` knows, in order, for OpenAPI. */
  readonly parameters: readonly Parameter[]
  /** The same as a zod object of optional strings: shape and description only, `parse` validates. */
  readonly schema: z.ZodObject<Record<string, z.ZodOptional<z.ZodString>>, z.core.$loose>
  /** Reads a query string. Unknown parameters are refused: a mistyped filter must not silently show everything. */
  parse(raw: RawQuery): Parsed<S>
  /** The cursor of the page that follows the row with this value (in the sort column) and id. */
  next(sort: Sort<S>, value: SortValue, id: number): string
}

const counts: readonly CountMode[] = ['none', 'capped', 'exact']
const reserved = ['sort', 'after', 'limit', 'count']
const LONGEST_VALUE = 4096
const MOST_VALUES = 100

/**
 * Filters, sorts and cursors of one list, typed by field.
 *
 * @example
 * const matters = defineFields({ deadline: dateField({ label: '完成时限', sortable: true }), state: choiceField(states) })
 * matters.parse({ state: 'issued,closing', deadlineTo: '2026-06-30', sort: '-deadline', limit: '50' })
 */
export function defineFields<const S extends FieldSet>(fields: S, options: FieldsOptions<S> = {}): Fields<S> {
  const { defaultSort = '-id', defaultLimit = 50, maxLimit = 200 } = options
  const sortable = ['id', ...Object.keys(fields).filter((name) => fields[name]?.sortable)]
  const parameters: Parameter[] = [
    ...Object.entries(fields).flatMap(([name, field]) => field.parameters(name)),
    { name: 'sort', description: `排序，前加 - 为倒序，空值总在最后：${sortable.join('、')}` },
    { name: 'after', description: '上一页返回的 next' },
    { name: 'limit', description: `每页条数，1—${maxLimit}，默认 ${defaultLimit}` },
    { name: 'count', description: `总数：${counts.join('、')}，默认 none` },
  ]
  const known = new Set(parameters.map((p) => p.name))
  if (known.size !== parameters.length) throw new Error(`a parameter is defined twice, or is one of ${reserved.join()}`)

  const readSort = (text: string): Sort<S> | null => {
    const descending = text.startsWith('-')
    const field = descending ? text.slice(1) : text
    if (!sortable.includes(field)) return null
    return { field, direction: descending ? 'desc' : 'asc', nulls: 'last' }
  }
  const fallback = readSort(defaultSort)
  if (!fallback) throw new Error(`the default sort ${defaultSort} is not sortable`)

  const fitsCursor = (cursor: Cursor): boolean =>
    cursor.field === 'id'
      ? cursor.value === cursor.id
      : Object.hasOwn(fields, cursor.field) && fields[cursor.field]?.fitsCursor(cursor.value) === true

  return {
    fields,
    parameters,
    // Loose: what is unknown must reach `parse`, which refuses it by name.
    schema: z.looseObject(
      Object.fromEntries(
        parameters.map((p) => [p.name, z.string().max(LONGEST_VALUE).optional().meta({ description: p.description })]),
      ),
    ),
    parse(raw) {
      const errors: FieldError[] = []
      const from = readerOf(raw, errors)
      for (const name of Object.keys(raw)) {
        if (!known.has(name)) from.refuse(name.slice(0, 60), '不认识的查询条件')
      }
      const filters: Record<string, unknown> = {}
      for (const [name, field] of Object.entries(fields)) {
        const filter = field.read(name, from)
        if (filter !== undefined) filters[name] = filter
      }
      const sortText = from.one('sort')
      const sort = sortText === undefined ? fallback : readSort(sortText)
      if (!sort) from.refuse('sort', '不能按这一列排序')
      const after = readAfter(from, sort ?? fallback, fitsCursor)
      const limitText = from.one('limit') ?? String(defaultLimit)
      const limit = /^\d{1,4}$/.test(limitText) ? Number(limitText) : 0
      if (limit < 1 || limit > maxLimit) from.refuse('limit', `每页条数要在 1 到 ${maxLimit} 之间`)
      const countText = from.one('count') ?? 'none'
      const count = counts.find((mode) => mode === countText)
      if (!count) from.refuse('count', `总数只能选 ${counts.join('、')}`)
      if (errors.length > 0 || !sort || !count) return { ok: false, fields: errors }
      // Each field wrote its own filter under its own name just above.
      return { ok: true, query: { filters: filters as Filters<S>, sort, after, limit, count } }
    },
    next: (sort, value, id) =>
      encodeCursor({ field: sort.field, direction: sort.direction, value: sort.field === 'id' ? id : value, id }),
  }
}

function readAfter<S extends FieldSet>(
  from: ParameterReader,
  sort: Sort<S>,
  fits: (cursor: Cursor) => boolean,
): Query<S>['after'] {
  const code = from.one('after')
  if (code === undefined) return null
  const cursor = decodeCursor(code)
  if (!cursor || !fits(cursor)) {
    from.refuse('after', '翻页位置无效，请从第一页重新打开')
    return null
  }
  if (cursor.field !== sort.field || cursor.direction !== sort.direction) {
    from.refuse('after', '翻页位置属于另一种排序，请从第一页重新打开')
    return null
  }
  return { value: cursor.value, id: cursor.id }
}

function readerOf(raw: RawQuery, errors: FieldError[]): ParameterReader {
  const refuse = (parameter: string, message: string): undefined => {
    errors.push({ path: parameter, message })
  }
  const values = (parameter: string): readonly string[] => {
    const given = Object.hasOwn(raw, parameter) ? raw[parameter] : undefined
    const list = given === undefined ? [] : typeof given === 'string' ? [given] : given
    if (list.length > MOST_VALUES || list.some((text) => text.length > LONGEST_VALUE)) {
      refuse(parameter, '查询条件太长')
      return []
    }
    return list
  }
  return {
    refuse,
    one(parameter) {
      const list = values(parameter)
      if (list.length > 1) return refuse(parameter, '只能给一个值')
      return list[0] === '' ? undefined : list[0]
    },
    many(parameter) {
      const list = values(parameter)
        .flatMap((text) => text.split(','))
        .map((text) => text.trim())
        .filter((text) => text !== '')
      if (list.length > MOST_VALUES) {
        refuse(parameter, `一次最多选 ${MOST_VALUES} 个`)
        return []
      }
      return list
    },
  }
}
