import { cleanText, isNothing, refusedCell } from '../cells.ts'
import type { Field, FieldOptions } from '../field.ts'

const most = 50

/** Attachments: ids of stored files, in order. Never brought by a spreadsheet; what an export wrote in its place is kept. */
export function files(options: FieldOptions): Field<readonly number[]> {
  return {
    ...options,
    kind: 'files',
    columns: [{ suffix: '', type: 'bigint[]' }],
    operators: [],
    sortable: false,
    widget: 'files',
    schema: { type: 'array', items: { type: 'integer', minimum: 1 }, maxItems: most, uniqueItems: true },
    parse(cell) {
      const refused = refusedCell(cell)
      if (refused) return refused
      if (isNothing(cleanText(cell.text))) return { ok: true, value: null }
      return { ok: false, keep: true, message: '附件不能从表格导入，请在记录里上传；已有的附件不变' }
    },
    format: (value) => `${value.length} 个附件`,
    check(value) {
      if (value === null || value === '') return { ok: true, value: null }
      if (!Array.isArray(value) || !value.every((id) => Number.isSafeInteger(id) && id > 0))
        return { ok: false, message: '附件要先上传' }
      const ids = [...new Set(value as number[])]
      if (ids.length > most) return { ok: false, message: `附件最多 ${most} 个` }
      return { ok: true, value: ids.length === 0 ? null : ids }
    },
  }
}
