// A filter as the bar shows it: parts joined by 且 (or by 或), each part one condition or several joined the other way.
import { type Condition, type Filter, isCondition } from '@yipanqi/model/libraries/filter.ts'

export type Join = 'all' | 'any'
export const joinWords: Record<Join, string> = { all: '且', any: '或' }
export const other = (join: Join): Join => (join === 'all' ? 'any' : 'all')

export interface Parts {
  readonly join: Join
  readonly parts: readonly (readonly Condition[])[]
}

/** The parts of a filter; null where it is nested deeper than the bar can show. */
export function partsOf(filter: Filter | undefined): Parts | null {
  if (!filter) return { join: 'all', parts: [] }
  if (isCondition(filter)) return { join: 'all', parts: [[filter]] }
  const join: Join = 'all' in filter ? 'all' : 'any'
  const parts: Condition[][] = []
  for (const one of listOf(filter)) {
    if (isCondition(one)) parts.push([one])
    else {
      const inner = listOf(one)
      if (('all' in one ? 'all' : 'any') === join || !inner.every(isCondition)) return null
      parts.push(inner.filter(isCondition))
    }
  }
  return { join, parts }
}

const listOf = (filter: Exclude<Filter, Condition>): readonly Filter[] => ('all' in filter ? filter.all : filter.any)
const joined = (join: Join, list: readonly Filter[]): Filter => (join === 'all' ? { all: list } : { any: list })

/** The filter of some parts; undefined where nothing is asked. */
export function filterOf({ join, parts }: Parts): Filter | undefined {
  const list = parts
    .filter((part) => part.length > 0)
    .map((part) => (part.length === 1 && part[0] ? part[0] : joined(other(join), part)))
  if (list.length === 0) return undefined
  const [only] = list
  return list.length === 1 && only && isCondition(only) ? only : joined(join, list)
}

/** One part put in the place of another, added at the end, or taken out (empty). */
export function withPart(parts: Parts, index: number, part: readonly Condition[]): Parts {
  const list = [...parts.parts]
  if (index >= list.length) list.push(part)
  else list[index] = part
  return { ...parts, parts: list.filter((one) => one.length > 0) }
}

const allOf = (filter: Filter): readonly Filter[] => (!isCondition(filter) && 'all' in filter ? filter.all : [filter])

/** The filter narrowed further, whatever it was. */
export function narrowed(filter: Filter | undefined, further: Filter): Filter {
  return filter ? { all: [...allOf(filter), ...allOf(further)] } : further
}
