// Conditions as sentences: 总投资 ≥ 5,000 万元, 阶段 是 在建、竣工.
import { type Condition, type Filter, isCondition } from '@yipanqi/model/libraries/filter.ts'
import type { Operator, Value } from '@yipanqi/model/libraries/field.ts'
import { fullDay } from '../../format/dates.ts'
import { type FieldView, figureText, isFigure, type NameOf } from '../fields/view.ts'
import { joinWords } from './edit.ts'

const days = new Set(['date', 'month', 'year'])

/** How an operator is said of a field. */
export function operatorWords(view: FieldView, is: Operator): string {
  if (is === 'empty') return '没有填'
  if (is === 'filled') return '已经填了'
  if (is === 'contains') return '含有'
  if (is === 'under') return '属于'
  if (is === 'within') return '在范围内'
  if (is === 'ne') return '不是'
  if (is === 'from') return days.has(view.shape.kind) ? '不早于' : '≥'
  if (is === 'to') return days.has(view.shape.kind) ? '不晚于' : '≤'
  return isFigure(view) ? '=' : '是'
}

function valueWords(view: FieldView, value: Condition['value'], nameOf: NameOf | undefined): string {
  if (value === undefined) return ''
  const list = Array.isArray(value) ? value : [value]
  const said = list.slice(0, 4).map((one: string | number | boolean) => {
    // Lists of choices are asked for one member at a time.
    const whole: Value = view.shape.kind === 'choices' ? [String(one)] : one
    return dayWords(view, whole) ?? (figureText(view, whole, nameOf) || String(one))
  })
  return list.length > 4 ? `${said.join('、')}等 ${list.length} 个` : said.join('、')
}

/** In a condition the year always stands: it is read long after it was made. */
function dayWords(view: FieldView, value: Value): string | null {
  if (typeof value !== 'string') return null
  if (view.shape.kind === 'date') return fullDay(value)
  return view.shape.kind === 'month' ? `${Number(value.slice(0, 4))}年${Number(value.slice(5, 7))}月` : null
}

export function conditionWords(view: FieldView | undefined, condition: Condition, nameOf?: NameOf): string {
  if (!view) return `没有“${condition.field}”这一栏`
  if (condition.is === 'within') return `${view.label} ${operatorWords(view, condition.is)}`
  return [view.label, operatorWords(view, condition.is), valueWords(view, condition.value, nameOf)]
    .filter(Boolean)
    .join(' ')
}

type Find = (name: string) => FieldView | undefined

/** A whole filter in one sentence; parts joined the other way stand in brackets. */
export function filterWords(filter: Filter, find: Find, nameOf?: NameOf, inner = false): string {
  if (isCondition(filter)) return conditionWords(find(filter.field), filter, nameOf)
  const join = 'all' in filter ? 'all' : 'any'
  const list = 'all' in filter ? filter.all : filter.any
  const words = list.map((one) => filterWords(one, find, nameOf, true)).join(` ${joinWords[join]} `)
  return inner && list.length > 1 ? `（${words}）` : words
}
