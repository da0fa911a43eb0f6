// In which order a list comes, and where a page begins in it.
import { isIsoDate } from '@yipanqi/base'
import { decodeCursor, encodeCursor } from '@yipanqi/model'
import { isIndexed, type ColumnType, type Library } from '@yipanqi/model/libraries/index.ts'
import { faults } from '../../http/fault.ts'
import { collationOf } from '../sql/table-of.ts'
import { letterFrom, letterTo } from './letters.ts'

export type SortValue = string | number | null

export interface Sort {
  /** A field of the library, or `updated`, `stage`, `id`. */
  readonly field: string
  readonly desc: boolean
  readonly type: ColumnType
  /** ` collate "…"` of the column, or ''. */
  readonly collation: string
  readonly nullable: boolean
  /** Sorted by these values in turn instead of by the column itself. */
  readonly inTurn?: readonly string[]
}

/** A row of the list, by what orders it; the row itself is on neither side. */
export interface Position {
  readonly value: SortValue
  readonly id: number
}
/** A value to jump to: the list goes on from the first row that is not before it (`strict`: that is beyond it). */
export interface Jump {
  readonly value: string | number
  readonly strict: boolean
}
export type Start =
  | { readonly way: 'first' }
  | { readonly way: 'after' | 'before'; readonly from: Position }
  | { readonly way: 'at'; readonly to: Jump }

/** Reads `field` or `-field`; the library's own order where none is asked. 400 where it cannot be sorted by. */
export function readSort(library: Library, asked: string | undefined, has: { readonly revision: boolean }): Sort {
  const text = asked?.trim() || (library.sort === 'updated' && !has.revision ? 'id' : library.sort)
  const desc = text.startsWith('-')
  const field = text.replace(/^-/, '')
  const common = { field, desc, collation: '', nullable: false }
  if (field === 'id') return { ...common, type: 'bigint' }
  // Newest first is what people mean by 最近变动, where nothing else is said.
  if (field === 'updated' && has.revision) return { ...common, desc: asked?.trim() ? desc : true, type: 'bigint' }
  if (field === 'stage' && library.ladder)
    return { ...common, type: 'text', inTurn: library.ladder.stages.map((s) => s.id) }
  const own = Object.hasOwn(library.fields, field) ? library.fields[field] : undefined
  if (!own) throw faults.invalid('排序不对', [{ path: 'sort', message: `没有“${field.slice(0, 20)}”这一栏` }])
  if (!own.sortable || !isIndexed(own))
    throw faults.invalid('排序不对', [{ path: 'sort', message: `“${own.label}”不能用来排序` }])
  return { ...common, type: own.columns[0]?.type ?? 'text', collation: collationOf(own), nullable: true }
}

const nameOf = (library: string, sort: Sort): string => `${library}.${sort.field}`

/** The cursor that stands for a row in this order of this library. */
export function cursorOf(library: string, sort: Sort, at: Position): string {
  return encodeCursor({ field: nameOf(library, sort), direction: sort.desc ? 'desc' : 'asc', ...at })
}

/** Where `after`, `before` or `at` begins. A cursor that this order of this library cannot have written is refused. */
export function readStart(
  library: Library,
  sort: Sort,
  query: { readonly after?: string; readonly before?: string; readonly at?: string },
): Start {
  const given = (['after', 'before', 'at'] as const).filter((name) => query[name])
  if (given.length > 1)
    throw faults.invalid(
      '翻页条件只能有一个',
      given.map((path) => ({ path, message: '只留一个' })),
    )
  const [way] = given
  if (way === undefined) return { way: 'first' }
  const text = query[way] ?? ''
  if (way === 'at') return { way, to: readJump(library, sort, text) }
  const cursor = decodeCursor(text)
  const fits =
    cursor !== null &&
    cursor.field === nameOf(library.id, sort) &&
    cursor.direction === (sort.desc ? 'desc' : 'asc') &&
    (sort.field === 'id' || (cursor.value === null ? sort.nullable : isOfType(sort, cursor.value)))
  if (!fits)
    throw faults.invalid('翻页位置不对，请从第一页重新看', [{ path: way, message: '不是这张清单、这个排序的翻页位置' }])
  return { way, from: { value: cursor.value, id: cursor.id } }
}

function isOfType(sort: Sort, value: string | number): boolean {
  if (sort.inTurn) return typeof value === 'string' && sort.inTurn.includes(value)
  switch (sort.type) {
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31
    case 'bigint':
      return typeof value === 'number' && Number.isSafeInteger(value)
    case 'date':
      return typeof value === 'string' && isIsoDate(value)
    case 'boolean':
      return value === 'true' || value === 'false'
    default:
      // PostgreSQL keeps no NUL in a text.
      return typeof value === 'string' && !value.includes('\0')
  }
}

function readJump(library: Library, sort: Sort, text: string): Jump {
  const refuse = (message: string): never => {
    throw faults.invalid('跳转位置不对', [{ path: 'at', message }])
  }
  const written = text.trim()
  if (sort.inTurn) return sort.inTurn.includes(written) ? { value: written, strict: false } : refuse('没有这个阶段')
  switch (sort.type) {
    case 'date': {
      const day = periodEnd(written, sort.desc)
      return isIsoDate(day) ? { value: day, strict: false } : refuse('要写成 2026、2026-05 或 2026-05-21')
    }
    case 'integer':
    case 'bigint': {
      const value = Number(written)
      return written !== '' && isOfType(sort, value) ? { value, strict: false } : refuse('要写整数')
    }
    case 'boolean':
      return isOfType(sort, written) ? { value: written, strict: false } : refuse('要写 true 或 false')
    default: {
      if (!isOfType(sort, written)) return refuse('要写文字')
      const pinyin = library.fields[sort.field]?.pinyin && /^[a-z]$/i.test(written)
      if (!pinyin) return { value: written, strict: false }
      // Downwards the letter begins with its last name: below the next letter's first.
      return sort.desc ? letterTo(written) : { value: letterFrom(written), strict: false }
    }
  }
}

/** 2026 or 2026-05 as its first day, or its last where the list runs downwards. */
function periodEnd(text: string, desc: boolean): string {
  if (/^\d{4}$/.test(text)) return desc ? `${text}-12-31` : `${text}-01-01`
  if (!/^\d{4}-\d{2}$/.test(text)) return text
  if (!desc) return `${text}-01`
  const last = ['31', '30', '29', '28'].find((day) => isIsoDate(`${text}-${day}`))
  return `${text}-${last ?? '00'}`
}
