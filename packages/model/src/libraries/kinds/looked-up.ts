// Fields that hold the id of something else: read by its name, written by its name.
import { cleanName, isNothing, quoted, refusedCell } from '../cells.ts'
import type { Field, FieldOptions, Widget } from '../field.ts'

/** @param target where the id lives: 'units', 'leaders' or a library's id. @param noun its word in messages. */
export function lookedUp(
  kind: string,
  widget: Widget,
  target: string,
  noun: string,
  options: FieldOptions,
): Field<number> {
  return {
    ...options,
    kind,
    widget,
    target,
    columns: [{ suffix: '', type: 'bigint' }],
    operators: ['eq', 'in', 'ne', 'empty', 'filled'],
    sortable: true,
    schema: { type: 'integer', minimum: 1, description: `${noun}编号` },
    lookup(cell) {
      if (refusedCell(cell)) return null
      const text = cleanName(cell.text)
      return isNothing(text) || text.length > longest ? null : { target, text }
    },
    parse(cell, context) {
      const refused = refusedCell(cell)
      if (refused) return refused
      const text = cleanName(cell.text)
      if (isNothing(text)) return { ok: true, value: null }
      const found = text.length > longest ? null : context.find(target, text)
      if (found === null) return { ok: false, message: `找不到${noun}“${quoted(text, 40)}”，请写名录里的名称` }
      if (found === 'several') return { ok: false, message: `有几个${noun}都叫“${quoted(text, 40)}”，请写全称或代码` }
      return { ok: true, value: found }
    },
    format: (value, names) => names?.(target, value) ?? `${noun} ${value}`,
    check(value) {
      if (value === null || value === '') return { ok: true, value: null }
      if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return { ok: true, value }
      return { ok: false, message: `要选一个${noun}` }
    },
  }
}

const longest = 200
