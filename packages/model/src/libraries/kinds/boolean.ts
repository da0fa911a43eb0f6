import { toHalfWidth } from '@yipanqi/base'
import { cleanText, isNothing, quoted, refusedCell } from '../cells.ts'
import type { Field, FieldOptions } from '../field.ts'

const yes = new Set([
  '是',
  '是的',
  '有',
  '对',
  '√',
  '✓',
  '✔',
  '☑',
  '✅',
  'y',
  'yes',
  't',
  'true',
  '1',
  '1.0',
  '已',
  'v',
])
const no = new Set([
  '否',
  '不是',
  '无',
  '没有',
  '错',
  '×',
  '✕',
  '✖',
  '✗',
  '✘',
  '☒',
  '❌',
  'x',
  'n',
  'no',
  'f',
  'false',
  '0',
  '0.0',
  '未',
  '不',
])

/** Yes or no. An empty cell is neither: 未填 is not 否. */
export function boolean(options: FieldOptions): Field<boolean> {
  return {
    ...options,
    kind: 'boolean',
    columns: [{ suffix: '', type: 'boolean' }],
    operators: ['eq', 'empty', 'filled'],
    sortable: true,
    widget: 'switch',
    schema: { type: 'boolean' },
    parse(cell) {
      const refused = refusedCell(cell)
      if (refused) return refused
      const text = cleanText(cell.text)
      // A format may write 是 for 1; what is shown is what the clerk means, unless it says nothing.
      const word = toHalfWidth(text === '' && cell.number !== undefined ? String(cell.number) : text)
        .replace(/ /g, '')
        .toLowerCase()
      if (yes.has(word)) return { ok: true, value: true }
      if (no.has(word)) return { ok: true, value: false }
      if (isNothing(text)) return { ok: true, value: null }
      return { ok: false, message: `要写“是”或“否”，这里是“${quoted(text)}”` }
    },
    format: (value) => (value ? '是' : '否'),
    check(value) {
      if (value === null || value === '') return { ok: true, value: null }
      return typeof value === 'boolean' ? { ok: true, value } : { ok: false, message: '要选“是”或“否”' }
    },
  }
}
